using System.Buffers.Binary;

namespace Copilot.Documents.Pictures;

/// <summary>Reads the sizes of the pictures in a TIFF file by following its directories (TIFF 6.0, section 2).</summary>
internal static class TiffHeader
{
    private const int ImageWidth = 256;
    private const int ImageLength = 257;
    private const int XResolution = 282;
    private const int ResolutionUnit = 296;

    /// <summary>Says whether the first bytes are of a TIFF.</summary>
    public static bool Knows(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x49, 0x49, 42, 0]) || head.StartsWith((ReadOnlySpan<byte>)[0x4D, 0x4D, 0, 42]);

    /// <summary>Reads the sizes.</summary>
    /// <param name="file">The file.</param>
    /// <param name="most">The most pictures that are looked for; directories that point in a circle end there as well.</param>
    /// <returns>The sizes in order.</returns>
    /// <exception cref="EndOfStreamException">The file breaks off.</exception>
    public static IReadOnlyList<PictureSize> Read(Stream file, int most)
    {
        var sizes = new List<PictureSize>();
        var seen = new HashSet<long>();
        Span<byte> head = stackalloc byte[8];
        file.Position = 0;
        file.ReadExactly(head);
        var little = head[0] == 0x49;
        long at = UInt32(head[4..], little);
        while (at >= 8 && at < file.Length && seen.Add(at) && sizes.Count < most)
        {
            file.Position = at;
            (var size, at) = Directory(file, little);
            sizes.Add(size);
        }

        return sizes;
    }

    private static (PictureSize Size, long Next) Directory(Stream file, bool little)
    {
        Span<byte> entry = stackalloc byte[12];
        file.ReadExactly(entry[..2]);
        var count = UInt16(entry, little);
        long width = 0, height = 0, resolutionAt = 0;
        var unit = 2;
        for (var i = 0; i < count; i++)
        {
            file.ReadExactly(entry);
            long value = UInt16(entry[2..], little) == 3 ? UInt16(entry[8..], little) : UInt32(entry[8..], little);
            switch (UInt16(entry, little))
            {
                case ImageWidth:
                    width = value;
                    break;
                case ImageLength:
                    height = value;
                    break;
                case XResolution:
                    resolutionAt = value;
                    break;
                case ResolutionUnit:
                    unit = (int)value;
                    break;
            }
        }

        file.ReadExactly(entry[..4]);
        long next = UInt32(entry, little);
        var resolution = 0f;
        if (resolutionAt > 0 && resolutionAt + 8 <= file.Length)
        {
            file.Position = resolutionAt;
            file.ReadExactly(entry[..8]);
            resolution = UInt32(entry, little) / (float)Math.Max(1, UInt32(entry[4..], little)) * (unit == 3 ? 2.54f : unit == 2 ? 1 : 0);
        }

        return (new(width, height, resolution), next);
    }

    private static ushort UInt16(ReadOnlySpan<byte> bytes, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint UInt32(ReadOnlySpan<byte> bytes, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
