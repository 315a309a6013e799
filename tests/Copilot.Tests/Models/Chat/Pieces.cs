namespace Copilot.Tests.Models.Chat;

/// <summary>A stream that comes in pieces: one byte at a time, or cut once.</summary>
/// <param name="bytes">All of it.</param>
/// <param name="size">1 for single bytes; else the length of the first piece, the rest being the second.</param>
internal sealed class Pieces(byte[] bytes, int size) : MemoryStream(bytes)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => base.ReadAsync(buffer[..Math.Min(buffer.Length, size == 1 ? 1 : Position < size ? size - (int)Position : int.MaxValue)], cancellationToken);
}
