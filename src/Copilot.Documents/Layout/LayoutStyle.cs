namespace Copilot.Documents.Layout;

/// <summary>How large the letters of a document are: its running text, and the sizes above it that its headings use. Learnt page by page.</summary>
internal sealed class LayoutStyle
{
    private readonly SortedDictionary<int, long> _letters = [];
    private readonly List<float> _headings = [];

    /// <summary>Gets the height of running text, in points; 0 before anything was seen.</summary>
    public float Body { get; private set; }

    /// <summary>Takes in segments of a page.</summary>
    public void See(IEnumerable<Segment> segments)
    {
        foreach (var segment in segments)
        {
            var size = (int)MathF.Round(segment.Height * 2);
            _letters[size] = _letters.GetValueOrDefault(size) + segment.Words.Sum(w => w.Text.Length);
        }

        if (_letters.Count > 0)
        {
            Body = _letters.MaxBy(l => l.Value).Key / 2f;
        }
    }

    /// <summary>Says whether letters of a height are rare enough for headings: a document set half in one size and half in another has no headings in either.</summary>
    public bool IsRare(float height)
    {
        var all = _letters.Values.Sum();
        return all < 200 || _letters.Where(l => Math.Abs((l.Key / 2f) - height) <= 0.3f).Sum(l => l.Value) < 0.2 * all;
    }

    /// <summary>Gets the depth of a heading by its size: 1 for the largest size of the document so far.</summary>
    public int LevelOf(float height)
    {
        var known = _headings.FindIndex(h => Math.Abs(h - height) <= 0.06f * height);
        if (known < 0)
        {
            known = _headings.FindIndex(h => h < height);
            known = known < 0 ? _headings.Count : known;
            _headings.Insert(known, height);
        }

        return Math.Min(known + 1, 4);
    }

    /// <summary>Says how many sizes of headings are larger than a height.</summary>
    public int SizesAbove(float height) => _headings.Count(h => h > 1.06f * height);
}
