namespace Copilot.Documents.Layout;

/// <summary>Says whether a short piece of text is a heading, and of which depth: by size, number, name of a part, capitals, or by standing alone.</summary>
/// <param name="style">The sizes of the document.</param>
/// <param name="recognised">Whether the text was recognised on a picture, where heights are measured less exactly.</param>
internal sealed class HeadingRules(LayoutStyle style, bool recognised)
{
    /// <summary>Judges a piece of text.</summary>
    /// <param name="piece">Its rows, and the gaps around it.</param>
    /// <returns>The heading's depth from 1; 0 when it is none.</returns>
    public int LevelOf(TextPiece piece)
    {
        var text = piece.Text;
        var letters = text.Count(char.IsLetter);
        if (piece.Rows.Count > 3 || text.Length > 160 || letters < 2 || letters * 2 < text.Count(c => !char.IsWhiteSpace(c)) || Marks.OpensBullet(text) || Marks.IsContentsEntry(text) || text.EndsWith(','))
        {
            return 0;
        }

        var depth = Marks.ClauseDepth(text);
        var height = piece.Height;
        var larger = style.Body > 0 && height >= (recognised ? 1.3f : 1.16f) * style.Body && style.IsRare(height);
        if (larger && !text.EndsWith(';'))
        {
            var level = style.LevelOf(height);
            return depth > 1 ? Math.Max(level, depth) : level;
        }

        if (text.EndsWith('.') || text.EndsWith(';') || text.EndsWith(':') || piece.Rows.Count > 2)
        {
            return 0;
        }

        var words = text.Count(char.IsWhiteSpace) + 1;
        var above = Math.Min(style.SizesAbove(height), 2);
        if (depth > 0 && words <= 12 && text.Length <= 90 && StartsUpper(text, depth) && (depth > 1 || piece.StandsAlone || Marks.NamesPart(text) || IsCapitals(text)))
        {
            return Math.Min(above + depth, 6);
        }

        if (IsCapitals(text) && words <= 10 && piece.Rows.Count == 1 && !piece.IsCell)
        {
            return Math.Min(above + 1, 6);
        }

        // Bold text of the usual size can't be told from its box; a short line that stands alone over running text is taken for a heading.
        return piece is { StandsAlone: true, OpensText: true, IsCell: false } && piece.Rows.Count == 1 && words <= 8 && text.Length <= 60
            && char.IsUpper(text[0]) && text.All(c => !char.IsDigit(c)) ? Math.Min(above + 2, 6) : 0;
    }

    private static bool StartsUpper(string text, int depth)
        => text.FirstOrDefault(char.IsLetter) is var first && (char.IsUpper(first) || (depth == 1 && Marks.NamesPart(text)));

    private static bool IsCapitals(string text)
        => text.Count(char.IsUpper) >= 4 && !text.Any(char.IsLower) && text.Split(' ').Any(w => w.Count(char.IsLetter) >= 4) && text.Count(char.IsDigit) <= 3;
}
