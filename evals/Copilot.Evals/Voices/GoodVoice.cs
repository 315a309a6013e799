using System.Text.RegularExpressions;

namespace Copilot.Evals.Voices;

/// <summary>A model that does its work well: it calls the tools that answer the question and writes what they found, each sentence with its marks.</summary>
internal class GoodVoice : IVoice
{
    private const string Nothing = "I found nothing that answers this.";
    private static readonly Regex Finding = new(@"^- (?<text>.*?)\s*(?<marks>(?:\[S\d+\])+)\s*$", RegexOptions.CultureInvariant | RegexOptions.Multiline);
    private static readonly Regex AskBack = new(@"^Ask back: (?<text>.+)$", RegexOptions.CultureInvariant | RegexOptions.Multiline);
    private static readonly Regex SentenceEnd = new(@"(?<=[\p{Ll}\d%)€]{2})\. (?=\p{Lu})", RegexOptions.CultureInvariant);

    /// <summary>Gets or sets what is asked.</summary>
    public required VoiceScript Script { get; set; }

    /// <inheritdoc/>
    public virtual VoiceReply Answer(VoiceRequest request)
    {
        if (EarlierTurns.Wanted(request) is { Count: > 0 } wanted)
        {
            return VoiceReply.Says(string.Join('\n', wanted.Select((answer, i) => $"{i + 1}: {Shortened(answer)}")));
        }

        if (Script.TurnsAgo > 0 && EarlierTurns.HistoryIn(request) is { } history)
        {
            return VoiceReply.Says(Again(history, Script.TurnsAgo));
        }

        var results = request.Results;
        return request.Tools.Count > 0 && request.Asked == 0 && Script.Calls.Count > 0 ? VoiceReply.Asks(Script.Calls) : VoiceReply.Says(Write(results));
    }

    /// <summary>What the results say, sentence by sentence.</summary>
    internal static string Write(IReadOnlyList<string> results)
    {
        // What comes near an answer is none.
        results = [.. results.Where(r => !r.Contains("Nothing was found.", StringComparison.Ordinal))];
        var said = results.SelectMany(r => Finding.Matches(r)).Select(m => Marked(m.Groups["text"].Value, m.Groups["marks"].Value)).Distinct().ToList();
        said.AddRange(results.SelectMany(r => AskBack.Matches(r)).Select(m => m.Groups["text"].Value.Trim()));
        return said.Count == 0 ? Nothing : string.Join("\n\n", said);
    }

    /// <summary>What an answer said, in its first two sentences that have a source.</summary>
    internal static string Shortened(string answer)
        => EarlierTurns.Sentences(answer).Take(2).ToList() is { Count: > 0 } said ? string.Join(' ', said.Select(s => $"{s.Text} {s.Marks}.")) : "-";

    /// <summary>The first sentence of an earlier answer, with the marks it has in the prompt.</summary>
    internal static string Again(string history, int turnsAgo)
        => EarlierTurns.Told(history) is var told && told.Count >= turnsAgo ? Shortened(told[^turnsAgo]) : Nothing;

    private static string Marked(string text, string marks) => SentenceEnd.Replace(text.TrimEnd('.', ' '), $" {marks}. ") + $" {marks}.";
}
