using System.Text;
using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Documents.Readers.Text;

namespace Copilot.Documents.Readers.Html;

/// <summary>Decodes a page: by its byte order mark, what it says of itself in its first bytes, else UTF-8 with Windows-1252 for what is not.</summary>
internal static partial class HtmlText
{
    /// <summary>The largest page in bytes. Two bytes a letter and the text beside it stay within the memory that one file may take.</summary>
    public const long Largest = 64 * 1024 * 1024;

    /// <summary>Decodes a page.</summary>
    /// <param name="bytes">The page.</param>
    /// <param name="declared">The encoding that its sender declares; null to look at the page itself.</param>
    /// <param name="note">A remark for people, or null.</param>
    public static ReadOnlyMemory<char> Decode(Stream bytes, Encoding? declared, out string? note)
    {
        if (bytes.CanSeek && bytes.Length > Largest)
        {
            throw new CopilotException($"the page is larger than {Largest / (1024 * 1024)} MB; split it into parts.");
        }

        var head = new byte[4096];
        var read = bytes.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var start = head.AsMemory(0, read);
        var old = new OldBytes();
        var encoding = ByteMark.Of(start.Span, out _) ?? (head.AsSpan(0, read).StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? null : declared ?? Declared(start.Span)) ?? old.Utf8;

        // What calls itself UTF-8 still goes through the tolerant decoder: many pages say so and are not.
        encoding = encoding.CodePage == Encoding.UTF8.CodePage ? old.Utf8 : encoding;
        using var both = new JoinedStream(start, bytes);
        using var reader = new StreamReader(both, encoding, detectEncodingFromByteOrderMarks: true, 64 * 1024);

        // No encoding makes more letters than it has bytes, so one buffer of the page's size does; a growing one would take twice that.
        var text = new char[(bytes.CanSeek ? bytes.Length : read) + 16];
        var filled = 0;
        for (int got; (got = reader.ReadBlock(text, filled, text.Length - filled)) > 0;)
        {
            filled += got;
            if (filled == text.Length)
            {
                Array.Resize(ref text, text.Length * 2);
            }

            if (filled > Largest)
            {
                throw new CopilotException($"the page is larger than {Largest / (1024 * 1024)} MB; split it into parts.");
            }
        }

        note = old.Count > 0 ? OldBytes.Note : null;
        return text.AsMemory(0, filled);
    }

    private static Encoding? Declared(ReadOnlySpan<byte> head)
    {
        var match = Meta().Match(Encoding.Latin1.GetString(head));
        var found = match.Success ? Charsets.Find(match.Groups[1].Value) : null;

        // A page whose declaration can be read byte by byte is not UTF-16, whatever it says.
        return found is UnicodeEncoding ? Encoding.UTF8 : found;
    }

    [GeneratedRegex("""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{2,40})""", RegexOptions.IgnoreCase)]
    private static partial Regex Meta();
}
