using Copilot.Contracts;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Answering;

/// <summary>Where a passage stands on the pages of its original.</summary>
internal static class PassagePages
{
    /// <summary>Gets the pages between two offsets of the document's text, with a box around each line.</summary>
    public static IReadOnlyList<SourcePage> Of(IReadOnlyList<StoredPart> parts, int start, int end)
    {
        var pages = new List<SourcePage>();
        foreach (var part in parts)
        {
            if (part is not { Page: { } page, Layout: { } layout })
            {
                continue;
            }

            var boxes = Lines([.. layout.Words.Where(w => part.Start + w.Start < end && part.Start + w.End > start)]);
            if (boxes.Count > 0)
            {
                pages.Add(new SourcePage(page, layout.Width, layout.Height, boxes));
            }
        }

        return pages;
    }

    /// <summary>Words that follow each other on one line share a box.</summary>
    private static List<IReadOnlyList<double>> Lines(IReadOnlyList<WordBox> words)
    {
        var lines = new List<double[]>();
        foreach (var word in words)
        {
            if (lines.Count > 0 && IsOnLine(lines[^1], word))
            {
                var line = lines[^1];
                lines[^1] = [Math.Min(line[0], word.X0), Math.Min(line[1], word.Y0), Math.Max(line[2], word.X1), Math.Max(line[3], word.Y1)];
            }
            else
            {
                lines.Add([word.X0, word.Y0, word.X1, word.Y1]);
            }
        }

        return [.. lines];
    }

    private static bool IsOnLine(double[] line, WordBox word)
    {
        var height = Math.Max(1, Math.Min(line[3] - line[1], word.Y1 - word.Y0));
        var overlap = Math.Min(line[3], word.Y1) - Math.Max(line[1], word.Y0);
        return overlap > height / 2 && word.X0 >= line[0] && word.X0 - line[2] < 3 * height;
    }
}
