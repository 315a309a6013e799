using System.Text.RegularExpressions;

namespace Copilot.Evals.Voices;

/// <summary>Reads the earlier turns that stand in a prompt, as any model can.</summary>
internal static class EarlierTurns
{
    private static readonly Regex History = new(@"begin: the conversation so far\n(?<text>.*?)\noutside-\w+ end", RegexOptions.CultureInvariant | RegexOptions.Singleline);
    private static readonly Regex ToShorten = new(@"begin: earlier turns\n(?<text>.*?)\noutside-\w+ end", RegexOptions.CultureInvariant | RegexOptions.Singleline);
    private static readonly Regex Asked = new(@"(?:^|\n\n)Asked: ", RegexOptions.CultureInvariant);
    private static readonly Regex Numbered = new(@"(?:^|\n\n)\d{1,2}: Asked: ", RegexOptions.CultureInvariant);
    private static readonly Regex SentenceEnd = new(@"(?<=[\p{Ll}\d%)€]{2})\. (?=\p{Lu})", RegexOptions.CultureInvariant);
    private static readonly Regex MarkedPart = new(@"(?<text>[^\n\[\]|]+?)\s*(?<marks>(?:\[S\d+\])+)", RegexOptions.CultureInvariant);

    /// <summary>The conversation so far as it was sent to a model, or null when nothing was.</summary>
    public static string? HistoryIn(VoiceRequest request) => History.Match(request.Whole) is { Success: true } match ? match.Groups["text"].Value : null;

    /// <summary>The answers of the conversation so far, the oldest first.</summary>
    /// <param name="history">The text of <see cref="HistoryIn"/>.</param>
    public static IReadOnlyList<string> Told(string history) => [.. Asked.Split(history).Where(p => p.Length > 0).Select(p => Answer(p, "\n(as of "))];

    /// <summary>The answers that a model is asked to shorten, in the order of their numbers from 1; empty when it is asked for something else.</summary>
    public static IReadOnlyList<string> Wanted(VoiceRequest request)
        => request.Tools.Count == 0 && ToShorten.Match(request.Whole) is { Success: true } match ? [.. Numbered.Split(match.Groups["text"].Value).Where(p => p.Length > 0).Select(p => Answer(p, null))] : [];

    /// <summary>The sentences of an answer that have a source, each with its marks at the end.</summary>
    public static IEnumerable<(string Text, string Marks)> Sentences(string answer)
        => MarkedPart.Matches(answer).Select(m => (SentenceEnd.Split(m.Groups["text"].Value.Replace("**", string.Empty, StringComparison.Ordinal))[^1].Trim(' ', '.', '-', '*', '\n'), m.Groups["marks"].Value)).Where(s => s.Item1.Length > 12);

    private static string Answer(string part, string? end)
    {
        var from = part.IndexOf("\nAnswered: ", StringComparison.Ordinal);
        var answer = from < 0 ? string.Empty : part[(from + "\nAnswered: ".Length)..];
        var to = end is null ? -1 : answer.LastIndexOf(end, StringComparison.Ordinal);
        return to < 0 ? answer : answer[..to];
    }
}
