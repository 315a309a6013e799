using System.Globalization;
using System.Text;

namespace Copilot.Sandbox.Demo.Service.Letters;

/// <summary>Writes a letter as a PDF of one page: Helvetica, A4, Western European letters. The same letter gives the same bytes.</summary>
internal static class LetterPdf
{
    private const int Left = 72;
    private const int Top = 770;
    private const int LineHeight = 15;
    private const int LettersInLine = 88;
    private const int ColumnWidth = 125;

    /// <summary>Writes it.</summary>
    /// <returns>The file.</returns>
    public static byte[] Write(Letter letter)
    {
        using var file = new MemoryStream();
        var places = new List<long>();
        var content = Encoding.Latin1.GetBytes(Content(letter));
        Put("%PDF-1.4\n");
        Add("<< /Type /Catalog /Pages 2 0 R >>");
        Add("<< /Type /Pages /Count 1 /Kids [3 0 R] >>");
        Add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Resources << /Font << /F1 4 0 R /F2 5 0 R >> >> >>");
        Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>");
        Add(string.Create(CultureInfo.InvariantCulture, $"<< /Length {content.Length} >>\nstream\n{Encoding.Latin1.GetString(content)}\nendstream"));
        Add($"<< /Title ({Escaped(letter.Subject)}) >>");
        var table = file.Position;
        Put(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n"));
        places.ForEach(place => Put(place.ToString("0000000000", CultureInfo.InvariantCulture) + " 00000 n \n"));
        Put(string.Create(CultureInfo.InvariantCulture, $"trailer << /Size {places.Count + 1} /Root 1 0 R /Info 7 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();

        void Put(string text) => file.Write(Encoding.Latin1.GetBytes(text));

        void Add(string body)
        {
            places.Add(file.Position);
            Put(string.Create(CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n{body}\nendobj\n"));
        }
    }

    private static string Content(Letter letter)
    {
        var content = new StringBuilder();
        var y = Top;
        Line(letter.Sender, "F2", 14);
        Line(letter.Date, "F1", 10);
        y -= LineHeight;
        Line(letter.Subject, "F2", 12);
        foreach (var paragraph in letter.Paragraphs)
        {
            y -= LineHeight / 2;
            var heading = paragraph.StartsWith("# ", StringComparison.Ordinal);
            foreach (var line in heading ? [paragraph[2..]] : Lines(paragraph))
            {
                Line(line, heading ? "F2" : "F1", heading ? 11 : 10);
            }
        }

        y -= LineHeight / 2;
        foreach (var (row, number) in letter.Table.Select((row, number) => (row, number)))
        {
            for (var column = 0; column < row.Count; column++)
            {
                Text(row[column], number == 0 ? "F2" : "F1", 10, Left + (column * ColumnWidth));
            }

            y -= LineHeight;
        }

        return content.ToString();

        void Line(string text, string font, int size)
        {
            Text(text, font, size, Left);
            y -= LineHeight;
        }

        void Text(string text, string font, int size, int x)
            => content.Append(CultureInfo.InvariantCulture, $"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({Escaped(text)}) Tj ET\n");
    }

    private static IEnumerable<string> Lines(string paragraph)
    {
        var line = new StringBuilder();
        foreach (var word in paragraph.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > LettersInLine)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : string.Empty).Append(word);
        }

        yield return line.ToString();
    }

    /// <summary>Text as a PDF writes it; the euro's sign has its place in Windows' encoding.</summary>
    private static string Escaped(string text)
        => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal).Replace("€", "\\200", StringComparison.Ordinal);
}
