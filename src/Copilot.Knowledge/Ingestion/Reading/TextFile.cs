using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using Copilot.Contracts;

namespace Copilot.Knowledge.Ingestion.Reading;

/// <summary>A text file whose encoding has been found out. Its text is read in runs, with line ends as \n, so that memory stays bounded.</summary>
internal sealed class TextFile
{
    /// <summary>How many characters a run has at most: few enough that a run and what was held before it are no large object, which only a full collection would remove.</summary>
    public const int RunLength = 32 * 1024;

    private const int BlockLength = 64 * 1024;

    private static readonly SearchValues<byte> ControlBytes = SearchValues.Create([.. Enumerable.Range(1, 31).Where(b => b is not (9 or 10 or 12 or 13 or 27)).Select(b => (byte)b)]);

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
        var buffer = ArrayPool<byte>.Shared.Rent(BlockLength);
        try
        {
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
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads the text.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Runs of at most <see cref="RunLength"/> characters, none empty; no surrogate pair and no line end is torn.</returns>
    public async IAsyncEnumerable<string> RunsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using Stream stream = _bytes is null ? Open(_path) : new MemoryStream(_bytes, writable: false);
        stream.Position = _mark;
        var decoder = _encoding?.GetDecoder();
        var bytes = ArrayPool<byte>.Shared.Rent(RunLength);
        try
        {
            var held = string.Empty;
            while (await stream.ReadAtLeastAsync(bytes.AsMemory(0, RunLength), RunLength, throwOnEndOfStream: false, cancellationToken) is var read && read > 0)
            {
                var text = held + Decode(decoder, bytes.AsSpan(0, read), flush: read < RunLength);
                held = read == RunLength && text.Length > 0 && (text[^1] == '\r' || char.IsHighSurrogate(text[^1])) ? text[^1..] : string.Empty;
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
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
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

        // No encoding here makes more letters of some bytes than there are bytes, but for one begun in the run before.
        var chars = ArrayPool<char>.Shared.Rent(bytes.Length + 2);
        try
        {
            return new string(chars, 0, decoder.GetChars(bytes, chars, flush));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chars);
        }
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, useAsync: true);

    private static async Task<bool> IsUtf8Async(FileStream file, byte[] buffer, int length, CancellationToken cancellationToken)
    {
        var (utf8, controls, all, torn) = (true, 0L, 0L, 0);
        while (true)
        {
            all += length - torn;
            controls += Controls(buffer.AsSpan(torn, length - torn));
            if (controls > Math.Max(4, all / 100))
            {
                throw new CopilotException("the file is not text, whatever its name says; give it the extension of its format.");
            }

            // A letter at the end of the block may go on in the next one.
            var isLast = length < buffer.Length;
            torn = utf8 && !isLast ? TornTail(buffer.AsSpan(0, length)) : 0;
            utf8 = utf8 && Utf8.IsValid(buffer.AsSpan(0, length - torn));
            if (isLast)
            {
                return utf8;
            }

            buffer.AsSpan(length - torn, torn).CopyTo(buffer);
            length = torn + await file.ReadAtLeastAsync(buffer.AsMemory(torn), buffer.Length - torn, throwOnEndOfStream: false, cancellationToken);
        }
    }

    /// <summary>How many bytes at the end may be the beginning of a letter.</summary>
    private static int TornTail(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var b = bytes[^back];
            if (b >= 0xC0)
            {
                return back;
            }

            if (b < 0x80)
            {
                return 0;
            }
        }

        return 0;
    }

    /// <summary>Counts the control characters no text holds; a single zero byte says as much as many of them.</summary>
    private static long Controls(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0))
        {
            return int.MaxValue;
        }

        var controls = 0L;
        for (var at = bytes.IndexOfAny(ControlBytes); at >= 0; at = bytes.IndexOfAny(ControlBytes))
        {
            controls++;
            bytes = bytes[(at + 1)..];
        }

        return controls;
    }
}
