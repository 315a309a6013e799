using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Copilot.Evals.Documents;

/// <summary>Writes scanned pages as files: a PDF of pictures, or a PNG.</summary>
internal static class ScanFile
{
    /// <summary>Writes a PDF with a picture a page.</summary>
    public static byte[] Pdf(IReadOnlyList<ScannedSheet> sheets, int dotsPerInch)
    {
        using var file = new MemoryStream();
        var places = new List<long>();
        Write("%PDF-1.4\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object($"<< /Type /Pages /Kids [{string.Join(' ', sheets.Select((_, i) => $"{3 + (3 * i)} 0 R"))}] /Count {sheets.Count} >>");
        for (var i = 0; i < sheets.Count; i++)
        {
            var (sheet, first) = (sheets[i], 3 + (3 * i));
            var (width, height) = (sheet.Width * 72.0 / dotsPerInch, sheet.Height * 72.0 / dotsPerInch);
            Object(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width:0.##} {height:0.##}] /Resources << /XObject << /I {first + 1} 0 R >> >> /Contents {first + 2} 0 R >>"));
            var packed = Packed(sheet.Pixels);
            Object($"<< /Type /XObject /Subtype /Image /Width {sheet.Width} /Height {sheet.Height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode /Length {packed.Length} >>", packed);
            var content = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"q {width:0.##} 0 0 {height:0.##} 0 0 cm /I Do Q"));
            Object($"<< /Length {content.Length} >>", content);
        }

        var end = file.Position;
        Write($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n" + string.Concat(places.Select(p => p.ToString("0000000000", CultureInfo.InvariantCulture) + " 00000 n \n")));
        Write($"trailer << /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{end}\n%%EOF\n");
        return file.ToArray();

        void Write(string text) => file.Write(Encoding.ASCII.GetBytes(text));

        void Object(string head, byte[]? stream = null)
        {
            places.Add(file.Position);
            Write($"{places.Count} 0 obj\n{head}\n");
            if (stream is not null)
            {
                Write("stream\n");
                file.Write(stream);
                Write("\nendstream\n");
            }

            Write("endobj\n");
        }
    }

    /// <summary>Writes a PNG.</summary>
    public static byte[] Png(ScannedSheet sheet, int dotsPerInch)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, sheet.Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), sheet.Height);
        head[8] = 8;
        Chunk("IHDR", head);
        var dots = new byte[9];
        BinaryPrimitives.WriteInt32BigEndian(dots, (int)Math.Round(dotsPerInch / 0.0254));
        BinaryPrimitives.WriteInt32BigEndian(dots.AsSpan(4), (int)Math.Round(dotsPerInch / 0.0254));
        dots[8] = 1;
        Chunk("pHYs", dots);

        // Each row begins with the number of its filter; none is used.
        var rows = new byte[(sheet.Width + 1) * sheet.Height];
        for (var y = 0; y < sheet.Height; y++)
        {
            sheet.Pixels.AsSpan(y * sheet.Width, sheet.Width).CopyTo(rows.AsSpan((y * (sheet.Width + 1)) + 1));
        }

        Chunk("IDAT", Packed(rows));
        Chunk("IEND", []);
        return file.ToArray();

        void Chunk(string name, byte[] data)
        {
            var number = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
            file.Write(number);
            byte[] body = [.. Encoding.ASCII.GetBytes(name), .. data];
            file.Write(body);
            BinaryPrimitives.WriteUInt32BigEndian(number, Check(body));
            file.Write(number);
        }
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }

    /// <summary>The check sum that the format asks for (ISO 3309).</summary>
    private static uint Check(byte[] bytes)
    {
        var check = 0xFFFFFFFFu;
        foreach (var b in bytes)
        {
            check ^= b;
            for (var i = 0; i < 8; i++)
            {
                check = (check & 1) == 1 ? (check >> 1) ^ 0xEDB88320u : check >> 1;
            }
        }

        return ~check;
    }
}
