using System.Text;
using Copilot.Documents.Readers.Text;

namespace Copilot.Documents.Readers.Mail;

/// <summary>The header lines of a message or a part, unfolded (RFC 5322, section 2.2).</summary>
internal sealed class MimeHeaders
{
    private const int Longest = 256 * 1024;
    private readonly List<(string Name, string Value)> _lines = [];

    /// <summary>Reads header lines.</summary>
    /// <param name="bytes">The bytes from the first line on.</param>
    /// <param name="length">How many bytes the header takes, its blank line included.</param>
    public MimeHeaders(ReadOnlySpan<byte> bytes, out int length)
    {
        length = 0;
        var text = new StringBuilder();
        var utf8 = new OldBytes().Utf8;
        while (length < bytes.Length && length < Longest)
        {
            var end = bytes[length..].IndexOf((byte)'\n');
            var line = (end < 0 ? bytes[length..] : bytes.Slice(length, end)).TrimEnd((byte)'\r');
            var next = end < 0 ? bytes.Length : length + end + 1;
            if (line.Length == 0)
            {
                length = next;
                break;
            }

            if (line[0] is (byte)' ' or (byte)'\t')
            {
                text.Append(' ').Append(utf8.GetString(line).Trim());
            }
            else if (line.IndexOf((byte)':') <= 0 && !(length == 0 && line.StartsWith("From "u8)))
            {
                // Not a header line: the body starts without the blank line that should stand before it.
                break;
            }
            else
            {
                Add(text);
                text.Append(utf8.GetString(line));
            }

            length = next;
        }

        Add(text);
    }

    /// <summary>Gets the first line of that name; null when there is none. Encoded words are as they stand.</summary>
    public string? Raw(string name)
    {
        foreach (var (key, value) in _lines)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Gets a line as people read it.</summary>
    public string? Text(string name) => Raw(name) is { } raw ? EncodedWords.Decode(raw) : null;

    private void Add(StringBuilder text)
    {
        var line = text.ToString();
        text.Clear();
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && _lines.Count < 2000)
        {
            _lines.Add((line[..colon].Trim(), line[(colon + 1)..].Trim()));
        }
    }
}
