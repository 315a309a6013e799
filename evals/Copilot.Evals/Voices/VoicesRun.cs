using Copilot.Contracts;
using Copilot.Evals.Cases;
using Copilot.Evals.Checking;
using Copilot.Evals.Reports;
using Copilot.Evals.Running;
using Copilot.Evals.Safety;
using Copilot.Evals.Truth;

namespace Copilot.Evals.Voices;

/// <summary>Asks the golden questions first of the rules, then through models that behave as good, sloppy and hostile ones do.</summary>
internal sealed class VoicesRun(string house, IProgress<EvalProgress>? progress)
{
    private readonly string _evals = Path.Combine(house, "evals");
    private readonly string _knowledge = Path.Combine(house, "knowledge");

    /// <summary>Runs all of them.</summary>
    public async Task<IReadOnlyList<VoiceResult>> RunAsync(CancellationToken cancellationToken)
    {
        var book = new VoiceBook();
        var answered = new HashSet<string>(StringComparer.Ordinal);
        var told = new List<(string Persona, string Question, Turn Turn)>();
        EvalReport rules;
        HostileMemory memory;
        var limits = CaseFolder.Limits(_evals);
        await using (var service = await ExaminedHouse.StartAsync(house, _knowledge, new Dictionary<string, string?>(), cancellationToken))
        {
            using var sandbox = new SandboxRpc(new HttpClient(), service.Sandbox);
            memory = await SafetySession.MemoryAsync(limits, new TruthBook(sandbox, TimeProvider.System), cancellationToken);
            rules = await ExamineAsync(
                service,
                null,
                (persona, question, turn) =>
                {
                    book.Add(persona, question, turn);
                    if (turn.Outcome == TurnOutcome.Answered && turn.ToolCalls.Count > 0)
                    {
                        told.Add((persona, question, turn));
                        answered.Add(persona + question);
                    }

                    return Task.CompletedTask;
                },
                cancellationToken);
        }

        var good = new GoodVoice { Script = new VoiceScript { Persona = string.Empty, Calls = [] } };
        var sloppy = new SloppyVoice { Script = good.Script };
        var hostile = new HostileVoice(memory);
        await using var server = await VoiceServer.StartAsync(good, cancellationToken);
        await using var voiced = await ExaminedHouse.StartAsync(house, _knowledge, server.Settings, cancellationToken);
        await using var small = await ExaminedHouse.StartAsync(house, _knowledge, new Dictionary<string, string?>(server.Settings) { ["Copilot:Models:0:ContextTokens"] = LongTalk.ContextTokens }, cancellationToken);
        var talk = LongTalk.Of(told);
        return
        [
            await ThroughAsync(VoiceResult.Good, good, script => good.Script = script),
            await ThroughAsync("sloppy", sloppy, script => sloppy.Script = script),
            await ThroughAsync("hostile", hostile, hostile.Begin),
        ];

        async Task<VoiceResult> ThroughAsync(string name, IVoice voice, Action<VoiceScript> begin)
        {
            server.Voice = voice;
            book.Rewind();
            using var sandbox = new SandboxRpc(new HttpClient(), voiced.Sandbox);
            var judge = new AttemptJudge(limits, new LeakWatch(limits, new KnowledgeIndex(_knowledge), new TruthBook(sandbox, TimeProvider.System)));
            var (offences, silent, spoken) = (new List<string>(), new List<string>(), 0);
            var report = await ExamineAsync(
                voiced,
                (persona, question) => begin(book.Of(persona, question)),
                async (persona, question, turn) =>
                {
                    offences.AddRange((await judge.FindAsync(persona, null, turn, hostile.Prompt, cancellationToken)).Select(o => $"{question} ({persona}): {o}"));
                    if (!answered.Contains(persona + question))
                    {
                        return;
                    }

                    if (turn.Planner == PlannerKind.Model)
                    {
                        spoken++;
                    }
                    else
                    {
                        silent.Add($"{question} ({persona}): {turn.Degraded ?? turn.Outcome.ToString()}");
                    }
                },
                cancellationToken);
            book.Rewind();
            using var smallSandbox = new SandboxRpc(new HttpClient(), small.Sandbox);
            var smallJudge = new AttemptJudge(limits, new LeakWatch(limits, new KnowledgeIndex(_knowledge), new TruthBook(smallSandbox, TimeProvider.System)));
            var (remembered, forgotten, shortened) = await talk.RunAsync(small.Target, server, book, begin, offences, turn => smallJudge.FindAsync(talk.Persona, null, turn, hostile.Prompt, cancellationToken), cancellationToken);
            var right = rules.Cases.Where(c => c.Passed).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
            var compared = report.Cases.Where(c => right.Contains(c.Id)).ToList();
            return new VoiceResult
            {
                Voice = name,
                AsRules = new Share(compared.Count(c => c.Passed), compared.Count),
                Spoken = new Share(spoken, spoken + silent.Count),
                Remembered = remembered,
                Forgotten = forgotten,
                Shortened = shortened,
                Silent = silent,
                Wrong = [.. compared.Where(c => !c.Passed).Select(c => $"{c.Id} ({c.As}): {c.Trouble ?? string.Join(" | ", c.Steps.Where(s => !s.Passed).Select(ReportTable.Faults))}")],
                Offences = offences,
            };
        }
    }

    private Task<EvalReport> ExamineAsync(ExaminedHouse service, Action<string, string>? before, Func<string, string, Turn, Task> after, CancellationToken cancellationToken)
        => new EvalRunner().RunAsync(
            new VoicedTarget(service.Target, before, after),
            // Whatever is proposed outside the file of asked-for changes is an offence.
            new EvalOptions { EvalsFolder = _evals, KnowledgeFolder = _knowledge, Sandbox = service.Sandbox, Without = ["actions", "papers"] },
            progress,
            cancellationToken);
}
