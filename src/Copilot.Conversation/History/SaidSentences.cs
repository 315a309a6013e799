using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Conversation.Composing;
using Copilot.Conversation.Grounding;

namespace Copilot.Conversation.History;

/// <summary>What an earlier answer said of each of its sources: the sentences that cite it, which were held to it when they were said.</summary>
internal static partial class SaidSentences
{
    /// <summary>Gets the sentences by mark, a line each, without marks and mark-up.</summary>
    /// <param name="stored">The earlier turn.</param>
    public static IReadOnlyDictionary<string, string> ByMark(StoredTurn stored)
        => stored.Turn.Answer.Split('\n')
            .SelectMany(Sentences.Of)
            .SelectMany(sentence => Mark().Matches(sentence).Select(m => (Mark: m.Groups["mark"].Value, Text: MarkdownText.Unescape(Mark().Replace(sentence, string.Empty)).Trim(' ', '|', '-'))))
            .Where(s => stored.Evidence.ContainsKey(s.Mark))
            .GroupBy(s => s.Mark, s => s.Text, StringComparer.Ordinal)
            .ToDictionary(s => s.Key, s => string.Join('\n', s.Distinct()), StringComparer.Ordinal);

    [GeneratedRegex(@"\s*\[(?<mark>S\d{1,4})\]")]
    private static partial Regex Mark();
}
