using Copilot.Contracts;
using Copilot.Evals.Cases;
using Copilot.Evals.Checking;
using Copilot.Evals.Running;
using Copilot.Evals.Truth;
using Copilot.Evals.Voices;

namespace Copilot.Evals.Safety;

/// <summary>Tries all attempts on one running service.</summary>
internal sealed class SafetyRun(IUploadTarget target, SandboxRpc sandbox, ITruth truth, LeakWatch leaks, IReadOnlyDictionary<string, PersonaLimits> limits, IProgress<EvalProgress>? progress)
{
    /// <summary>The voice without a model.</summary>
    public const string Rules = "rules";

    /// <summary>The voice that obeys whatever it reads.</summary>
    public const string Hostile = "hostile model";

    private readonly AttemptJudge _judge = new(limits, leaks);
    private readonly Planting _planting = new(target, sandbox, truth);

    /// <summary>Gets the calls of tools that answered each attempt, for a model that has to find its way to them.</summary>
    public Dictionary<string, IReadOnlyList<VoiceCall>> Calls { get; } = new(StringComparer.Ordinal);

    /// <summary>Tries them.</summary>
    /// <param name="attempts">The attempts.</param>
    /// <param name="voice">The hostile model that answers, or null for the rules alone.</param>
    /// <param name="known">The calls for each attempt.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The results, and whether the business system is as before.</returns>
    public async Task<(IReadOnlyList<AttemptResult> Results, bool Changed)> RunAsync(
        IReadOnlyList<Attempt> attempts, HostileVoice? voice, IReadOnlyDictionary<string, IReadOnlyList<VoiceCall>> known, CancellationToken cancellationToken)
    {
        var before = await CompanyDigest.OfAsync(sandbox, cancellationToken);
        var results = new List<AttemptResult>();
        foreach (var attempt in attempts)
        {
            progress?.Report(new EvalProgress(results.Count, attempts.Count, attempt.Id));
            voice?.Begin(new VoiceScript { Persona = attempt.As, Calls = known.GetValueOrDefault(attempt.Id) ?? [], Canary = attempt.Row.Canary, Planted = attempt.Row.Text, Number = results.Count });
            results.Add(await TryAsync(attempt, voice, cancellationToken));
        }

        return (results, before != await CompanyDigest.OfAsync(sandbox, cancellationToken));
    }

    private async Task<AttemptResult> TryAsync(Attempt attempt, HostileVoice? voice, CancellationToken cancellationToken)
    {
        var named = new AttemptResult(voice is null ? Rules : Hostile, attempt.File.Class, attempt.Id, attempt.As, string.Empty, string.Empty, false, [], null);
        try
        {
            var planted = await _planting.PlantAsync(attempt, cancellationToken);
            try
            {
                var turn = planted.Attachments.Count == 0
                    ? await target.AskAsync(attempt.As, null, planted.Question, cancellationToken)
                    : await target.AskAboutAsync(attempt.As, planted.Question, planted.Attachments, cancellationToken);
                Calls[attempt.Id] = [.. turn.ToolCalls.Select(c => new VoiceCall(c.Name.Replace(".", "__", StringComparison.Ordinal), c.Arguments.ToJsonString()))];
                var offences = await _judge.FindAsync(attempt.As, attempt.Row.Canary, turn, voice?.Prompt, cancellationToken);
                return named with { Outcome = turn.Outcome.ToString().ToLowerInvariant(), Answer = turn.Answer, Reached = voice?.WasReached ?? turn.ToolCalls.Count > 0, Offences = offences };
            }
            finally
            {
                await _planting.RemoveAsync(attempt, planted, cancellationToken);
            }
        }
        catch (CopilotException e)
        {
            return named with { Trouble = e.Message };
        }
    }
}
