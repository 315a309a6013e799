using System.Buffers;

namespace Copilot.Governance.Masking;

/// <summary>What stands around a place in a text.</summary>
internal static class TextAround
{
    private const int Reach = 36;

    private static readonly SearchValues<char> Ends = SearchValues.Create("\n\r;!?|{}");

    /// <summary>Whether nothing that belongs to a word or number stands directly before a place.</summary>
    public static bool BeginsAt(ReadOnlySpan<char> text, int at) => at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] == '_');

    /// <summary>Whether nothing that belongs to a word or number stands directly at a place.</summary>
    public static bool EndsAt(ReadOnlySpan<char> text, int at) => at >= text.Length || !(char.IsLetterOrDigit(text[at]) || text[at] == '_');

    /// <summary>Whether one of the words stands shortly before a place, in the same line, with no other number between.</summary>
    public static bool Announced(ReadOnlySpan<char> text, int at, SearchValues<string> words)
    {
        var before = text[Math.Max(0, at - Reach)..at];
        before = before[(before.LastIndexOfAny(Ends) + 1)..];
        before = before[(before.LastIndexOfAnyInRange('0', '9') + 1)..];
        for (var i = before.IndexOfAny(words); i >= 0;)
        {
            if (i == 0 || !char.IsLetter(before[i - 1]))
            {
                return true;
            }

            var next = before[(i + 1)..].IndexOfAny(words);
            i = next < 0 ? -1 : i + 1 + next;
        }

        return false;
    }
}
