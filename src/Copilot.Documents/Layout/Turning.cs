namespace Copilot.Documents.Layout;

/// <summary>Tells text that runs down, up or upside down from the rest, and turns it so that it can be laid out like any other.</summary>
internal static class Turning
{
    /// <summary>Parts a page's words by the direction they run in, the most frequent direction first.</summary>
    /// <returns>For each direction its words, not turned.</returns>
    public static IReadOnlyList<(Turn Turn, IReadOnlyList<PlacedWord> Words)> Part(IReadOnlyList<PlacedWord> words)
    {
        var lines = Lines(words).Select(line => (Line: line, Turn: Of(line))).ToList();
        if (lines.TrueForAll(l => l.Turn is null or Turn.Upright))
        {
            return words.Count == 0 ? [] : [(Turn.Upright, words)];
        }

        var main = lines.Where(l => l.Turn is not null).GroupBy(l => l.Turn!.Value).OrderByDescending(g => g.Sum(l => l.Line.Count)).ThenBy(g => g.Key).First().Key;
        return [.. lines
            .GroupBy(l => l.Turn ?? Guess(l.Line[0], main))
            .OrderByDescending(g => g.Key == main).ThenByDescending(g => g.Sum(l => l.Line.Count))
            .Select(g => (g.Key, (IReadOnlyList<PlacedWord>)[.. g.SelectMany(l => l.Line)]))];
    }

    /// <summary>Turns a word's box so that its text runs from left to right.</summary>
    /// <param name="word">The word.</param>
    /// <param name="turn">The direction it runs in.</param>
    /// <param name="width">The page's width.</param>
    /// <param name="height">The page's height.</param>
    /// <returns>The word on the turned page.</returns>
    public static PlacedWord Straight(PlacedWord word, Turn turn, float width, float height) => turn switch
    {
        Turn.Down => word with { X0 = word.Y0, X1 = word.Y1, Y0 = width - word.X1, Y1 = width - word.X0 },
        Turn.Over => word with { X0 = width - word.X1, X1 = width - word.X0, Y0 = height - word.Y1, Y1 = height - word.Y0 },
        Turn.Up => word with { X0 = height - word.Y1, X1 = height - word.Y0, Y0 = word.X0, Y1 = word.X1 },
        _ => word,
    };

    /// <summary>Turns a box on a turned page back to where it stands.</summary>
    /// <returns>Left, top, right and bottom on the page as a person sees it.</returns>
    public static (float X0, float Y0, float X1, float Y1) Back(PlacedWord word, Turn turn, float width, float height) => turn switch
    {
        Turn.Down => (width - word.Y1, word.X0, width - word.Y0, word.X1),
        Turn.Over => (width - word.X1, height - word.Y1, width - word.X0, height - word.Y0),
        Turn.Up => (word.Y0, height - word.X1, word.Y1, height - word.X0),
        _ => (word.X0, word.Y0, word.X1, word.Y1),
    };

    /// <summary>A single word that does not tell goes with the rest of the page, unless it lies across it.</summary>
    private static Turn Guess(PlacedWord word, Turn main)
        => main is Turn.Upright or Turn.Over || word.Text.Length <= 2 || StandsTall(word) ? main : Turn.Upright;

    private static IEnumerable<List<PlacedWord>> Lines(IReadOnlyList<PlacedWord> words)
    {
        var line = new List<PlacedWord>();
        foreach (var word in words)
        {
            if (line.Count > 0 && line[^1].Line != word.Line)
            {
                yield return line;
                line = [];
            }

            line.Add(word);
        }

        if (line.Count > 0)
        {
            yield return line;
        }
    }

    /// <summary>Finds the direction in which the words of a line follow each other; null when a line of one word does not tell.</summary>
    private static Turn? Of(List<PlacedWord> line)
    {
        if (line.Count == 1)
        {
            return line[0].Text.Length > 2 && StandsTall(line[0]) ? Turn.Up : null;
        }

        var across = ((line[^1].X0 + line[^1].X1) - (line[0].X0 + line[0].X1)) / 2;
        var down = ((line[^1].Y0 + line[^1].Y1) - (line[0].Y0 + line[0].Y1)) / 2;
        if (Math.Abs(down) > 2 * Math.Abs(across))
        {
            // Words that stand one under the other but are wide are lines that were put together, not turned text.
            return !line.Exists(w => w.Text.Length > 2) || line.Where(w => w.Text.Length > 2).All(StandsTall) ? down > 0 ? Turn.Down : Turn.Up : Turn.Upright;
        }

        // Right-to-left scripts also run this way; they are not upside down.
        return across >= 0 || IsRightToLeft(line[0].Text) ? Turn.Upright : Turn.Over;
    }

    private static bool StandsTall(PlacedWord word) => word.Height > 1.4f * word.Width;

    private static bool IsRightToLeft(string text) => text.Any(c => c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFEFC'));
}
