using System.Buffers.Binary;

namespace Copilot.Documents.Pictures;

/// <summary>
/// Reads the sizes of pictures from their headers: PNG (ISO/IEC 15948), JPEG (ITU-T T.81, JFIF), BMP, WebP (RFC 9649) and TIFF 6.0.
/// Nothing is decoded.
/// </summary>
internal static class PictureHeader
{
    private const float InchesPerMetre = 39.3701f;

    /// <summary>Says whether the first bytes are of a format that is known here.</summary>
    public static bool Knows(ReadOnlySpan<byte> head)
        => IsPng(head) || IsJpeg(head) || IsBmp(head) || IsWebP(head) || TiffHeader.Knows(head);

    /// <summary>Says whether the first bytes are of a PNG.</summary>
    public static bool IsPng(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);

    /// <summary>Reads the sizes of all pictures in a file.</summary>
    /// <param name="file">The file; it must be seekable.</param>
    /// <param name="most">The most pictures that are looked for.</param>
    /// <returns>The sizes in order; empty when the file is broken.</returns>
    public static IReadOnlyList<PictureSize> Read(Stream file, int most)
    {
        Span<byte> head = stackalloc byte[64];
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        try
        {
            return TiffHeader.Knows(head) ? TiffHeader.Read(file, most)
                : IsPng(head) ? [Png(file, head)]
                : IsJpeg(head) ? Jpeg(file) is { } jpeg ? [jpeg] : []
                : IsBmp(head) ? [Bmp(head)]
                : IsWebP(head) && WebP(head) is { } webP ? [webP] : [];
        }
        catch (Exception fault) when (fault is EndOfStreamException or ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            return [];
        }
    }

    private static bool IsJpeg(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);

    private static bool IsBmp(ReadOnlySpan<byte> head) => head.StartsWith("BM"u8) && head.Length >= 54 && BinaryPrimitives.ReadInt32LittleEndian(head[14..]) is >= 12 and <= 256;

    private static bool IsWebP(ReadOnlySpan<byte> head) => head.Length >= 30 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8);

    private static PictureSize Png(Stream file, ReadOnlySpan<byte> head)
    {
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(head[16..]), BinaryPrimitives.ReadUInt32BigEndian(head[20..]));

        // The resolution stands in a chunk before the first one with pixels.
        Span<byte> chunk = stackalloc byte[17];
        for (long at = 33, i = 0; i < 32; i++)
        {
            file.Position = at;
            if (file.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false) < chunk.Length || chunk[4..].StartsWith("IDAT"u8))
            {
                break;
            }

            if (chunk[4..].StartsWith("pHYs"u8) && chunk[16] == 1)
            {
                return new(width, height, BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]) / InchesPerMetre);
            }

            at += 12L + BinaryPrimitives.ReadUInt32BigEndian(chunk);
        }

        return new(width, height, 0);
    }

    private static PictureSize? Jpeg(Stream file)
    {
        Span<byte> marker = stackalloc byte[4];
        Span<byte> body = stackalloc byte[12];
        var resolution = 0f;
        file.Position = 2;
        for (var i = 0; i < 4096; i++)
        {
            file.ReadExactly(marker);
            if (marker[0] != 0xFF)
            {
                return null;
            }

            if (marker[1] == 0xFF)
            {
                file.Position -= 3;
                continue;
            }

            var next = file.Position + BinaryPrimitives.ReadUInt16BigEndian(marker[2..]) - 2;
            var isFrame = marker[1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
            if (isFrame || marker[1] == 0xE0)
            {
                file.ReadExactly(body);
            }

            if (isFrame)
            {
                return new(BinaryPrimitives.ReadUInt16BigEndian(body[3..]), BinaryPrimitives.ReadUInt16BigEndian(body[1..]), resolution);
            }

            if (marker[1] == 0xE0 && body.StartsWith("JFIF\0"u8))
            {
                float density = BinaryPrimitives.ReadUInt16BigEndian(body[8..]);
                resolution = body[7] switch { 1 => density, 2 => density * 2.54f, _ => 0 };
            }

            if (marker[1] is 0xDA or 0xD9 || next <= file.Position - 12)
            {
                return null;
            }

            file.Position = next;
        }

        return null;
    }

    private static PictureSize Bmp(ReadOnlySpan<byte> head)
        => BinaryPrimitives.ReadInt32LittleEndian(head[14..]) == 12
            ? new(BinaryPrimitives.ReadUInt16LittleEndian(head[18..]), BinaryPrimitives.ReadUInt16LittleEndian(head[20..]), 0)
            : new(
                Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(head[18..])), Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(head[22..])),
                BinaryPrimitives.ReadInt32LittleEndian(head[38..]) / InchesPerMetre);

    private static PictureSize? WebP(ReadOnlySpan<byte> head)
    {
        var kind = head[12..];
        if (kind.StartsWith("VP8X"u8))
        {
            return new(1 + UInt24(head[24..]), 1 + UInt24(head[27..]), 0);
        }

        if (kind.StartsWith("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(head[21..]);
            return new(1 + (bits & 0x3FFF), 1 + ((bits >> 14) & 0x3FFF), 0);
        }

        return kind.StartsWith("VP8 "u8)
            ? new(BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) & 0x3FFF, 0)
            : null;

        static long UInt24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
    }
}
