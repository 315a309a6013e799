using System.Text;
using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Conversation.Grounding;
using Copilot.Conversation.Planning.Model;

namespace Copilot.Conversation.History;

/// <summary>
/// Writes earlier turns for a model: the newest whole, older ones as their question and what was said in short: a small model's summary that was held to the answer, or
/// the first sentences that stood on sources. Every fact keeps the source it had.
/// </summary>
internal static partial class HistoryText
{
    private const int PointLength = 400;
    private const int LongestAnswer = 4_000;

    /// <summary>Writes the turns, oldest first; null when there is nothing to tell.</summary>
    /// <param name="turns">The turns, oldest first.</param>
    /// <param name="pool">Takes their sources and gives them marks of this turn.</param>
    /// <param name="window">How many characters whole turns may have together.</param>
    /// <param name="zone">The caller's time zone.</param>
    /// <param name="summaries">What is known of turns in short, by their id.</param>
    public static string? Of(IReadOnlyList<StoredTurn> turns, EvidencePool pool, int window, TimeZoneInfo zone, IReadOnlyDictionary<string, string> summaries)
    {
        var parts = new List<string>();
        var left = window;
        foreach (var stored in turns.Reverse().Where(t => t.Turn.Outcome != TurnOutcome.Failed))
        {
            var whole = Cut(stored.Turn.Answer, LongestAnswer);
            var isWhole = whole.Length + stored.Turn.Question.Length <= left;
            left -= isWhole ? whole.Length + stored.Turn.Question.Length : PointLength;
            if (left < -window)
            {
                break;
            }

            parts.Insert(0, Turn(stored, isWhole ? whole : summaries.GetValueOrDefault(stored.Turn.TurnId) is { Length: > 0 } summary ? summary : Point(stored.Turn.Answer), pool, zone));
        }

        return parts.Count == 0 ? null : string.Join("\n\n", parts);
    }

    /// <summary>The turns that do not stand whole in a window, oldest first.</summary>
    /// <param name="turns">The turns, oldest first.</param>
    /// <param name="window">How many characters whole turns may have together.</param>
    public static IReadOnlyList<StoredTurn> Beyond(IReadOnlyList<StoredTurn> turns, int window)
    {
        var beyond = new List<StoredTurn>();
        foreach (var stored in turns.Reverse().Where(t => t.Turn.Outcome != TurnOutcome.Failed))
        {
            var length = Math.Min(stored.Turn.Answer.Length, LongestAnswer) + stored.Turn.Question.Length;
            window -= length;
            if (window < 0)
            {
                beyond.Insert(0, stored);
            }
        }

        return beyond;
    }

    private static string Turn(StoredTurn stored, string answer, EvidencePool pool, TimeZoneInfo zone)
    {
        var said = SaidSentences.ByMark(stored);
        var text = new StringBuilder("Asked: ").Append(Cut(stored.Turn.Question, 1_000)).Append("\nAnswered: ");
        text.Append(Mark().Replace(answer, m => stored.Evidence.TryGetValue(m.Groups["mark"].Value, out var evidence)
            ? $"[{pool.AddEarlier(stored.Turn.TurnId, m.Groups["mark"].Value, evidence, said.GetValueOrDefault(m.Groups["mark"].Value))}]" : string.Empty));
        return text.Append("\n(as of ").Append(TimeZoneInfo.ConvertTime(stored.Turn.StartedAt, zone).ToString("ddd d MMM yyyy HH:mm", System.Globalization.CultureInfo.InvariantCulture)).Append(')').ToString();
    }

    /// <summary>The first sentences that cite a source.</summary>
    private static string Point(string answer)
    {
        var point = string.Join(' ', Sentences.Of(answer.Replace('\n', ' ')).Where(s => Mark().IsMatch(s)).Take(2));
        return Cut(point.Length > 0 ? point : answer, PointLength);
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest] + " […]";

    [GeneratedRegex(@"\[(?<mark>S\d{1,4})\]")]
    private static partial Regex Mark();
}
