using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Documents.Layout;
using Copilot.Documents.Pictures;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>
/// Says whether a proof of delivery is signed: where the paper asks for a signature, by the strokes of a pen beside, above or below the words. A stamp in their place is told from
/// a signature by its shape. Whose signature it is can't be told.
/// </summary>
/// <param name="text">The document.</param>
internal sealed partial class SignatureReader(PageText text)
{
    /// <summary>The field.</summary>
    public const string Field = "signature";

    /// <summary>Its value where there is one.</summary>
    public const string Present = "present";

    /// <summary>Its value where the paper asks for one and nothing is there.</summary>
    public const string Missing = "missing";

    /// <summary>Its value where a stamp stands in its place, and nothing that looks written by hand.</summary>
    public const string Stamp = "stamp";

    private const double SureOfPresent = 0.85;
    private const double SureBesideStamp = 0.75;
    private const double SureOfStamp = 0.7;
    private const double SureOfMissing = 0.8;
    private const int LongestLabel = 8;

    /// <summary>The least share of ink that a signature leaves in its place.</summary>
    private const double LeastInk = 0.006;
    private const float Reach = 210;
    private const float Gap = 2;

    /// <summary>Reads it; a paper that asks for none, or can't be looked at, says nothing.</summary>
    public void Read(DocumentDraft draft)
    {
        if (draft.Type != BusinessDocumentType.ProofOfDelivery)
        {
            return;
        }

        if (Electronic().IsMatch(Folding.Of(text.Text)))
        {
            draft.Set(Field, Present, SureOfPresent);
            return;
        }

        var found = new List<InkKind>();
        for (var r = 0; r < text.Rows.Count; r++)
        {
            var row = text.Rows[r];
            for (var c = 0; c < row.Cells.Count; c++)
            {
                if (row.Cells[c].Words.Count <= LongestLabel && Label().IsMatch(Folding.Of(row.Cells[c].Text)) && Ink(row, c) is { } ink)
                {
                    found.Add(ink);
                }
            }
        }

        if (found.Count > 0)
        {
            var (value, sure) = found.Contains(InkKind.Pen) ? (Present, SureOfPresent) : found.Contains(InkKind.PenAndStamp) ? (Present, SureBesideStamp) : found.Contains(InkKind.Stamp) ? (Stamp, SureOfStamp) : (Missing, SureOfMissing);
            draft.Set(Field, value, sure);
        }
    }

    /// <summary>What stands where this label asks for it; null when the page can't be looked at.</summary>
    private InkKind? Ink(PageRow row, int at)
    {
        if (text.Pages.FirstOrDefault(p => p.Number == row.Page) is not { Look: { } look, Width: > 0, Height: > 0 } page)
        {
            return null;
        }

        var cell = row.Cells[at];
        var right = at + 1 < row.Cells.Count ? row.Cells[at + 1].X0 - Gap : page.Width - 10;
        (float X0, float Y0, float X1, float Y1)[] places =
        [
            (cell.X1 + Gap, cell.Y0 - (1.8f * cell.Height), Math.Min(right, cell.X1 + Reach), cell.Y1 + (0.6f * cell.Height)),
            (cell.X0, cell.Y0 - (4.5f * cell.Height), Math.Max(cell.X1, Math.Min(right, cell.X0 + Reach)), cell.Y0 - (0.4f * cell.Height)),
            (cell.X0, cell.Y1 + (0.4f * cell.Height), Math.Max(cell.X1, Math.Min(right, cell.X0 + Reach)), cell.Y1 + (4 * cell.Height)),
        ];

        // Recognition makes words of strokes; only what it is sure of is print.
        var print = page.Words.Where(w => !page.Recognised || w.Sure >= 70).Select(w => (w.X0 / page.Width, w.Y0 / page.Height, w.X1 / page.Width, w.Y1 / page.Height)).ToList();
        var kinds = places.Select(p => PictureInk.Kind(look, (p.X0 / page.Width, p.Y0 / page.Height, p.X1 / page.Width, p.Y1 / page.Height), print, LeastInk)).ToList();
        return kinds.Max(k => k == InkKind.PenAndStamp && kinds.Contains(InkKind.Pen) ? InkKind.Pen : k);
    }

    [GeneratedRegex(@"\b(?:signature|signed by|sign here|unterschrift|handtekening|assinatura|firma (?:del|de|per|y|e|cliente|destinatario|ricevente|receptor)\b.*)")]
    private static partial Regex Label();

    [GeneratedRegex(@"\b(?:signed electronically|electronically signed|e signed|digitally signed|elektronisch (?:signiert|unterschrieben|unterzeichnet)|signe electroniquement|firmado electronicamente|firmato elettronicamente|elektronisch ondertekend)\b")]
    private static partial Regex Electronic();
}
