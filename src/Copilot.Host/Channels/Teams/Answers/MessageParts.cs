using System.Text;

namespace Copilot.Host.Channels.Teams.Answers;

/// <summary>Divides a long text between paragraphs, else between lines, else between words, so that each part fits into a message.</summary>
internal static class MessageParts
{
    /// <summary>The most bytes of text in one message. Teams takes about 100 KB for a whole activity, written as UTF-16; citations and cards need room too.</summary>
    public const int MostBytes = 20_000;

    private static readonly string[] Seams = ["\n\n", "\n", " "];

    /// <summary>Divides a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The most bytes of a part, as UTF-8.</param>
    /// <returns>One part or more; a table that is cut goes on under its heading.</returns>
    public static IReadOnlyList<string> Of(string text, int most = MostBytes)
    {
        var parts = new List<string>();
        var rest = text;
        while (Encoding.UTF8.GetByteCount(rest) > most)
        {
            var (cut, skip) = Cut(rest, most);
            var part = rest[..cut];
            parts.Add(part.TrimEnd());
            rest = Heading(part, rest[(cut + skip)..]) + rest[(cut + skip)..].TrimStart('\n');
        }

        parts.Add(rest);
        return parts;
    }

    private static (int At, int Skip) Cut(string text, int most)
    {
        var end = Fits(text, most);
        foreach (var seam in Seams)
        {
            // A seam near the beginning would leave a tiny part.
            var at = text.LastIndexOf(seam, end - 1, end, StringComparison.Ordinal);
            if (at > end / 2)
            {
                return (at, seam.Length);
            }
        }

        return (end, 0);
    }

    private static int Fits(string text, int most)
    {
        var bytes = 0;
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > most)
            {
                break;
            }

            at += rune.Utf16SequenceLength;
        }

        return at;
    }

    private static string Heading(string part, string rest)
    {
        if (!rest.StartsWith('|'))
        {
            return string.Empty;
        }

        var lines = part.Split('\n');
        var first = lines.Length - 1;
        while (first > 0 && lines[first - 1].StartsWith('|'))
        {
            first--;
        }

        // A heading longer than a fifth of a message would leave no room for rows.
        return first + 1 < lines.Length && lines[first + 1].StartsWith("|-", StringComparison.Ordinal) && lines[first].Length < MostBytes / 5
            ? $"{lines[first]}\n{lines[first + 1]}\n"
            : string.Empty;
    }
}
