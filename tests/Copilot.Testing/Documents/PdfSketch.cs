using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Copilot.Testing.Documents;

/// <summary>Writes small PDF files for tests: text at given places, pictures, and the oddities that hostile files have.</summary>
public sealed class PdfSketch
{
    private readonly List<(string Content, string Boxes, byte[]? Picture, int PictureWidth, int PictureHeight)> _pages = [];
    private readonly StringBuilder _content = new();
    private float _height = 842;

    /// <summary>Gets or sets the document's title property.</summary>
    public string? Title { get; set; }

    /// <summary>Gets or sets a value indicating whether the file says that it is encrypted with a password nobody knows.</summary>
    public bool LooksEncrypted { get; set; }

    /// <summary>Gets or sets how many bytes of blanks the first page's content is filled up with, compressed to next to nothing.</summary>
    public int Padding { get; set; }

    /// <summary>Writes text on the open page.</summary>
    /// <param name="x">Its left edge, in points.</param>
    /// <param name="y">Its base line from the top, in points.</param>
    /// <param name="text">The text; Western European letters.</param>
    /// <param name="size">Its size in points.</param>
    /// <param name="font"><c>F1</c> Helvetica, <c>F2</c> Helvetica bold, <c>F3</c> Courier, whose letters are 0.6 of the size wide.</param>
    /// <param name="before">What is written before it: <c>1 g</c> for white, <c>3 Tr</c> for invisible.</param>
    /// <returns>The same sketch.</returns>
    public PdfSketch Text(float x, float y, string text, float size = 10, string font = "F1", string before = "0 g")
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
        _content.Append(CultureInfo.InvariantCulture, $"q BT {before} /{font} {size} Tf 1 0 0 1 {x} {_height - y} Tm ({escaped}) Tj ET Q\n");
        return this;
    }

    /// <summary>Writes lines of text under each other, 1.2 times their size apart.</summary>
    public PdfSketch Lines(float x, float y, float size, params string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            Text(x, y + (i * 1.2f * size), lines[i], size);
        }

        return this;
    }

    /// <summary>Writes the rows of a table in Courier; columns are given by their left edges.</summary>
    public PdfSketch Table(float y, float size, float[] columns, params string[][] rows)
    {
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < rows[r].Length; c++)
            {
                if (rows[r][c].Length > 0)
                {
                    Text(columns[c], y + (r * 1.6f * size), rows[r][c], size, "F3");
                }
            }
        }

        return this;
    }

    /// <summary>Ends the open page.</summary>
    /// <param name="width">Its width in points.</param>
    /// <param name="boxes">Further entries of its dictionary: <c>/CropBox […]</c>, <c>/Rotate 90</c>.</param>
    /// <returns>The same sketch.</returns>
    public PdfSketch Page(float width = 595, string boxes = "")
    {
        _pages.Add((_content.ToString(), string.Create(CultureInfo.InvariantCulture, $"/MediaBox [0 0 {width} {_height}] {boxes}"), null, 0, 0));
        _content.Clear();
        return this;
    }

    /// <summary>Sets the height of the page that is open, before anything is written on it.</summary>
    public PdfSketch Tall(float height)
    {
        _height = height;
        return this;
    }

    /// <summary>Adds a page that is nothing but a gray picture.</summary>
    /// <param name="graymap">A binary portable graymap.</param>
    /// <param name="width">The page's width in points.</param>
    /// <param name="height">The page's height in points.</param>
    /// <param name="boxes">Further entries of its dictionary.</param>
    /// <returns>The same sketch.</returns>
    public PdfSketch Scan(byte[] graymap, float width = 595, float height = 842, string boxes = "")
    {
        var (across, down, pixels) = Pixels(graymap);
        _pages.Add((
            string.Create(CultureInfo.InvariantCulture, $"q {width} 0 0 {height} 0 0 cm /Im Do Q\n"),
            string.Create(CultureInfo.InvariantCulture, $"/MediaBox [0 0 {width} {height}] {boxes}"),
            pixels, across, down));
        return this;
    }

    /// <summary>Reads a binary portable graymap.</summary>
    /// <returns>Its width, its height and its pixels.</returns>
    public static (int Width, int Height, byte[] Pixels) Pixels(byte[] graymap)
    {
        var words = new List<string>();
        var at = 0;
        while (words.Count < 4)
        {
            var end = Array.FindIndex(graymap, at, b => b is (byte)' ' or (byte)'\n');
            words.Add(Encoding.ASCII.GetString(graymap, at, end - at));
            at = end + 1;
        }

        return (int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture), graymap[at..]);
    }

    /// <summary>Writes the file.</summary>
    /// <returns>Its bytes.</returns>
    public byte[] Build()
    {
        using var file = new MemoryStream();
        var places = new List<long>();
        Write("%PDF-1.5\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object($"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', _pages.Select((_, i) => $"{7 + (3 * i)} 0 R"))}] >>");
        Object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        Object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>");
        Object("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>");
        Object(Title is null ? "<< >>" : $"<< /Title ({Title}) >>");
        for (var i = 0; i < _pages.Count; i++)
        {
            var (content, boxes, picture, across, down) = _pages[i];
            var first = 7 + (3 * i);
            var pictures = picture is null ? string.Empty : $"/XObject << /Im {first + 2} 0 R >>";
            Object($"<< /Type /Page /Parent 2 0 R {boxes} /Contents {first + 1} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> {pictures} >> >>");
            Stream(string.Empty, Encoding.Latin1.GetBytes(content), i == 0 ? Padding : 0);
            Stream(picture is null ? string.Empty : $"/Type /XObject /Subtype /Image /Width {across} /Height {down} /ColorSpace /DeviceGray /BitsPerComponent 8", picture ?? []);
        }

        var table = file.Position;
        Write($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
        {
            Write(place.ToString("0000000000", CultureInfo.InvariantCulture) + " 00000 n \n");
        }

        var lockEntry = LooksEncrypted
            ? $"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <{new string('7', 64)}> /U <{new string('3', 64)}> >> /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
            : string.Empty;
        Write($"trailer << /Size {places.Count + 1} /Root 1 0 R /Info 6 0 R {lockEntry} >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();

        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));

        void Object(string body)
        {
            places.Add(file.Position);
            Write($"{places.Count} 0 obj\n{body}\nendobj\n");
        }

        void Stream(string entries, byte[] bytes, int blanks = 0)
        {
            using var packed = new MemoryStream();
            using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            {
                zlib.Write(bytes);
                var block = Enumerable.Repeat((byte)' ', 1 << 16).ToArray();
                for (var left = blanks; left > 0; left -= block.Length)
                {
                    zlib.Write(block, 0, Math.Min(left, block.Length));
                }
            }

            places.Add(file.Position);
            Write($"{places.Count} 0 obj\n<< {entries} /Filter /FlateDecode /Length {packed.Length} >>\nstream\n");
            packed.Position = 0;
            packed.CopyTo(file);
            Write("\nendstream\nendobj\n");
        }
    }
}
