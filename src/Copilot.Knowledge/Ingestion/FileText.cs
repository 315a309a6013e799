using System.Text;
using Copilot.Contracts;

namespace Copilot.Knowledge.Ingestion;

/// <summary>The text of a file, with line ends as \n.</summary>
/// <param name="Text">The text.</param>
/// <param name="Note">A remark for the report, or null.</param>
internal sealed record FileText(string Text, string? Note)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file as text.</summary>
    /// <exception cref="CopilotException">It is too large, binary, or empty of text.</exception>
    public static async Task<FileText> ReadAsync(string path, long limit, CancellationToken cancellationToken)
    {
        var bytes = await BytesAsync(path, limit, cancellationToken);
        var (text, note) = Decode(bytes);
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return new FileText(text, note);
    }

    private static async Task<byte[]> BytesAsync(string path, long limit, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 * 1024, useAsync: true);

        // The length is checked while reading: a file may grow, and special files lie about it.
        using var memory = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await file.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            memory.Write(buffer, 0, read);
            if (memory.Length > limit)
            {
                throw new CopilotException($"the file is larger than {limit / (1024 * 1024)} MB; split it into parts.");
            }
        }

        return memory.ToArray();
    }

    private static (string Text, string? Note) Decode(byte[] bytes)
    {
        var span = bytes.AsSpan();
        if (span.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            span = span[3..];
        }
        else if (span.StartsWith<byte>([0xFF, 0xFE]))
        {
            return (Encoding.Unicode.GetString(span[2..]), "read as UTF-16");
        }
        else if (span.StartsWith<byte>([0xFE, 0xFF]))
        {
            return (Encoding.BigEndianUnicode.GetString(span[2..]), "read as UTF-16");
        }

        if (LooksBinary(span))
        {
            throw new CopilotException("the file is not text; give Markdown or plain text.");
        }

        try
        {
            return (Strict.GetString(span), null);
        }
        catch (DecoderFallbackException)
        {
            return (Windows1252.GetString(span), "not UTF-8: read as Windows-1252; save it as UTF-8 if accents look wrong");
        }
    }

    private static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        var controls = 0;
        foreach (var b in bytes)
        {
            if (b == 0)
            {
                return true;
            }

            controls += b < 32 && b is not (9 or 10 or 12 or 13 or 27) ? 1 : 0;
        }

        return controls > Math.Max(4, bytes.Length / 100);
    }
}
