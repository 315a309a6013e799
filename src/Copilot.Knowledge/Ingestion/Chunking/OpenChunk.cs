using System.Text;
using Copilot.Contracts;

namespace Copilot.Knowledge.Ingestion.Chunking;

/// <summary>A chunk while it grows.</summary>
internal sealed class OpenChunk
{
    private readonly StringBuilder _text = new();
    private IReadOnlyList<string> _path = [];
    private DocumentPart? _first;
    private int _firstOffset;
    private int _start;

    /// <summary>Gets a value indicating whether anything has been taken.</summary>
    public bool IsTaken { get; private set; }

    /// <summary>Gets a value indicating whether it holds more than headings.</summary>
    public bool HasBody { get; private set; }

    /// <summary>Gets how many characters it has.</summary>
    public int Length => _text.Length;

    /// <summary>Gets or sets what is repeated before it.</summary>
    public string Lead { get; set; } = string.Empty;

    /// <summary>Gets what a reader must be told about it.</summary>
    public BlockMark Marks { get; private set; }

    /// <summary>Takes text of a part, from where the chunk stopped or from where it begins.</summary>
    public void Take(int offset, DocumentPart part, int from, int to, IReadOnlyList<string> path, BlockMark mark, bool body)
    {
        if (!IsTaken)
        {
            // It begins with its first letter: white space may be all that is left of a page.
            while (from < to && char.IsWhiteSpace(part.Text[from]))
            {
                from++;
            }

            if (from == to)
            {
                return;
            }

            (IsTaken, _start, _first, _firstOffset) = (true, offset + from, part, offset);
        }

        // What stands in several items is cited by what they have in common.
        _path = HasBody ? Shared(_path, path) : path;
        HasBody |= body;
        Marks |= mark;
        _text.Append(part.Text, from, to - from);
    }

    /// <summary>Adds the white space behind the last block of a part.</summary>
    public void Append(ReadOnlySpan<char> space) => _text.Append(space);

    /// <summary>Ends the chunk and begins anew; gives nothing when it holds white space only.</summary>
    public Chunk? Close(int ordinal)
    {
        if (!IsTaken)
        {
            return null;
        }

        var (start, end) = (0, _text.Length);
        while (start < end && char.IsWhiteSpace(_text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(_text[end - 1]))
        {
            end--;
        }

        var chunk = end == start ? null : new Chunk(ordinal, _start + start, _start + end, _path, Lead)
        {
            Text = _text.ToString(start, end - start),
            Page = _first!.Page,
            Box = Box(_start + start, _start + end),
            Marks = Marks,
        };
        _text.Clear();
        (IsTaken, HasBody, Lead, Marks, _path, _first) = (false, false, string.Empty, BlockMark.None, [], null);
        return chunk;
    }

    private static IReadOnlyList<string> Shared(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var count = 0;
        while (count < one.Count && count < other.Count && one[count] == other[count])
        {
            count++;
        }

        return count == one.Count ? one : count == other.Count ? other : [.. one.Take(count)];
    }

    /// <summary>The box around its words on the page it begins on.</summary>
    private double[]? Box(int start, int end)
    {
        if (_first!.Layout is not { Words.Count: > 0 } layout)
        {
            return null;
        }

        (start, end) = (start - _firstOffset, end - _firstOffset);
        var found = false;
        var (x0, y0, x1, y1) = (float.MaxValue, float.MaxValue, float.MinValue, float.MinValue);
        for (var i = FirstBehind(layout.Words, start); i < layout.Words.Count && layout.Words[i].Start < end; i++)
        {
            var word = layout.Words[i];
            found = true;
            (x0, y0, x1, y1) = (Math.Min(x0, word.X0), Math.Min(y0, word.Y0), Math.Max(x1, word.X1), Math.Max(y1, word.Y1));
        }

        return found ? [Math.Round(x0, 2), Math.Round(y0, 2), Math.Round(x1, 2), Math.Round(y1, 2)] : null;
    }

    /// <summary>The words stand in the order of the text: the first that ends behind an offset.</summary>
    private static int FirstBehind(IReadOnlyList<WordBox> words, int offset)
    {
        var (low, high) = (0, words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = words[middle].End > offset ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
