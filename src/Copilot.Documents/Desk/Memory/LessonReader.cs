using Copilot.Contracts;
using Copilot.Documents.Desk.Reviewing;
using Copilot.Documents.Extraction.Pages;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Desk.Memory;

/// <summary>Reads a value where a lesson says it stands.</summary>
/// <param name="text">The document's pages.</param>
internal sealed class LessonReader(PageText text)
{
    private const double Once = 0.86;
    private const double MoreSure = 0.025;
    private const double MostSure = 0.95;
    private const double OtherShape = 0.7;
    private const int MostWords = 12;

    /// <summary>Reads it; null when it does not stand there on this document.</summary>
    public ExtractedField? Read(Lesson lesson)
    {
        var sure = Math.Min(MostSure, Once + (MoreSure * (lesson.Documents - 1)));
        if (lesson.Kind == LessonKind.Always)
        {
            return new ExtractedField(lesson.Text, sure);
        }

        var label = Folding.Tokens(lesson.Text);
        for (var r = 0; r < text.Rows.Count && label.Count > 0; r++)
        {
            var words = text.Rows[r].Cells.SelectMany(c => c.Words).ToList();
            if (End(words, label) is not { } end)
            {
                continue;
            }

            var (row, rest) = lesson.Kind == LessonKind.RightOf ? (r, words.Skip(end).ToList()) : Under(r, words[end - 1]);
            if (Value(lesson, rest) is var (value, taken))
            {
                return text.Field(value, LessonTeacher.Shape(Said(taken)) == lesson.Shape || FieldKinds.Of(lesson.Field) != FieldKind.Text ? sure : OtherShape, row, taken);
            }
        }

        return null;
    }

    /// <summary>Gets the runs of words in a row that say a value.</summary>
    public IEnumerable<List<PlacedWord>> Saying(int row, string field, object value)
    {
        var words = text.Rows[row].Cells.SelectMany(c => c.Words).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            for (var n = 1; n <= MostWords && i + n <= words.Count; n++)
            {
                var run = words.Skip(i).Take(n).ToList();
                if (Equals(Parsed(field, Said(run)), value))
                {
                    yield return run;
                    i += n - 1;
                    break;
                }
            }
        }
    }

    private object? Parsed(string field, string said)
    {
        try
        {
            return new ValueReader(text).Read(field, said.Trim(':', ',', ';', ' '), picked: true);
        }
        catch (CopilotException)
        {
            // Words that are no such value.
            return null;
        }
    }

    /// <summary>The longest run at the beginning that is a value of the field and not longer than the one learned; a cell's worth for texts.</summary>
    private (object Value, List<PlacedWord> Words)? Value(Lesson lesson, List<PlacedWord> rest)
    {
        var first = rest.FindIndex(w => w.Text.Any(char.IsLetterOrDigit));
        if (first < 0)
        {
            return null;
        }

        for (var n = Math.Min(lesson.Words, rest.Count - first); n >= 1; n--)
        {
            var run = rest.Skip(first).Take(n).ToList();
            if (Parsed(lesson.Field, Said(run)) is { } value && (!lesson.Shape.Contains('9') || Said(run).Any(char.IsDigit)))
            {
                return (value, run);
            }
        }

        return null;
    }

    private (int Row, List<PlacedWord> Words) Under(int row, PlacedWord label)
        => text.Below(row, label.X0, label.X1, reach: 3.2f) is var (r, c) ? (r, [.. text.Rows[r].Cells[c].Words]) : (row, []);

    /// <summary>Gets the place behind the words of a label; null when they do not stand there.</summary>
    private static int? End(List<PlacedWord> words, IReadOnlyList<string> label)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var (at, matched) = (i, 0);
            while (at < words.Count && matched < label.Count && Folding.Tokens(words[at].Text) is var tokens && tokens.Count > 0 && tokens.SequenceEqual(label.Skip(matched).Take(tokens.Count)))
            {
                (at, matched) = (at + 1, matched + tokens.Count);
            }

            if (matched == label.Count)
            {
                return at;
            }
        }

        return null;
    }

    private static string Said(IEnumerable<PlacedWord> words) => string.Join(' ', words.Select(w => w.Text));
}
