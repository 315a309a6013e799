using System.Text;
using Copilot.Contracts;
using Copilot.Documents.Readers.Office;

namespace Copilot.Documents.Readers.Mail;

/// <summary>A message taken apart (RFC 5322, RFC 2045 and 2046).</summary>
internal sealed class MimeMessage
{
    /// <summary>The largest message in bytes; mail servers stop at 150 MB at the latest.</summary>
    public const int Largest = 150 * 1024 * 1024;

    private const int MostParts = 1000;
    private const int Deepest = 20;
    private readonly byte[] _bytes;
    private int _parts;

    private MimeMessage(byte[] bytes)
    {
        _bytes = bytes;
        Root = Read(0, bytes.Length, 0, "text/plain");
    }

    /// <summary>Gets the message itself.</summary>
    public MimePart Root { get; }

    /// <summary>Reads a message.</summary>
    /// <exception cref="CopilotException">It is no message, or breaks a limit.</exception>
    public static async Task<MimeMessage> ReadAsync(FileToRead file, CancellationToken cancellationToken)
    {
        await using var stream = FileSigns.Open(file);
        var head = FileSigns.Head(stream);
        if (!Knows(head))
        {
            throw new CopilotException(ForeignFile.Words(head, stream, file) ?? "this is not an e-mail message: it does not start with header lines. Save it from the mail program as .eml.");
        }

        if (stream.Length > Largest)
        {
            throw new CopilotException($"the message is larger than {Largest / (1024 * 1024)} MB; save its attachments and add them by themselves.");
        }

        var bytes = new byte[stream.Length];
        var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return new MimeMessage(read == bytes.Length ? bytes : bytes[..read]);
    }

    /// <summary>Says whether bytes start with header lines, one of them usual in messages.</summary>
    public static bool Knows(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            head = head[3..];
        }

        var text = Encoding.Latin1.GetString(head);
        var colon = text.AsSpan().IndexOfAny(':', '\n', ' ');
        return colon > 0 && (text[colon] == ':' || text.StartsWith("From ", StringComparison.Ordinal))
            && text.Split('\n').TakeWhile(l => l.Trim().Length > 0).Any(l => l.Split(':', 2)[0].Trim().ToLowerInvariant()
                is "from" or "to" or "subject" or "date" or "received" or "message-id" or "mime-version" or "content-type" or "return-path" or "delivered-to");
    }

    /// <summary>Writes the bytes of a part as they were before they were sent.</summary>
    public void Write(MimePart part, Stream to) => TransferDecoding.Write(_bytes.AsSpan(part.Start..part.End), part.Encoding, to);

    private MimePart Read(int start, int end, int depth, string usual)
    {
        if (start == 0 && _bytes.AsSpan(0, end).StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            start = 3;
        }

        var headers = new MimeHeaders(_bytes.AsSpan(start..end), out var length);
        var type = new MimeValue(headers.Raw("Content-Type") ?? usual);
        start += length;
        var parts = new List<MimePart>();
        if (type.Name.StartsWith("multipart/", StringComparison.Ordinal) && type["boundary"] is { Length: > 0 } boundary)
        {
            if (depth >= Deepest)
            {
                throw new CopilotException($"the message nests parts more than {Deepest} deep; save its attachments and add them by themselves.");
            }

            var inner = type.Name == "multipart/digest" ? "message/rfc822" : "text/plain";
            foreach (var (from, to) in Pieces(start, end, boundary))
            {
                if (++_parts > MostParts)
                {
                    throw new CopilotException($"the message has more than {MostParts} parts; save its attachments and add them by themselves.");
                }

                parts.Add(Read(from, to, depth + 1, inner));
            }
        }

        return new MimePart { Headers = headers, Type = type, Start = start, End = end, Parts = parts };
    }

    private List<(int Start, int End)> Pieces(int start, int end, string boundary)
    {
        var mark = Encoding.UTF8.GetBytes("--" + boundary);
        var pieces = new List<(int, int)>();
        var open = -1;
        for (var at = start; at < end;)
        {
            var found = _bytes.AsSpan(at..end).IndexOf(mark);
            if (found < 0)
            {
                break;
            }

            found += at;
            var after = found + mark.Length;
            at = after;
            var last = after + 1 < end && _bytes[after] == '-' && _bytes[after + 1] == '-';
            if ((found > start && _bytes[found - 1] != '\n') || !(last || after >= end || _bytes[after] is (byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t'))
            {
                continue;
            }

            if (open >= 0)
            {
                // The line end before a border belongs to the border.
                var stop = found - 1;
                stop -= stop > open && _bytes[stop - 1] == '\r' ? 1 : 0;
                pieces.Add((open, Math.Max(open, stop)));
            }

            var line = _bytes.AsSpan(after..end).IndexOf((byte)'\n');
            open = last || line < 0 ? -1 : after + line + 1;
            if (last)
            {
                return pieces;
            }

            at = open < 0 ? end : open;
        }

        // A message cut off: what is there is still a part.
        if (open >= 0 && open < end)
        {
            pieces.Add((open, end));
        }

        return pieces;
    }
}
