using System.Globalization;
using System.Net;
using System.Text;

namespace Copilot.Governance.Screening;

/// <summary>Other readings of a text in which an instruction can be hidden: decoded, turned round, shifted. Only readings that are words are given.</summary>
internal static class HiddenInstructions
{
    private const int ShortestRun = 24;
    private const int LongestText = 20_000;
    private const int MostRuns = 20;

    /// <summary>The readings; none for most texts.</summary>
    public static IEnumerable<string> Readings(string text)
    {
        var part = text.Length <= LongestText ? text : text[..LongestText];
        foreach (var run in Runs(part).Take(MostRuns))
        {
            foreach (var decoded in Decoded(run, depth: 2))
            {
                yield return decoded;
            }
        }

        if (part.Contains("&#", StringComparison.Ordinal))
        {
            yield return WebUtility.HtmlDecode(part);
        }

        if (part.Count(c => c == '%') > 3)
        {
            yield return Uri.UnescapeDataString(part);
        }

        if (part.Contains("\\u00", StringComparison.OrdinalIgnoreCase) || part.Contains("\\x", StringComparison.OrdinalIgnoreCase))
        {
            yield return Escapes(part);
        }

        if (PlainForm.Tagged(part) is { Length: > 7 } tagged)
        {
            yield return tagged;
        }

        // A question that is about reading it another way is read another way; turning every text round would find words by chance.
        var plain = part.ToLowerInvariant();
        if (plain.Contains("backward", StringComparison.Ordinal) || plain.Contains("revers", StringComparison.Ordinal) || plain.Contains("rückwärts", StringComparison.Ordinal) || plain.Contains("erongi", StringComparison.Ordinal))
        {
            yield return new string([.. part.Reverse()]);
        }

        if (plain.Contains("rot13", StringComparison.Ordinal) || plain.Contains("rot-13", StringComparison.Ordinal) || plain.Contains("caesar", StringComparison.Ordinal) || plain.Contains("vtaber", StringComparison.Ordinal))
        {
            yield return new string([.. part.Select(Rot13)]);
        }

        if (Spelled(part) is { } spelled)
        {
            yield return spelled;
        }
    }

    private static IEnumerable<string> Decoded(string run, int depth)
    {
        foreach (var bytes in new[] { FromBase64(run), FromBase32(run), FromHex(run) })
        {
            if (bytes is not null && Words(bytes) is { } words)
            {
                yield return words;
                foreach (var deeper in depth > 1 ? Runs(words).Take(3).SelectMany(r => Decoded(r, depth - 1)) : [])
                {
                    yield return deeper;
                }
            }
        }
    }

    private static IEnumerable<string> Runs(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var from = at;
            while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '+' or '/' or '-' or '_'))
            {
                at++;
            }

            if (at - from >= ShortestRun)
            {
                yield return text[from..at];
            }

            at = at == from ? at + 1 : at;
        }
    }

    private static byte[]? FromBase64(string run)
    {
        var plain = run.Replace('-', '+').Replace('_', '/');
        var bytes = new byte[plain.Length];
        return Convert.TryFromBase64String(plain[..(plain.Length - (plain.Length % 4 == 1 ? 1 : 0))].PadRight((plain.Length + 3) / 4 * 4, '='), bytes, out var count) ? bytes[..count] : null;
    }

    private static byte[]? FromBase32(string run)
    {
        var bytes = new List<byte>(run.Length);
        var (held, bits) = (0, 0);
        foreach (var c in run)
        {
            var value = c is >= 'A' and <= 'Z' ? c - 'A' : c is >= '2' and <= '7' ? c - '2' + 26 : -1;
            if (value < 0)
            {
                return null;
            }

            (held, bits) = (((held << 5) | value) & 0xFFFF, bits + 5);
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(held >> bits));
            }
        }

        return [.. bytes];
    }

    private static byte[]? FromHex(string run) => run.Length % 2 == 0 && run.All(char.IsAsciiHexDigit) ? Convert.FromHexString(run) : null;

    /// <summary>The text that bytes write, when it is one: printable, with letters for the most part.</summary>
    private static string? Words(byte[] bytes)
    {
        if (bytes.Length < 8)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes);
        var letters = text.Count(c => char.IsLetter(c) || c == ' ');
        return !text.Contains('\uFFFD', StringComparison.Ordinal) && !text.Any(c => char.IsControl(c) && !char.IsWhiteSpace(c)) && letters * 10 >= text.Length * 7 ? text : null;
    }

    private static string Escapes(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var length = text[i] == '\\' && i + 1 < text.Length ? text[i + 1] switch { 'u' => 4, 'x' => 2, _ => 0 } : 0;
            if (length > 0 && i + 2 + length <= text.Length && int.TryParse(text.AsSpan(i + 2, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                plain.Append((char)code);
                i += 1 + length;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }

    /// <summary><c>i g n o r e</c>, <c>i-g-n-o-r-e</c>: single letters put together, words at wider gaps.</summary>
    private static string? Spelled(string text)
    {
        var tokens = text.Split(text.Count(c => c == ' ') > text.Length / 3 ? ' ' : '-');
        if (tokens.Length < 12 || tokens.Count(t => t.Length == 1) * 10 < tokens.Length * 6)
        {
            return null;
        }

        return string.Concat(tokens.Select(t => t.Length == 0 ? " " : t));
    }

    private static char Rot13(char c) => c switch
    {
        >= 'a' and <= 'z' => (char)('a' + ((c - 'a' + 13) % 26)),
        >= 'A' and <= 'Z' => (char)('A' + ((c - 'A' + 13) % 26)),
        _ => c,
    };
}
