using System.Text.RegularExpressions;

namespace Copilot.Conversation.Streaming;

/// <summary>Finds where a sentence ends in text that may go on. Source marks behind the full stop belong to the sentence.</summary>
internal static partial class SentenceEnd
{
    /// <summary>Finds the end of the first sentence: the offset after its last character; null when it is not certain yet, or is the end of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isEnd">Whether the line ends here.</param>
    public static int? Find(string text, bool isEnd)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '。' or '！' or '？')
            {
                var behind = Behind(text, i + 1);
                if (behind < text.Length || isEnd)
                {
                    return behind < text.Length ? behind : null;
                }
            }

            if (text[i] is not ('.' or '!' or '?' or '…') || IsAbbreviated(text, i))
            {
                continue;
            }

            var end = Behind(text, i + 1);
            if (end == text.Length)
            {
                // Behind a mark nothing but the end of the sentence comes: no abbreviation, no decimal point.
                return !isEnd && i == text.Length - 1 && i > 0 && text[i - 1] is ']' or '】' ? end : null;
            }

            if (char.IsWhiteSpace(text[end]) && NextStarts(text, end) is { } starts)
            {
                if (starts)
                {
                    return end;
                }
            }
            else if (char.IsWhiteSpace(text[end]))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Says whether a text ends as sentences do.</summary>
    public static bool Closes(string text) => Closing().IsMatch(text);

    /// <summary>Steps over quotes, emphasis and marks behind a full stop.</summary>
    private static int Behind(string text, int at)
    {
        while (at < text.Length && text[at] is '"' or '”' or '’' or '\'' or ')' or '*' or '_' or '.' or '!' or '?')
        {
            at++;
        }

        while (Mark().Match(text, at) is { Success: true } mark)
        {
            at += mark.Length;
            while (at < text.Length && text[at] is '*' or '_' or '.')
            {
                at++;
            }
        }

        return at;
    }

    /// <summary>Says whether a new sentence starts behind the white space; null when that can't be seen yet.</summary>
    private static bool? NextStarts(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        // A mark may still be coming: "[" alone says nothing yet.
        return at == text.Length || (text[at] is '[' or '【' && Half().IsMatch(text.AsSpan(at))) ? null : !char.IsLower(text[at]);
    }

    private static bool IsAbbreviated(string text, int at)
    {
        if (text[at] != '.' || at == 0)
        {
            return false;
        }

        var start = at;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        var word = text[start..at].TrimStart('(', '*', '"', '“');
        return word.Length == 0 || (word.Length == 1 && char.IsLetter(word[0])) || (word.Length <= 2 && word.All(char.IsAsciiDigit)) || Abbreviated().IsMatch(word);
    }

    [GeneratedRegex(@"\G\s*[\[【]\s*S\d{1,4}(?:\s*[,;]\s*S\d{1,4})*\s*[\]】]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^[\[【]\s*(?:S[\d,;S\s]*)?$")]
    private static partial Regex Half();

    [GeneratedRegex(@"[.!?…:。！？][""”’')*_]*\s*(?:[\[【]\s*S\d{1,4}(?:\s*[,;]\s*S\d{1,4})*\s*[\]】]\s*)*[*_]*\s*$")]
    private static partial Regex Closing();

    [GeneratedRegex(@"^(?:no|nr|nos|sp|st|dr|mr|mrs|ms|approx|ca|vs|e\.g|i\.e|z\.b|d\.h|bzw|bspw|etc|inc|ltd|co|corp|art|para|fig|max|min|incl|excl|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|z o\.o|o\.o|p\.m|a\.m|u\.s|u\.k|pos|qty|ref|tel|str)$", RegexOptions.IgnoreCase)]
    private static partial Regex Abbreviated();
}
