using System.Globalization;
using System.Text;

namespace Copilot.Evals.Documents;

/// <summary>Writes plain PDF pages of A4 with text in Helvetica. Places are in points from the top left.</summary>
internal sealed class PdfSheet
{
    /// <summary>The page's width.</summary>
    public const double Width = 595;

    /// <summary>The page's height.</summary>
    public const double Height = 842;

    // Adobe's font metrics of Helvetica for the characters from space to tilde, in thousandths of the size.
    private static readonly int[] Widths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    private readonly List<StringBuilder> _pages = [new()];

    /// <summary>Begins a new page.</summary>
    public void Page() => _pages.Add(new());

    /// <summary>Gets how wide a text is.</summary>
    public static double Measure(string text, double size) => text.Sum(Glyph) * size / 1000;

    /// <summary>Writes a text from its left edge.</summary>
    public void Left(double x, double y, string text, double size = 9, bool bold = false)
        => _pages[^1].Append(CultureInfo.InvariantCulture, $"BT /{(bold ? "F2" : "F1")} {size} Tf {x:0.##} {Height - y:0.##} Td ({Escaped(text)}) Tj ET\n");

    /// <summary>Writes a text to its right edge.</summary>
    public void Right(double x, double y, string text, double size = 9, bool bold = false) => Left(x - (Measure(text, size) * (bold ? 1.05 : 1)), y, text, size, bold);

    /// <summary>Stamps the first page: framed words, turned, over whatever stands there.</summary>
    /// <param name="x">The left edge.</param>
    /// <param name="y">The lower edge from the top.</param>
    /// <param name="text">The words.</param>
    /// <param name="degrees">By how much it is turned counter-clockwise.</param>
    /// <param name="gray">Its shade, 0 for black to 1.</param>
    public void Stamp(double x, double y, string text, double degrees, double gray)
    {
        const double size = 17;
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        _pages[0].Append(
            CultureInfo.InvariantCulture,
            $"q {gray:0.##} g {gray:0.##} G 2 w {cos:0.####} {sin:0.####} {-sin:0.####} {cos:0.####} {x:0.##} {Height - y:0.##} cm 0 0 {Measure(text, size) + 24:0.##} 30 re S BT /F2 {size} Tf 10 9 Td ({Escaped(text)}) Tj ET Q\n");
    }

    /// <summary>Writes by hand on the page: strokes of a pen, as a signature has them.</summary>
    /// <param name="x">The left edge.</param>
    /// <param name="y">The middle from the top.</param>
    /// <param name="width">How wide it is.</param>
    public void Pen(double x, double y, double width)
    {
        var (unit, middle) = (width / 10, Height - y);
        _pages[^1].Append(
            CultureInfo.InvariantCulture,
            $"q 0.1 0.15 0.45 RG 1.1 w 1 J {x:0.##} {middle - 6:0.##} m {x + unit:0.##} {middle + 22:0.##} {x + (2 * unit):0.##} {middle + 20:0.##} {x + (1.6 * unit):0.##} {middle - 4:0.##} c "
            + $"{x + (2.4 * unit):0.##} {middle + 9:0.##} {x + (3 * unit):0.##} {middle + 7:0.##} {x + (3.2 * unit):0.##} {middle - 3:0.##} c {x + (4 * unit):0.##} {middle + 16:0.##} {x + (4.6 * unit):0.##} {middle - 14:0.##} {x + (5.4 * unit):0.##} {middle + 4:0.##} c "
            + $"{x + (6.2 * unit):0.##} {middle - 8:0.##} {x + (7 * unit):0.##} {middle + 12:0.##} {x + (10 * unit):0.##} {middle + 1:0.##} c S {x + (0.4 * unit):0.##} {middle + 5:0.##} m {x + (3.4 * unit):0.##} {middle + 9:0.##} l S Q\n");
    }

    /// <summary>Gets the file.</summary>
    public byte[] ToBytes()
    {
        var file = new MemoryStream();
        var places = new List<long>();
        Write("%PDF-1.4\n");
        var kids = string.Join(' ', _pages.Select((_, i) => $"{5 + (2 * i)} 0 R"));
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object($"<< /Type /Pages /Kids [{kids}] /Count {_pages.Count} >>");
        Object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        Object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>");
        foreach (var page in _pages)
        {
            Object($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {Width} {Height}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {places.Count + 2} 0 R >>");
            Object($"<< /Length {page.Length} >>\nstream\n{page}endstream");
        }

        var end = file.Position;
        Write($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n" + string.Concat(places.Select(p => p.ToString("0000000000", CultureInfo.InvariantCulture) + " 00000 n \n")));
        Write($"trailer << /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{end}\n%%EOF\n");
        return file.ToArray();

        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));

        void Object(string body)
        {
            places.Add(file.Position);
            Write(string.Create(CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n{body}\nendobj\n"));
        }
    }

    private static int Glyph(char c) => c is >= ' ' and <= '~' ? Widths[c - ' '] : 556;

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            // Windows code page 1252 has the euro and the dash where Latin-1 has controls.
            _ = c switch { '(' or ')' or '\\' => escaped.Append('\\').Append(c), '€' => escaped.Append("\\200"), '–' => escaped.Append("\\226"), '’' => escaped.Append("\\222"), _ => escaped.Append(c) };
        }

        return escaped.ToString();
    }
}
