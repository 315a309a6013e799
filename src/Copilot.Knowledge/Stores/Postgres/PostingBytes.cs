namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>
/// The chunks of a document that hold a term, in few bytes. Each entry has three numbers of 7 bits a byte, low ones first: how far its ordinal is from
/// that of the entry before; the weighted count of the term, with the lowest bit saying that it is a code too; how many terms the chunk has.
/// </summary>
internal static class PostingBytes
{
    /// <summary>The count of a term is kept in halves, so that a weight of one and a half is whole.</summary>
    public const int CountUnit = 2;

    /// <summary>Appends an entry.</summary>
    public static void Append(List<byte> to, int step, int count, bool isCode, int tokens)
    {
        Append(to, (uint)step);
        Append(to, ((uint)count << 1) | (isCode ? 1u : 0u));
        Append(to, (uint)tokens);
    }

    /// <summary>Reads an entry and moves on.</summary>
    public static (int Step, int Count, bool IsCode, int Tokens) Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        var step = Number(bytes, ref at);
        var count = Number(bytes, ref at);
        return ((int)step, (int)(count >> 1), (count & 1) != 0, (int)Number(bytes, ref at));
    }

    private static void Append(List<byte> to, uint number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            to.Add((byte)(number | 0x80));
        }

        to.Add((byte)number);
    }

    private static uint Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        var number = 0u;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            number |= (uint)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return number;
            }
        }
    }
}
