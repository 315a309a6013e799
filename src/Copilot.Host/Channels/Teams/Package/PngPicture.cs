using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Copilot.Host.Channels.Teams.Package;

/// <summary>Writes a picture as PNG (ISO/IEC 15948): eight bits a channel, with transparency.</summary>
internal static class PngPicture
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly uint[] Remainders = [.. Enumerable.Range(0, 256).Select(n => Remainder((uint)n))];

    /// <summary>Writes a square picture.</summary>
    /// <param name="size">Its width and height in pixels.</param>
    /// <param name="pixel">The colour at a place, as 0xRRGGBBAA.</param>
    /// <returns>The file.</returns>
    public static byte[] Write(int size, Func<int, int, uint> pixel)
    {
        var rows = new byte[size * ((size * 4) + 1)];
        for (var y = 0; y < size; y++)
        {
            // Each row begins with its filter; 0 is none.
            for (var x = 0; x < size; x++)
            {
                BinaryPrimitives.WriteUInt32BigEndian(rows.AsSpan((y * ((size * 4) + 1)) + 1 + (x * 4)), pixel(x, y));
            }
        }

        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(rows);
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, size);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), size);
        (header[8], header[9]) = (8, 6);
        using var file = new MemoryStream();
        file.Write(Signature);
        Chunk(file, "IHDR", header);
        Chunk(file, "IDAT", packed.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, string name, byte[] data)
    {
        var named = Encoding.ASCII.GetBytes(name).Concat(data).ToArray();
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~named.Aggregate(uint.MaxValue, (sum, next) => Remainders[(sum ^ next) & 0xFF] ^ (sum >> 8)));
        file.Write(number);
    }

    private static uint Remainder(uint number)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            number = (number & 1) == 1 ? 0xEDB88320 ^ (number >> 1) : number >> 1;
        }

        return number;
    }
}
