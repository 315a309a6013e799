using Copilot.Contracts;
using Copilot.Documents.Readers.Archives;

namespace Copilot.Documents.Readers.Office;

/// <summary>Markup on its way to a parser: stops where no tag starts for very long. A parser holds an attribute whole in memory, however long it is; an attribute can't hold a tag's start.</summary>
/// <param name="inner">The markup; closed with this stream.</param>
internal sealed class TagStream(Stream inner) : WatchedStream(inner)
{
    private const int Longest = 32 * 1024 * 1024;
    private long _since;

    /// <inheritdoc/>
    protected override void Watch(ReadOnlySpan<byte> bytes)
    {
        var last = bytes.LastIndexOf((byte)'<');
        _since = last < 0 ? _since + bytes.Length : bytes.Length - last;
        if (_since > Longest)
        {
            throw new CopilotException("the file holds more than 32 million characters in one place; open it in its program and save it anew, or split it.");
        }
    }
}
