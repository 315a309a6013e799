using System.Text.RegularExpressions;

namespace Copilot.Conversation.Grounding;

/// <summary>Cuts text into sentences. In doubt two stay one: a sentence is checked whole.</summary>
internal static partial class Sentences
{
    /// <summary>Cuts a text.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        foreach (Match end in End().Matches(text))
        {
            var before = text[start..end.Index];
            var word = before[(before.LastIndexOf(' ') + 1)..].TrimStart('(');
            if (word.Length <= 1 || Abbreviated().IsMatch(word))
            {
                continue;
            }

            sentences.Add(text[start..(end.Index + 1)].Trim());
            start = end.Index + end.Length;
        }

        if (start < text.Length && text[start..].Trim() is { Length: > 0 } rest)
        {
            sentences.Add(rest);
        }

        return sentences;
    }

    [GeneratedRegex(@"[.!?](?=\s+[\p{Lu}\d“""])\s+")]
    private static partial Regex End();

    [GeneratedRegex(@"^(?:no|nr|sp|st|dr|mr|mrs|ms|approx|ca|vs|e\.g|i\.e|etc|inc|ltd|co|corp|art|para|fig|max|min|incl|excl|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|z o\.o|o\.o)$", RegexOptions.IgnoreCase)]
    private static partial Regex Abbreviated();
}
