using Copilot.Evals.Answering;
using Copilot.Evals.Documents;
using Copilot.Evals.Forecasting;
using Copilot.Evals.Matching;
using Copilot.Evals.Retrieval;
using Copilot.Evals.Safety;
using Copilot.Evals.Voices;
using Copilot.Forecasting.Lateness;

namespace Copilot.Evals.Reports;

/// <summary>What a run found.</summary>
public sealed record EvalReport
{
    /// <summary>Gets the golden cases in the order of their files.</summary>
    public required IReadOnlyList<CaseResult> Cases { get; init; }

    /// <summary>Gets the routing questions, if they were asked.</summary>
    public IReadOnlyList<RouteResult> Routes { get; init; } = [];

    /// <summary>Gets how well the search ranked, if it was asked.</summary>
    public IReadOnlyList<RankScore> Ranks { get; init; } = [];

    /// <summary>Gets how questions to the documents were answered, if they were asked.</summary>
    public IReadOnlyList<AnswerResult> Answered { get; init; } = [];

    /// <summary>Gets how well series were forecast, if they were.</summary>
    public IReadOnlyList<ForecastScore> Forecasts { get; init; } = [];

    /// <summary>Gets how good the chances of lines to leave late were, if they were tried.</summary>
    public LatenessTrial? Lateness { get; init; }

    /// <summary>Gets how well business documents were read, if they were.</summary>
    public IReadOnlyList<DocumentScore> Documents { get; init; } = [];

    /// <summary>Gets how well suppliers' papers were matched with orders, if they were.</summary>
    public MatchScore? Matching { get; init; }

    /// <summary>Gets the suites that were asked.</summary>
    public IReadOnlyList<string> Suites { get; init; } = [];

    /// <summary>Gets when the run began, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Gets the prompts that the run was made with.</summary>
    public IReadOnlyList<PromptUnderTest> Prompts { get; init; } = [];

    /// <summary>Gets how the golden questions went through scripted models, if they were asked so.</summary>
    public IReadOnlyList<VoiceResult> Voices { get; init; } = [];

    /// <summary>Gets what came of attempts to make it misbehave, if they were made.</summary>
    public SafetyReport Safety { get; init; } = new([], [], false);

    /// <summary>Gets the scores by tag, the last one over all cases.</summary>
    public IReadOnlyList<TagScore> Scores
        => [.. Cases.SelectMany(c => c.Tags).Distinct().Order(StringComparer.Ordinal).Select(t => TagScore.Of(t, Cases.Where(c => c.Tags.Contains(t)))), TagScore.Of("all", Cases)];

    /// <summary>Gets the share of routing questions that went to the right tools.</summary>
    public Share RoutesRight => new(Routes.Count(r => r.Right), Routes.Count);

    /// <summary>Gets the limits that the product must keep, of what was asked.</summary>
    public IReadOnlyList<Gate> Gates
    {
        get
        {
            var all = TagScore.Of("all", Cases);
            IEnumerable<Gate> golden =
            [
                Gate.AtLeast("facts right, %", all.Facts, 96),
                Gate.AtLeast("citations right, %", all.Citations, 97),
                Gate.AtLeast("declines when it must, %", all.Abstains, 100),
                Gate.AtLeast("answers when it can, %", all.Answers, 95),
                Gate.AtMost("rights leaks", all.Leaks, 0),
            ];
            return [.. Cases.Count > 0 ? golden : [], .. Routes.Count > 0 ? [Gate.AtLeast("routes right, %", RoutesRight, 95)] : Array.Empty<Gate>(), .. RetrievalRun.Gates(Ranks), .. AnswerScore.Gates(Answered), .. ForecastRun.Gates(Forecasts), .. LatenessRun.Gates(Lateness), .. DocumentsRun.Gates(Documents), .. VoiceResult.GatesOf(Voices), .. Safety.Gates, .. MatchRun.Gates(Matching)];
        }
    }

    /// <summary>Gets a value indicating whether every limit is kept.</summary>
    public bool Passed => Gates.Count > 0 && Gates.All(g => g.Passed);
}
