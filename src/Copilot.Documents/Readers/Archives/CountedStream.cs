using Copilot.Contracts;

namespace Copilot.Documents.Readers.Archives;

/// <summary>A stream for reading that gives out no more than so many bytes.</summary>
/// <param name="inner">Where the bytes come from; closed with this stream.</param>
/// <param name="limit">The most bytes.</param>
/// <param name="trouble">What is thrown when there are more.</param>
internal sealed class CountedStream(Stream inner, long limit, Func<CopilotException> trouble) : WatchedStream(inner)
{
    private long _left = limit;

    /// <inheritdoc/>
    protected override void Watch(ReadOnlySpan<byte> bytes)
    {
        _left -= bytes.Length;
        if (_left < 0)
        {
            throw trouble();
        }
    }
}
