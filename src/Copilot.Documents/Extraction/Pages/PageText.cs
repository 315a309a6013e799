using System.Text.RegularExpressions;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>The pages of a document as they are read: rows, labels, and how it writes numbers and dates.</summary>
internal sealed partial class PageText
{
    private static readonly string[] American = ["usd", "$", "zip", "usa"];

    /// <summary>Takes pages.</summary>
    public PageText(IReadOnlyList<PlacedPage> pages)
    {
        Pages = [.. pages.Select(Straightening.Of)];
        Rows = PageRows.Of(Pages);
        Labels = Extraction.Pages.Labels.In(Rows);
        ByCell = Labels.ToLookup(l => (l.Row, l.Cell));
        Words = [.. Rows.SelectMany(r => r.Cells).SelectMany(c => c.Words)];
        Numbers = NumberStyle.Of(Words);
        var text = string.Join('\n', Rows.Select(r => r.Text));
        Text = text;
        Currency = CurrencyVote.Of(this);
        IsAmerican = Currency?.Code is null or "USD" && StateAndZip().IsMatch(text);
        Dates = DateStyle.Of(text, IsAmerican || (Currency?.Code == "USD" && Array.Exists(American, a => text.Contains(a, StringComparison.OrdinalIgnoreCase))), IsAmerican);
        var heights = Rows.Select(r => r.Height).Order().ToList();
        UsualHeight = heights.Count > 0 ? heights[heights.Count / 2] : 10;
    }

    /// <summary>Gets the pages, straightened.</summary>
    public IReadOnlyList<PlacedPage> Pages { get; }

    /// <summary>Gets the number of the first page; a document in the middle of a file does not begin with 1.</summary>
    public int FirstPage => Pages.Count > 0 ? Pages[0].Number : 1;

    public IReadOnlyList<PageRow> Rows { get; }

    public IReadOnlyList<Label> Labels { get; }

    public ILookup<(int Row, int Cell), Label> ByCell { get; }

    public IReadOnlyList<PlacedWord> Words { get; }

    public NumberStyle Numbers { get; }

    public DateStyle Dates { get; }

    public CurrencyVote? Currency { get; }

    /// <summary>Gets a value indicating whether it has an address in the United States and no other currency than theirs.</summary>
    public bool IsAmerican { get; }

    public string Text { get; }

    public float UsualHeight { get; }

    /// <summary>Says whether a cell begins with a label.</summary>
    public bool IsLabel(int row, int cell) => ByCell.Contains((row, cell)) && ByCell[(row, cell)].First().Words[0] == Rows[row].Cells[cell].Words[0];

    /// <summary>Says whether a cell is nothing but a label, or a label with its value: "Kunden AG" is neither.</summary>
    public bool IsPureLabel(int row, int cell) => ByCell[(row, cell)].Any(l => l.IsMarked || l.Any(Meaning.Number | Meaning.Date)) || Extraction.Pages.Labels.Whole(Rows[row].Cells[cell]) != Meaning.Nothing;

    /// <summary>Gets the cell below a place, in the next rows of the same page, that stands under it.</summary>
    public (int Row, int Cell)? Below(int row, float x0, float x1, float reach = 2.6f)
    {
        var from = Rows[row];
        for (var r = row + 1; r < Rows.Count && Rows[r].Page == from.Page && Rows[r].Y0 - from.Y1 < reach * from.Height; r++)
        {
            for (var c = 0; c < Rows[r].Cells.Count; c++)
            {
                var cell = Rows[r].Cells[c];
                if (Math.Min(cell.X1, x1) > Math.Max(cell.X0, x0))
                {
                    return (r, c);
                }
            }
        }

        return null;
    }

    /// <summary>Makes a field of words.</summary>
    public Contracts.ExtractedField Field(object value, double confidence, int row, IReadOnlyList<PlacedWord> words)
    {
        // What recognition doubts is no surer than its words.
        var sure = words.Count == 0 ? 1 : Math.Min(1, words.Min(w => w.Sure) / 100 + 0.05);
        return new Contracts.ExtractedField(value, Math.Round(confidence * sure, 3))
        {
            Page = Rows[row].Page,
            Box = words.Count == 0 ? null : [Tenth(words.Min(w => w.OnPage.X0)), Tenth(words.Min(w => w.OnPage.Y0)), Tenth(words.Max(w => w.OnPage.X1)), Tenth(words.Max(w => w.OnPage.Y1))],
        };

        static double Tenth(float x) => Math.Round(x, 1);
    }

    /// <summary>"Dayton, OH 45404". DE, which is Germany's as well, is left out.</summary>
    [GeneratedRegex(@"\p{L},?\s(?:A[LKZR]|C[AOT]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])\s\d{5}(?:-\d{4})?\b")]
    private static partial Regex StateAndZip();
}
