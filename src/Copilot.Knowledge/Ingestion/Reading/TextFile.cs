using System.Runtime.CompilerServices;
using System.Text;
using Copilot.Contracts;

namespace Copilot.Knowledge.Ingestion.Reading;

/// <summary>A text file whose encoding has been found out. Its text is read in runs, with line ends as \n, so that memory stays bounded.</summary>
internal sealed class TextFile
{
    /// <summary>How many characters a run has at most.</summary>
    public const int RunLength = 64 * 1024;

    private const int BlockLength = 128 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _path;
    private readonly byte[]? _bytes;
    private readonly Encoding? _encoding;
    private readonly int _mark;

    private TextFile(string path, byte[]? bytes, Encoding? encoding, int mark, string? note)
    {
        (_path, _bytes, _encoding, _mark, Note) = (path, bytes, encoding, mark, note);
    }

    /// <summary>Gets a remark on how it is read, or null.</summary>
    public string? Note { get; }

    /// <summary>Finds out how a file is to be read.</summary>
    /// <exception cref="CopilotException">It is not text.</exception>
    public static async Task<TextFile> OpenAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = Open(path);
        var buffer = new byte[BlockLength];
        var length = await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        var whole = length < buffer.Length ? buffer[..length] : null;
        if (buffer.AsSpan(0, length).StartsWith<byte>([0xFF, 0xFE]))
        {
            return new TextFile(path, whole, Encoding.Unicode, 2, "read as UTF-16");
        }

        if (buffer.AsSpan(0, length).StartsWith<byte>([0xFE, 0xFF]))
        {
            return new TextFile(path, whole, Encoding.BigEndianUnicode, 2, "read as UTF-16");
        }

        var mark = buffer.AsSpan(0, length).StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? 3 : 0;
        return await IsUtf8Async(file, buffer, length, cancellationToken)
            ? new TextFile(path, whole, Encoding.UTF8, mark, null)
            : new TextFile(path, whole, null, mark, "not UTF-8: read as Windows-1252; save it as UTF-8 if accents look wrong");
    }

    /// <summary>Reads the text.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Runs of at most <see cref="RunLength"/> characters, none empty; no surrogate pair and no line end is torn.</returns>
    public async IAsyncEnumerable<string> RunsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using Stream stream = _bytes is null ? Open(_path) : new MemoryStream(_bytes, writable: false);
        stream.Position = _mark;
        var decoder = _encoding?.GetDecoder();
        var bytes = new byte[RunLength];
        var held = string.Empty;
        while (await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken) is var read && read > 0)
        {
            var text = held + Decode(decoder, bytes.AsSpan(0, read), flush: read < bytes.Length);
            held = read == bytes.Length && text.Length > 0 && (text[^1] == '\r' || char.IsHighSurrogate(text[^1])) ? text[^1..] : string.Empty;
            text = WithLineFeeds(text[..^held.Length]);
            if (text.Length > 0)
            {
                yield return text;
            }
        }

        if (held.Length > 0)
        {
            yield return WithLineFeeds(held);
        }
    }

    private static string WithLineFeeds(string text)
        => text.Contains('\r', StringComparison.Ordinal)
            ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : text;

    private static string Decode(Decoder? decoder, ReadOnlySpan<byte> bytes, bool flush)
    {
        if (decoder is null)
        {
            return Windows1252.GetString(bytes);
        }

        var chars = new char[decoder.GetCharCount(bytes, flush)];
        return new string(chars, 0, decoder.GetChars(bytes, chars, flush));
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, useAsync: true);

    private static async Task<bool> IsUtf8Async(FileStream file, byte[] buffer, int length, CancellationToken cancellationToken)
    {
        var decoder = Strict.GetDecoder();
        var chars = new char[Strict.GetMaxCharCount(buffer.Length)];
        var (utf8, controls, all) = (true, 0L, 0L);
        while (length > 0)
        {
            all += length;
            controls += Controls(buffer.AsSpan(0, length));
            if (controls > Math.Max(4, all / 100))
            {
                throw new CopilotException("the file is not text, whatever its name says; give it the extension of its format.");
            }

            utf8 = utf8 && Accepts(decoder, buffer.AsSpan(0, length), chars);
            length = await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        }

        return utf8 && Accepts(decoder, [], chars, flush: true);
    }

    private static bool Accepts(Decoder decoder, ReadOnlySpan<byte> bytes, char[] chars, bool flush = false)
    {
        try
        {
            decoder.GetChars(bytes, chars, flush);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Counts the control characters no text holds; a single zero byte says as much as many of them.</summary>
    private static long Controls(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0))
        {
            return int.MaxValue;
        }

        var controls = 0L;
        foreach (var b in bytes)
        {
            controls += b < 32 && b is not (9 or 10 or 12 or 13 or 27) ? 1 : 0;
        }

        return controls;
    }
}
