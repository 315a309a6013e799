namespace Copilot.Knowledge.Stores.Qdrant;

/// <summary>Reads the content of an answer up to a limit.</summary>
internal static class LimitedContent
{
    /// <summary>Reads it.</summary>
    /// <param name="content">The content.</param>
    /// <param name="most">The most bytes that are kept; one that has more is not read to its end.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The bytes, and whether they are all there were.</returns>
    public static async Task<(ReadOnlyMemory<byte> Bytes, bool IsWhole)> ReadAsync(HttpContent content, int most, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            var room = most - (int)kept.Length;
            kept.Write(buffer, 0, Math.Min(read, room));
            if (read > room)
            {
                return (kept.GetBuffer().AsMemory(0, most), false);
            }
        }

        return (kept.GetBuffer().AsMemory(0, (int)kept.Length), true);
    }
}
