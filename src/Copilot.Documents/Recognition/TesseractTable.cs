using System.Globalization;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Recognition;

/// <summary>
/// Reads the table that tesseract writes: columns level, page_num, block_num, par_num, line_num, word_num, left, top, width, height,
/// conf and text, in pixels; level 1 is a page, level 5 a word.
/// </summary>
internal static class TesseractTable
{
    private const int MostWords = 60_000;

    /// <summary>Rules of tables and specks are read as such marks; they are words only when recognition is sure.</summary>
    private const float SureOfMark = 60;

    /// <summary>Reads the table of one page.</summary>
    /// <param name="table">Its lines.</param>
    /// <param name="dotsPerInch">The picture's resolution.</param>
    /// <param name="number">The page, from 1.</param>
    /// <returns>The page in points with the words as they are seen and its slant in quarters, and how sure recognition is, in percent over all letters; null without a page.</returns>
    public static (PlacedPage Page, float Sure)? Read(IEnumerable<string> table, float dotsPerInch, int number)
    {
        var scale = 72 / dotsPerInch;
        var lines = new List<List<PlacedWord>>();
        (string, string, string, string) open = default;
        (float Width, float Height)? page = null;
        double sum = 0, letters = 0;
        var count = 0;
        foreach (var cells in table.Skip(1).Select(l => l.TrimEnd('\r').Split('\t', 12)).Where(c => c.Length >= 11))
        {
            var box = cells[6..10].Select(c => float.TryParse(c, CultureInfo.InvariantCulture, out var n) ? n * scale : float.NaN).ToArray();
            if (cells[0] == "1" && page is null)
            {
                page = (box[2], box[3]);
            }

            if (cells[0] != "5" || cells.Length < 12 || count >= MostWords || !box.All(float.IsFinite)
                || !float.TryParse(cells[10], CultureInfo.InvariantCulture, out var sure) || sure < 0
                || WordCleaning.Clean(cells[11]) is not { Length: > 0 } text || IsRule(text, sure))
            {
                continue;
            }

            var signs = text.Count(char.IsLetterOrDigit);
            sum += sure * signs;
            letters += signs;
            if (open != (cells[1], cells[2], cells[3], cells[4]))
            {
                lines.Add([]);
                open = (cells[1], cells[2], cells[3], cells[4]);
            }

            lines[^1].Add(new(text, box[0], box[1], box[0] + box[2], box[1] + box[3], lines.Count) { Sure = sure });
            count++;
        }

        return page is not { Width: > 0, Height: > 0 } size ? null
            : (Laid(number, size.Width, size.Height, lines), letters == 0 ? 0 : (float)(sum / letters));
    }

    /// <summary>Levels the lines of a page; one that lies on its side or on its head is levelled as if it stood upright.</summary>
    private static PlacedPage Laid(int number, float width, float height, List<List<PlacedWord>> lines)
    {
        var turn = Turning.Part([.. lines.SelectMany(l => l)]) is [var main, ..] ? main.Turn : Turn.Upright;
        var straight = lines.Select(l => turn == Turn.Upright ? l : l.ConvertAll(w => Turning.Straight(w, turn, width, height)));
        var upright = turn is Turn.Upright or Turn.Over ? (Width: width, Height: height) : (Width: height, Height: width);
        var page = new PlacedPage(number, upright.Width, upright.Height, [.. straight.SelectMany(Level)]) { Recognised = true };
        return Straightening.Back(page, 90 * (int)turn);
    }

    private static bool IsRule(string text, float sure) => !text.Any(char.IsLetterOrDigit) && (sure < SureOfMark || text.All(c => c is '|' or '_' or '—' or '-' or '=' or '~' or '[' or ']'));

    /// <summary>
    /// Gives all words of a straight line the height that its letters would have with ascenders and descenders: boxes of ink depend on
    /// which letters a word happens to have, which says nothing about their size.
    /// </summary>
    private static IEnumerable<PlacedWord> Level(List<PlacedWord> line)
    {
        if (line.Count == 0)
        {
            return line;
        }

        var (top, bottom) = (line.Min(w => w.Y0), line.Max(w => w.Y1));
        if (bottom - top > 1.6f * line.Max(w => w.Height) || bottom - top >= Math.Abs(line[^1].X1 - line[0].X0) || line[^1].X0 < line[0].X0)
        {
            return line;
        }

        var rises = line.Exists(w => w.Text.Any(c => char.IsUpper(c) || char.IsDigit(c) || "bdfhkltijßäöüéèàáíóúñ§%&/()[]".Contains(c, StringComparison.Ordinal)));
        var falls = line.Exists(w => w.Text.Any(c => "gjpqyçQ;()[]§@".Contains(c, StringComparison.Ordinal)));

        // Shares of the size that usual book and office faces have above the small letters, in them, and below the line.
        var size = (bottom - top) / ((rises ? 0.24f : 0) + 0.48f + (falls ? 0.21f : 0));
        return line.Select(w => w with { Y0 = Math.Max(0, top - (rises ? 0 : 0.24f * size)), Y1 = bottom + (falls ? 0 : 0.21f * size) });
    }
}
