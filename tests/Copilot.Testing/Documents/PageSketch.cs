using Copilot.Documents.Layout;

namespace Copilot.Testing.Documents;

/// <summary>Places words on a page the way <c>pdftotext -bbox-layout</c> gives them, for tests of the layout alone.</summary>
internal sealed class PageSketch
{
    private readonly List<PlacedWord> _words = [];
    private int _line;

    /// <summary>Places a line; its letters are half as wide as they are high.</summary>
    public PageSketch Line(float x, float y, string text, float size = 10)
    {
        _line++;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            _words.Add(new(WordCleaning.Clean(word), x, y, x + (word.Length * size / 2), y + size, _line));
            x += (word.Length + 0.5f) * size / 2;
        }

        return this;
    }

    /// <summary>Places lines under each other, 1.2 times their size apart.</summary>
    public PageSketch Lines(float x, float y, params string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            Line(x, y + (12 * i), lines[i]);
        }

        return this;
    }

    /// <summary>Places a row; an empty cell is left out.</summary>
    public PageSketch Row(float y, float[] columns, params string[] cells)
    {
        for (var c = 0; c < cells.Length; c++)
        {
            if (cells[c].Length > 0)
            {
                Line(columns[c], y, cells[c]);
            }
        }

        return this;
    }

    /// <summary>Gets the page.</summary>
    public PlacedPage Page(int number = 1) => new(number, 595, 842, _words);
}
