using System.Text;

namespace Copilot.Governance.Masking;

/// <summary>Finds placeholders in what a model wrote: in any case, with markdown's backslash before the underscore, with the s of a genitive.</summary>
internal static class PlaceholderText
{
    public static string Replace(string text, Dictionary<string, string> values)
    {
        var restored = new StringBuilder(text.Length + 64);
        var known = values.GetAlternateLookup<ReadOnlySpan<char>>();
        var copied = 0;
        for (var at = 0; at < text.Length;)
        {
            if (!IsWord(text, at))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < text.Length && IsWord(text, end))
            {
                end++;
            }

            var word = text.AsSpan(at, end - at);
            if (word.Contains('_'))
            {
                var plain = word.Contains('\\') ? word.ToString().Replace("\\", string.Empty, StringComparison.Ordinal) : word;
                var genitive = plain.EndsWith('s') ? 1 : 0;
                if (known.TryGetValue(plain, out var value) || (genitive > 0 && known.TryGetValue(plain[..^1], out value)))
                {
                    var rest = known.ContainsKey(plain) ? 0 : genitive;
                    restored.Append(text, copied, at - copied).Append(value);
                    copied = end - rest;
                }
            }

            at = end;
        }

        return copied == 0 ? text : restored.Append(text, copied, text.Length - copied).ToString();
    }

    private static bool IsWord(string text, int at)
        => char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_' || (text[at] == '\\' && at + 1 < text.Length && text[at + 1] == '_') || char.IsLetter(text[at]);
}
