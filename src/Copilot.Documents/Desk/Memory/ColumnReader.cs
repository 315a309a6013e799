using Copilot.Contracts;
using Copilot.Documents.Extraction.Pages;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Desk.Memory;

/// <summary>Reads the lines of a document once more with heads of columns that were learned: a head is read as the word everybody uses for it.</summary>
internal static class ColumnReader
{
    /// <summary>Reads them; null when none of the heads stands on the document.</summary>
    public static IReadOnlyList<ExtractedLine>? Read(IReadOnlyList<PlacedPage> pages, string engine, IReadOnlyList<Lesson> lessons)
    {
        var heads = lessons.Select(l => (Head: Folding.Tokens(l.Text), Word: ColumnTeacher.WordOf(l.Field))).Where(h => h.Word is not null && h.Head.Count > 0).ToList();
        var found = false;
        var renamed = pages.Select(p => p with { Words = Renamed(p.Words, heads!, ref found) }).ToList();
        return found ? PageDocument.Read(renamed, engine).Lines : null;
    }

    private static List<PlacedWord> Renamed(IReadOnlyList<PlacedWord> words, List<(IReadOnlyList<string> Head, string Word)> heads, ref bool found)
    {
        var after = new List<PlacedWord>();
        for (var i = 0; i < words.Count; i++)
        {
            var (end, word) = heads.Select(h => (End: End(words, i, h.Head), h.Word)).FirstOrDefault(h => h.End > i);
            if (word is null)
            {
                after.Add(words[i]);
                continue;
            }

            after.Add(words[i] with { Text = word, X1 = words[end - 1].X1 });
            (found, i) = (true, end - 1);
        }

        return after;
    }

    /// <summary>Gets the place behind a head that begins at a word, all of it on one line; 0 when it does not begin there.</summary>
    private static int End(IReadOnlyList<PlacedWord> words, int from, IReadOnlyList<string> head)
    {
        var (at, matched) = (from, 0);
        while (at < words.Count && matched < head.Count && words[at].Line == words[from].Line && Folding.Tokens(words[at].Text) is { Count: > 0 } tokens && tokens.SequenceEqual(head.Skip(matched).Take(tokens.Count)))
        {
            (at, matched) = (at + 1, matched + tokens.Count);
        }

        return matched == head.Count ? at : 0;
    }
}
