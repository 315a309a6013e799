namespace Copilot.Documents.Pdf;

/// <summary>Text without the characters that XML forbids: fonts without a proper table of characters let them into the text.</summary>
/// <param name="inner">The text.</param>
internal sealed class PlainText(TextReader inner) : TextReader
{
    /// <inheritdoc/>
    public override int Read()
    {
        var buffer = new char[1];
        return Read(buffer, 0, 1) == 1 ? buffer[0] : -1;
    }

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count)
    {
        var read = inner.Read(buffer, index, count);
        Clean(buffer.AsSpan(index, read));
        return read;
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Clean(buffer.Span[..read]);
        return read;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(char[] buffer, int index, int count) => ReadAsync(buffer.AsMemory(index, count)).AsTask();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private static void Clean(Span<char> text)
    {
        foreach (ref var c in text)
        {
            if (c is (< ' ' and not ('\n' or '\r' or '\t')) or '\uFFFE' or '\uFFFF')
            {
                c = ' ';
            }
        }
    }
}
