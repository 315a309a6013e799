using System.Buffers;

namespace Copilot.Models.Chat.Wire;

/// <summary>
/// Splits an answer into lines as bytes, so that a piece may end anywhere, inside a letter too. A line ends with LF, CRLF or CR, as in the standard of event
/// streams (WHATWG HTML, section 9.2).
/// </summary>
/// <param name="stream">The answer.</param>
/// <param name="most">The most bytes that are read.</param>
internal sealed class AnswerLines(Stream stream, long most)
{
    private const byte Cr = (byte)'\r';
    private const byte Lf = (byte)'\n';

    private readonly byte[] _piece = new byte[8192];
    private readonly ArrayBufferWriter<byte> _line = new(1024);
    private ReadOnlyMemory<byte> _rest;
    private long _read;
    private bool _afterCr;
    private bool _ended;
    private bool _begun;

    /// <summary>Gets the line last read, without its end; valid until the next is read.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Gets a value indicating whether the answer ended inside the line last read.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Reads a line.</summary>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>False at the end.</returns>
    /// <exception cref="Endpoints.EndpointException">The answer is longer than anything that is read.</exception>
    public async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        _line.ResetWrittenCount();
        while (true)
        {
            if (TakeLine())
            {
                return true;
            }

            if (_ended)
            {
                (Line, IsCut) = (WithoutMark(_line.WrittenMemory), true);
                return _line.WrittenCount > 0;
            }

            var count = await stream.ReadAsync(_piece, cancellationToken);
            (_rest, _ended) = (_piece.AsMemory(0, count), count == 0);
            _read += count;
            if (_read > most)
            {
                throw new Endpoints.EndpointException(Endpoints.EndpointFault.WrongAnswer, FormattableString.Invariant($"an answer of more than {most / 1024:N0} KB"));
            }
        }
    }

    private bool TakeLine()
    {
        var piece = _rest.Span;
        if (_afterCr && !piece.IsEmpty)
        {
            _afterCr = false;
            if (piece[0] == Lf)
            {
                piece = piece[1..];
            }
        }

        var end = piece.IndexOfAny(Cr, Lf);
        _line.Write(end < 0 ? piece : piece[..end]);
        if (end < 0)
        {
            _rest = default;
            return false;
        }

        _afterCr = piece[end] == Cr;
        _rest = _rest[^(piece.Length - end - 1)..];
        (Line, IsCut) = (WithoutMark(_line.WrittenMemory), false);
        return true;
    }

    // Some servers begin with a byte order mark.
    private ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> line)
    {
        var isFirst = !_begun;
        _begun = true;
        return isFirst && line.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? line[3..] : line;
    }
}
