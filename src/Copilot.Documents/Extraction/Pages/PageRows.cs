using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>Puts the words of pages into rows and cells.</summary>
internal static class PageRows
{
    /// <summary>A gap wider than this, in heights of the letters, parts two cells.</summary>
    private const float WideGap = 0.75f;

    /// <summary>The same for words that the page itself writes as different lines.</summary>
    private const float OtherLineGap = 0.45f;

    /// <summary>The same for recognised words, whose boxes are only as high as their ink.</summary>
    private const float WideGapOfInk = 1.2f;

    /// <summary>Where the blanks of a row are narrow, a gap this many times as wide parts two cells as well: columns of forms stand close together.</summary>
    private const float ManyBlanks = 2.1f;

    /// <summary>A gap narrower than this parts none of a line.</summary>
    private const float NarrowGap = 0.55f;
    private const float SameLine = 0.45f;
    private const int FewestSpacedLetters = 5;

    /// <summary>Puts them into rows, page by page, from top to bottom.</summary>
    public static List<PageRow> Of(IEnumerable<PlacedPage> pages)
    {
        var rows = new List<PageRow>();
        foreach (var page in pages)
        {
            var open = new List<PlacedWord>();
            var level = Level(page);
            foreach (var word in page.Words.Where(w => level.Contains(w.Line) || !IsUpright(w)).SelectMany(Parted).OrderBy(w => w.Y0 + w.Y1))
            {
                if (open.Count > 0 && Centre(word) - Centre(open[0]) > SameLine * Math.Min(open[0].Height, word.Height) && Centre(word) - Centre(open[^1]) > 0.15f * word.Height)
                {
                    rows.Add(Row(page, open));
                    open = [];
                }

                open.Add(word);
            }

            if (open.Count > 0)
            {
                rows.Add(Row(page, open));
            }
        }

        return rows;
    }

    /// <summary>The lines of a recognised page that run across it. Their words have the height of the line, which on a noisy scan is more than the width of a short one.</summary>
    private static HashSet<int> Level(PlacedPage page)
        => page.Recognised ? [.. page.Words.GroupBy(w => w.Line).Where(l => l.Max(w => w.X1) - l.Min(w => w.X0) > l.Max(w => w.Y1) - l.Min(w => w.Y0)).Select(l => l.Key)] : [];

    /// <summary>Words that run up the margin belong to no line.</summary>
    private static bool IsUpright(PlacedWord word) => word.Text.Length > 2 && word.Height > 1.5f * word.Width;

    private static float Centre(PlacedWord word) => (word.Y0 + word.Y1) / 2;

    private static PageRow Row(PlacedPage page, List<PlacedWord> words)
    {
        words.Sort((a, b) => a.X0.CompareTo(b.X0));
        words = Unspaced(words);
        var cells = new List<Segment>();
        var open = new List<PlacedWord>();
        var wide = page.Recognised ? WideGapOfInk : Math.Clamp(ManyBlanks * Blank(words), NarrowGap, WideGap);
        foreach (var word in words)
        {
            if (open.Count > 0)
            {
                var gap = Gap(open[^1], word);
                if (gap > (page.Recognised || word.Line == open[^1].Line ? wide : OtherLineGap))
                {
                    cells.Add(Cell(open));
                    open = [];
                }
            }

            open.Add(word);
        }

        cells.Add(Cell(open));
        return new PageRow(page.Number, page.Height, cells);
    }

    private static float Gap(PlacedWord left, PlacedWord right) => (right.X0 - left.X1) / Math.Max(1, Math.Max(right.Height, left.Height));

    /// <summary>The usual blank of a row, in heights of its letters; a row of two words tells none, but two figures so far apart are two values.</summary>
    private static float Blank(List<PlacedWord> words)
    {
        var gaps = words.Skip(1).Select((w, n) => Gap(words[n], w)).Where(g => g is > 0 and < WideGap).Order().ToList();
        return gaps.Count >= 2 ? gaps[gaps.Count / 3] : words.TrueForAll(w => char.IsAsciiDigit(w.Text[0])) ? 0 : WideGap;
    }

    /// <summary>Words whose letters stand apart, as designers like them, are put together; what parts two such words is a gap clearly wider than those within.</summary>
    private static List<PlacedWord> Unspaced(List<PlacedWord> words)
    {
        var whole = new List<PlacedWord>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            var end = i;
            while (end + 1 < words.Count && IsPart(words[end]) && IsPart(words[end + 1]) && words[end + 1].X0 - words[end].X1 is >= 0 and var gap && gap < words[end].Height)
            {
                end++;
            }

            var run = words.GetRange(i, end - i + 1);
            if (run.Count < FewestSpacedLetters - 1 || 10 * run.Count(w => w.Text.Length == 1) < 6 * run.Count)
            {
                whole.Add(words[i]);
                continue;
            }

            var within = Middle.Of(run.Skip(1).Select((w, n) => w.X0 - run[n].X1));
            var open = new List<PlacedWord>();
            foreach (var word in run)
            {
                if (open.Count > 0 && word.X0 - open[^1].X1 > (1.6f * within) + 0.5f)
                {
                    whole.Add(Joined(open));
                    open = [];
                }

                open.Add(word);
            }

            whole.Add(Joined(open));
            i = end;
        }

        return whole;

        static bool IsPart(PlacedWord word) => word.Text.Length <= 2 && word.Text.All(c => char.IsUpper(c) || c is '.' or ':' or '#');
        static PlacedWord Joined(List<PlacedWord> letters) => letters[0] with { Text = string.Concat(letters.Select(w => w.Text)), X1 = letters[^1].X1 };
    }

    /// <summary>Titles may be written with spaces between their letters.</summary>
    private static Segment Cell(List<PlacedWord> words)
        => words.Count >= FewestSpacedLetters && words.TrueForAll(w => w.Text.Length == 1 && char.IsLetter(w.Text[0]))
            ? new([words[0] with { Text = string.Concat(words.Select(w => w.Text)), X1 = words[^1].X1 }])
            : new(words);

    /// <summary>Parts "Number:123", which some pages write without a space.</summary>
    private static IEnumerable<PlacedWord> Parted(PlacedWord word)
    {
        var at = word.Text.IndexOf(':', StringComparison.Ordinal);
        if (at < 2 || at == word.Text.Length - 1 || word.Text[at + 1] == '/' || !word.Text.AsSpan(0, at).ContainsAnyInRange('A', 'z') || Vocabulary.Of(Folding.Of(word.Text[..at])) == Meaning.Nothing)
        {
            return [word];
        }

        var middle = word.X0 + (word.Width * (at + 1) / word.Text.Length);
        return [word with { Text = word.Text[..(at + 1)], X1 = middle }, word with { Text = word.Text[(at + 1)..], X0 = middle }];
    }
}
