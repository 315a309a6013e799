using System.Globalization;

namespace Copilot.Governance.Masking.Finding;

/// <summary>Finds e-mail addresses (RFC 5321 without quoted names, RFC 6531 letters), from sign to sign.</summary>
internal static class EmailFinder
{
    private const int LongestLocal = 64;
    private const int LongestDomain = 253;

    public static void Find(ReadOnlySpan<char> text, List<Found> found)
    {
        var at = 0;
        while (text[at..].IndexOfAny('@', '\uFF20') is >= 0 and var next)
        {
            var sign = at + next;
            var start = sign;
            while (start > at && sign - start < LongestLocal && (IsWord(text, start - 1) || ".%+-&'=~!#$*/?^`{|}".Contains(text[start - 1], StringComparison.Ordinal)))
            {
                start--;
            }

            // Signs that stand around an address rather than in it.
            while (start < sign && ".'`*{|}/=!?#^~".Contains(text[start], StringComparison.Ordinal))
            {
                start++;
            }

            var end = DomainEnd(text, sign + 1);
            if (start < sign && end > 0)
            {
                found.Add(new Found(start, end - start, MaskClass.Email, text[start..end].ToString().ToLower(CultureInfo.InvariantCulture)));
                at = end;
            }
            else
            {
                at = sign + 1;
            }
        }
    }

    /// <summary>Where a domain of at least two labels ends, or -1.</summary>
    private static int DomainEnd(ReadOnlySpan<char> text, int from)
    {
        var (end, dots, label) = (-1, 0, from);
        var i = from;
        for (; i < text.Length && i - from < LongestDomain; i++)
        {
            if (text[i] == '.')
            {
                if (i == label)
                {
                    break;
                }

                dots++;
                label = i + 1;
            }
            else if (IsWord(text, i) && text[i] != '_')
            {
                end = dots > 0 && i > label ? i + 1 : end;
            }
            else if (text[i] != '-')
            {
                break;
            }
        }

        return end;
    }

    private static bool IsWord(ReadOnlySpan<char> text, int at) => char.IsLetterOrDigit(text[at]) || text[at] == '_' || char.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark;
}
