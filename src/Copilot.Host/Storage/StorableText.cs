using System.Text;

namespace Copilot.Host.Storage;

/// <summary>Makes text from outside such that every store can keep it: PostgreSQL has no U+0000, and none has half a character.</summary>
internal static class StorableText
{
    /// <summary>Puts U+FFFD in the place of what can't be kept.</summary>
    /// <param name="text">Any text, or null.</param>
    /// <returns>The text, the same when all of it can be kept.</returns>
    public static string? Of(string? text)
    {
        if (text is null || !MustChange(text))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Half a surrogate pair comes out of the enumeration as U+FFFD already.
            kept.Append((rune.Value == 0 ? Rune.ReplacementChar : rune).ToString());
        }

        return kept.ToString();
    }

    private static bool MustChange(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || (char.IsSurrogate(text[i]) && (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))))
            {
                return true;
            }

            i += char.IsSurrogate(text[i]) ? 1 : 0;
        }

        return false;
    }
}
