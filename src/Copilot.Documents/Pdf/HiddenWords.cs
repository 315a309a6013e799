using System.Globalization;
using Copilot.Documents.Layout;
using Copilot.Documents.Pictures;

namespace Copilot.Documents.Pdf;

/// <summary>
/// Tells the words that a person who looks at the page sees from those that are only in the file: outside of the part that is shown,
/// too small to be read, or without any ink where they stand (white on white, covered, drawn invisibly).
/// </summary>
internal static class HiddenWords
{
    /// <summary>Letters smaller than this, in points, can't be read.</summary>
    private const float Smallest = 2;

    /// <summary>Below this difference of gray, of 255, nobody sees a letter.</summary>
    private const int LeastContrast = 8;

    /// <summary>Frames a page and parts its words.</summary>
    /// <param name="page">The page with boxes counted from its media box.</param>
    /// <param name="frame">The part that is shown; null when it is not known.</param>
    /// <param name="preview">The whole page drawn small; null when it could not be drawn.</param>
    /// <returns>The page with boxes counted from the part that is shown.</returns>
    public static PlacedPage Part(PlacedPage page, PageFrame? frame, GrayPicture? preview)
    {
        if (page.Words.Count == 0 && frame is null)
        {
            return page;
        }

        frame ??= new(0, 0, page.Width, page.Height) { MediaWidth = page.Width, MediaHeight = page.Height };
        var shown = new List<PlacedWord>(page.Words.Count);
        var hidden = new List<PlacedWord>();
        int outside = 0, tiny = 0, inkless = 0;
        foreach (var word in page.Words)
        {
            var (x, y) = ((word.X0 + word.X1) / 2, (word.Y0 + word.Y1) / 2);
            var isOutside = x < frame.X0 || x > frame.X1 || y < frame.Y0 || y > frame.Y1;
            var isTiny = Math.Min(word.Width, word.Height) < Smallest && Math.Max(word.Height, word.Width / word.Text.Length) < 2 * Smallest && word.Text.Any(char.IsLetterOrDigit);
            var isInkless = !isOutside && !isTiny && preview is not null && word.Text.Any(char.IsLetterOrDigit) && !HasInk(word, frame, preview);
            outside += isOutside ? 1 : 0;
            tiny += !isOutside && isTiny ? 1 : 0;
            inkless += isInkless ? 1 : 0;
            var placed = frame is { X0: 0, Y0: 0 } ? word : word with { X0 = word.X0 - frame.X0, X1 = word.X1 - frame.X0, Y0 = word.Y0 - frame.Y0, Y1 = word.Y1 - frame.Y0 };
            (isOutside || isTiny || isInkless ? hidden : shown).Add(placed);
        }

        return new(page.Number, frame.Width, frame.Height, shown) { Hidden = hidden, Notes = [.. page.Notes, .. Notes()] };

        IEnumerable<string> Notes()
        {
            foreach (var (count, why) in new[] { (outside, "outside of the part of the page that is shown"), (tiny, "in letters too small to be read"), (inkless, "that can't be told from the background") })
            {
                if (count > 0)
                {
                    yield return string.Create(CultureInfo.InvariantCulture, $"page {page.Number} holds {count} {(count == 1 ? "word" : "words")} {why}");
                }
            }
        }
    }

    private static bool HasInk(PlacedWord word, PageFrame frame, GrayPicture preview)
    {
        // On a poster a word is less than a pixel of the preview; nothing can be said about it.
        if (Math.Min(word.Height, word.Width) / frame.MediaHeight * preview.Height < 2)
        {
            return true;
        }

        // A pixel more on each side: the preview is coarse, and boxes are a little narrower than slanted letters.
        var (dx, dy) = (1f / preview.Width, 0.5f / preview.Height);
        return preview.Contrast(
            (word.X0 / frame.MediaWidth) - dx, (word.Y0 / frame.MediaHeight) - dy, (word.X1 / frame.MediaWidth) + dx, (word.Y1 / frame.MediaHeight) + dy) >= LeastContrast;
    }
}
