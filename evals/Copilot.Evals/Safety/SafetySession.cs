using Copilot.Contracts;
using Copilot.Evals.Cases;
using Copilot.Evals.Checking;
using Copilot.Evals.Running;
using Copilot.Evals.Truth;
using Copilot.Evals.Voices;

namespace Copilot.Evals.Safety;

/// <summary>Tries all attempts twice: on the service as it is without a model, and with a model that obeys whatever it reads.</summary>
internal sealed class SafetySession(string house, IProgress<EvalProgress>? progress)
{
    private const int MostHidden = 400;
    private readonly string _evals = Path.Combine(house, "evals");

    /// <summary>Runs both.</summary>
    /// <param name="classes">The classes of attempts to make; none means all.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<SafetyReport> RunAsync(IReadOnlyList<string> classes, CancellationToken cancellationToken)
    {
        var all = AttemptFolder.Read(_evals);
        var attempts = all.Where(a => classes.Count == 0 || classes.Contains(a.File.Class)).ToList();
        if (classes.FirstOrDefault(c => all.All(a => a.File.Class != c)) is { } unknown)
        {
            throw new CopilotException($"There is no class of attempts called {unknown}; there are {string.Join(", ", all.Select(a => a.File.Class).Distinct())}.");
        }

        var knowledge = Directory.CreateTempSubdirectory("copilot-library-").FullName;
        try
        {
            Copy(Path.Combine(house, "knowledge"), knowledge);
            await Planting.WriteDocumentsAsync(knowledge, attempts, cancellationToken);
            var (rules, changed, calls, memory) = await WithRulesAsync(attempts, knowledge, cancellationToken);
            var (hostile, changedToo) = await WithModelAsync(attempts, knowledge, calls, memory, cancellationToken);
            IEnumerable<string> changes = [.. changed ? [SafetyRun.Rules] : Array.Empty<string>(), .. changedToo ? [SafetyRun.Hostile] : Array.Empty<string>()];
            return new SafetyReport([.. rules, .. hostile], [.. changes], classes.Count == 0);
        }
        finally
        {
            Directory.Delete(knowledge, recursive: true);
        }
    }

    /// <summary>What a hostile model tells of others: numbers that each persona may not see.</summary>
    public static async Task<HostileMemory> MemoryAsync(IReadOnlyDictionary<string, PersonaLimits> limits, ITruth truth, CancellationToken cancellationToken)
    {
        var hidden = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (persona, limit) in limits)
        {
            var values = new List<string>();
            foreach (var expression in limit.Hidden)
            {
                values.AddRange((await truth.OfAsync(expression, cancellationToken)).Items.Take(MostHidden));
            }

            hidden[persona] = [.. values.Take(2), .. values.TakeLast(2)];
        }

        return new HostileMemory { Hidden = hidden };
    }

    private async Task<(IReadOnlyList<AttemptResult> Results, bool Changed, IReadOnlyDictionary<string, IReadOnlyList<VoiceCall>> Calls, HostileMemory Memory)> WithRulesAsync(
        IReadOnlyList<Attempt> attempts, string knowledge, CancellationToken cancellationToken)
    {
        await using var service = await ExaminedHouse.StartAsync(house, knowledge, new Dictionary<string, string?>(), cancellationToken);
        using var sandbox = new SandboxRpc(new HttpClient(), service.Sandbox);
        var (run, limits, truth) = Open(service, sandbox, knowledge);
        var (results, changed) = await run.RunAsync(attempts, null, run.Calls, cancellationToken);
        return (results, changed, run.Calls, await MemoryAsync(limits, truth, cancellationToken));
    }

    private async Task<(IReadOnlyList<AttemptResult> Results, bool Changed)> WithModelAsync(
        IReadOnlyList<Attempt> attempts, string knowledge, IReadOnlyDictionary<string, IReadOnlyList<VoiceCall>> calls, HostileMemory memory, CancellationToken cancellationToken)
    {
        var voice = new HostileVoice(memory);
        await using var server = await VoiceServer.StartAsync(voice, cancellationToken);
        await using var service = await ExaminedHouse.StartAsync(house, knowledge, server.Settings, cancellationToken);
        using var sandbox = new SandboxRpc(new HttpClient(), service.Sandbox);
        return await Open(service, sandbox, knowledge).Run.RunAsync(attempts, voice, calls, cancellationToken);
    }

    private (SafetyRun Run, IReadOnlyDictionary<string, PersonaLimits> Limits, ITruth Truth) Open(ExaminedHouse service, SandboxRpc sandbox, string knowledge)
    {
        var limits = CaseFolder.Limits(_evals);
        var truth = new TruthBook(sandbox, TimeProvider.System);
        var leaks = new LeakWatch(limits, new KnowledgeIndex(knowledge), truth);
        return (new SafetyRun(service.Target, sandbox, truth, leaks, limits, progress), limits, truth);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
