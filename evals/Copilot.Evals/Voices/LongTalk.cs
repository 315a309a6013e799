using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Evals.Reports;
using Copilot.Evals.Running;

namespace Copilot.Evals.Voices;

/// <summary>
/// One conversation that does not fit whole into a model's window: the longest answers of one person, and then the first of them asked for again, from memory. What
/// the model is sent of it must be short, hold no figure that was never said, and let the first answers be told again with the sources they had.
/// </summary>
internal sealed class LongTalk
{
    /// <summary>How much the model takes, in tokens: room for the tools and for some ten thousand characters of conversation.</summary>
    public const string ContextTokens = "16384";

    // The house gives whole turns a fifth of the window at three characters a token; what is shortened may take as much again, and sources and days a little.
    private const int LongestHistory = (2 * 16_384 * 3 / 5) + 2_000;
    private const int Topics = 9;
    private const int Recalled = 3;
    private const int ShortestAnswer = 600;
    private const int LongestAnswer = 3_500;
    private const string Again = "What did you tell me about that at the beginning, in one sentence?";
    private static readonly Regex Figure = new(@"\d[\d.,]*\d\d", RegexOptions.CultureInvariant);
    private static readonly Regex Mark = new(@"\[S\d+\]", RegexOptions.CultureInvariant);
    private readonly List<string> _questions;

    private LongTalk(string persona, List<string> questions) => (Persona, _questions) = (persona, questions);

    /// <summary>Gets who talks.</summary>
    public string Persona { get; }

    /// <summary>Chooses the talk: of the person who got the most long answers, the longest of them.</summary>
    /// <param name="told">What the rules answered.</param>
    /// <exception cref="CopilotException">There are too few long answers for a long talk.</exception>
    public static LongTalk Of(IReadOnlyList<(string Persona, string Question, Turn Turn)> told)
    {
        var most = told.Where(t => t.Turn.Answer.Length is >= ShortestAnswer and <= LongestAnswer && t.Turn.Sources.Count > 0 && t.Turn.Proposals.Count == 0)
            .GroupBy(t => t.Persona, StringComparer.Ordinal)
            .Select(g => (Persona: g.Key, Questions: g.OrderByDescending(t => t.Turn.Answer.Length).Select(t => t.Question).Distinct(StringComparer.Ordinal).Take(Topics).ToList()))
            .MaxBy(g => g.Questions.Count);
        return most.Questions is { Count: Topics } ? new LongTalk(most.Persona, most.Questions) : throw new CopilotException($"There is no person with {Topics} golden questions that have long answers.");
    }

    /// <summary>Holds the talk with one model.</summary>
    /// <param name="target">Who answers.</param>
    /// <param name="server">The model's endpoint.</param>
    /// <param name="book">Which calls answer which question.</param>
    /// <param name="begin">Tells the model what comes.</param>
    /// <param name="offences">Takes what must not happen and did.</param>
    /// <param name="judge">Looks at a turn for leaks, inventions and ways out.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was told again with its sources, why the rest was not, and how many turns the model was asked to shorten.</returns>
    public async Task<(Share Remembered, IReadOnlyList<string> Forgotten, int Shortened)> RunAsync(
        IEvalTarget target, VoiceServer server, VoiceBook book, Action<VoiceScript> begin, List<string> offences, Func<Turn, Task<IReadOnlyList<string>>> judge, CancellationToken cancellationToken)
    {
        var (said, before, forgotten) = (new List<Turn>(), server.Shortened, new List<string>());
        foreach (var question in _questions)
        {
            begin(book.Of(Persona, question));
            await AskAsync(question);
        }

        for (var i = 0; i < Recalled; i++)
        {
            var first = said[i];
            begin(new VoiceScript { Persona = Persona, Calls = [], TurnsAgo = said.Skip(i).Count(IsHistory) });
            if (Lost(first, await AskAsync(Again)) is { } lost)
            {
                forgotten.Add($"{first.Question} ({Persona}): {lost}");
            }
        }

        return (new Share(Recalled - forgotten.Count, Recalled), forgotten, server.Shortened - before);

        async Task<Turn> AskAsync(string question)
        {
            server.History = null;
            var turn = await target.AskAsync(Persona, said.Count == 0 ? null : said[0].ConversationId, question, cancellationToken);
            offences.AddRange(Faults(server.History, [.. said.Where(IsHistory)]).Concat(await judge(turn)).Select(o => $"long talk, turn {said.Count + 1} ({Persona}): {o}"));
            said.Add(turn);
            return turn;
        }
    }

    /// <summary>What failed is not told to a model as history.</summary>
    private static bool IsHistory(Turn turn) => turn.Outcome != TurnOutcome.Failed;

    /// <summary>Why an answer does not repeat an earlier one from the same sources and with its figures; null when it does.</summary>
    internal static string? Lost(Turn first, Turn again)
        => again is not { Outcome: TurnOutcome.Answered, Planner: PlannerKind.Model } ? $"{again.Outcome} by the {again.Planner} planner. {again.Degraded} {string.Join(" | ", again.Grounding.Unsupported)}"
            : again.Sources.Count == 0 ? "told without a source"
            : again.Sources.FirstOrDefault(s => !first.Sources.Any(f => f.Kind == s.Kind && f.Title == s.Title && f.Uri == s.Uri)) is { } other ? $"another source: {other.Title}"
            : Figure.Matches(Mark.Replace(again.Answer, string.Empty)).FirstOrDefault(f => !first.Answer.Contains(f.Value, StringComparison.Ordinal)) is { } figure ? $"another figure: {figure.Value}"
            : null;

    /// <summary>What is wrong with the conversation so far as a model was sent it.</summary>
    /// <param name="history">What it was sent; null for nothing.</param>
    /// <param name="said">What was really said, the oldest first.</param>
    internal static IEnumerable<string> Faults(string? history, IReadOnlyList<Turn> said)
    {
        if (history is null)
        {
            yield break;
        }

        if (history.Length > LongestHistory)
        {
            yield return $"the model was sent {history.Length} characters of conversation, more than {LongestHistory}";
        }

        var told = EarlierTurns.Told(history);
        for (var i = 1; i <= Math.Min(told.Count, said.Count); i++)
        {
            var turn = said[^i];
            foreach (var figure in Figure.Matches(Mark.Replace(told[^i], string.Empty)).Select(f => f.Value).Where(f => !turn.Answer.Contains(f, StringComparison.Ordinal)))
            {
                yield return $"the conversation as sent holds {figure}, which was not said";
            }
        }
    }
}
