using System.Text.RegularExpressions;

namespace Copilot.Evals.Voices;

/// <summary>A model that does its work well: it calls the tools that answer the question and writes what they found, with its marks.</summary>
internal class GoodVoice : IVoice
{
    private const string Nothing = "I found nothing that answers this.";
    private static readonly Regex Marked = new(@"^(?:[-*•]\s*|\d+[.)]\s*)?(?<text>.*\[S\d+\].*)$", RegexOptions.CultureInvariant | RegexOptions.Multiline);

    /// <summary>Gets or sets what is asked.</summary>
    public required VoiceScript Script { get; set; }

    /// <inheritdoc/>
    public virtual VoiceReply Answer(VoiceRequest request)
    {
        var results = request.Results;
        return request.Tools.Count > 0 && results.Count == 0 && Script.Calls.Count > 0 ? VoiceReply.Asks(Script.Calls) : VoiceReply.Says(Write(results));
    }

    /// <summary>What the results say, sentence by sentence.</summary>
    protected static string Write(IReadOnlyList<string> results)
    {
        var lines = results.SelectMany(r => Marked.Matches(r)).Select(m => m.Groups["text"].Value.Trim()).Distinct().ToList();
        return lines.Count == 0 ? Nothing : string.Join('\n', lines);
    }
}
