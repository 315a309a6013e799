namespace Copilot.Documents.Pictures;

/// <summary>
/// Tells the ink of a stamp from that of a pen by its shape: a stamp has a closed frame with separate ink in it, or letters of one height in a dense row, whichever way it is turned; the strokes of a
/// pen run freely. Straight rules are taken out first, so that the box of a form is no stamp.
/// </summary>
internal sealed class InkShapes
{
    /// <summary>A straight run of so many pixels is a rule or the side of a box, on pictures of 60 to 100 dots per inch.</summary>
    private const int RuleAcross = 40;
    private const int RuleDown = 30;

    /// <summary>Less ink than this is dust.</summary>
    private const int Dust = 6;

    /// <summary>Closed in by other ink, more than a dot in a loop.</summary>
    private const int LeastEnclosed = 40;
    private const int LeastHole = 250;

    /// <summary>What a stamp says is longer than what stands in the loop of a letter by hand.</summary>
    private const int LeastSpan = 40;
    private const int Margin = 4;
    private const int FewestLetters = 3;
    private const int LeastHeight = 5;
    private const int MostHeight = 30;
    private const double Alike = 0.3;
    private const double LeastDense = 0.24;
    private const double LeastLong = 3.5;

    private readonly bool[] _ink;
    private readonly int[] _labels;
    private readonly List<InkBlot> _blots = [];
    private readonly int _width;
    private readonly int _height;

    private InkShapes(bool[] ink, int width)
    {
        (_ink, _width, _height) = (ink, width, ink.Length / width);
        Unrule();
        _labels = new int[ink.Length];
        Label();
    }

    /// <summary>Which ink belongs to stamps.</summary>
    /// <param name="ink">A window of the picture: where there is ink that is no print.</param>
    /// <param name="all">The same with the print: the letters of a stamp may be known as words.</param>
    /// <param name="width">The window's width.</param>
    /// <returns>For each pixel whether a stamp left it; null when there is no stamp.</returns>
    public static bool[]? Stamps(bool[] ink, bool[] all, int width)
    {
        var stamped = new bool[ink.Length];
        var isFramed = new InkShapes([.. all], width).Framed(stamped);
        var isLettered = new InkShapes([.. ink], width).Lettered(stamped);
        return isFramed || isLettered ? stamped : null;
    }

    private void Unrule()
    {
        var rules = new bool[_ink.Length];
        for (var y = 0; y < _height; y++)
        {
            Runs(y * _width, 1, _width, RuleAcross, rules);
        }

        for (var x = 0; x < _width; x++)
        {
            Runs(x, _width, _height, RuleDown, rules);
        }

        for (var i = 0; i < rules.Length; i++)
        {
            _ink[i] &= !rules[i];
        }
    }

    private void Runs(int from, int step, int count, int least, bool[] rules)
    {
        var run = 0;
        for (var i = 0; i <= count; i++)
        {
            if (i < count && _ink[from + (i * step)])
            {
                run++;
                continue;
            }

            for (var back = run >= least ? run : 0; back > 0; back--)
            {
                rules[from + ((i - back) * step)] = true;
            }

            run = 0;
        }
    }

    /// <summary>Ink that hangs together, also by its corners, becomes a blot.</summary>
    private void Label()
    {
        var open = new Stack<int>();
        for (var start = 0; start < _ink.Length; start++)
        {
            if (!_ink[start] || _labels[start] != 0)
            {
                continue;
            }

            var blot = new InkBlot(_blots.Count + 1);
            _labels[start] = blot.Label;
            open.Push(start);
            while (open.TryPop(out var at))
            {
                blot.Add(at, at % _width, at / _width);
                for (var dy = -1; dy <= 1; dy++)
                {
                    for (var dx = -1; dx <= 1; dx++)
                    {
                        var (x, y) = ((at % _width) + dx, (at / _width) + dy);
                        var next = (y * _width) + x;
                        if (x >= 0 && y >= 0 && x < _width && y < _height && _ink[next] && _labels[next] == 0)
                        {
                            _labels[next] = blot.Label;
                            open.Push(next);
                        }
                    }
                }
            }

            _blots.Add(blot);
        }
    }

    /// <summary>Marks what a closed frame holds, and the frame: a hole that no path leaves, with ink of its own in it.</summary>
    private bool Framed(bool[] stamped)
    {
        var outside = Flood();
        var enclosed = _blots.Where(b => b.Pixels.Count >= Dust && !b.Pixels.Exists(p => Around(p).Any(n => outside[n]))).ToList();
        if (enclosed.Sum(b => b.Pixels.Count) < LeastEnclosed || enclosed.Max(b => b.Right) - enclosed.Min(b => b.Left) < LeastSpan || outside.Where((o, i) => !o && !_ink[i]).Count() < LeastHole)
        {
            return false;
        }

        // What the frame closes in: its letters and the paper between them, and the line of the frame around.
        var inside = new bool[_ink.Length];
        foreach (var blot in enclosed)
        {
            blot.Pixels.ForEach(p => inside[p] = true);
        }

        for (var i = 0; i < inside.Length; i++)
        {
            inside[i] |= !outside[i] && !_ink[i];
        }

        for (var i = 0; i < inside.Length; i++)
        {
            if (inside[i])
            {
                Mark(stamped, i % _width, i / _width, Margin);
            }
        }

        return true;
    }

    private bool[] Flood()
    {
        var outside = new bool[_ink.Length];
        var open = new Stack<int>();
        for (var i = 0; i < _ink.Length; i++)
        {
            var (x, y) = (i % _width, i / _width);
            if ((x == 0 || y == 0 || x == _width - 1 || y == _height - 1) && !_ink[i])
            {
                outside[i] = true;
                open.Push(i);
            }
        }

        while (open.TryPop(out var at))
        {
            foreach (var next in Around(at).Where(n => !_ink[n] && !outside[n]))
            {
                outside[next] = true;
                open.Push(next);
            }
        }

        return outside;
    }

    /// <summary>Marks letters of one height that stand densely in a row.</summary>
    private bool Lettered(bool[] stamped)
    {
        var found = false;
        var left = _blots.Where(b => b.Pixels.Count >= Dust && Math.Max(b.Height, 1) is >= LeastHeight and <= MostHeight && !stamped[b.Pixels[0]]).OrderBy(b => b.Left).ToList();
        while (left.Count >= FewestLetters)
        {
            var row = Row(left);
            left = [.. left.Where(b => b != row[0])];
            if (row.Count >= FewestLetters && IsDense(row))
            {
                found = true;
                left = [.. left.Except(row)];
                foreach (var pixel in row.SelectMany(b => b.Pixels))
                {
                    Mark(stamped, pixel % _width, pixel / _width, 1);
                }
            }
        }

        return found;
    }

    /// <summary>The first blot with those that follow it as letters follow each other.</summary>
    private static List<InkBlot> Row(List<InkBlot> blots)
    {
        var row = new List<InkBlot> { blots[0] };
        foreach (var next in blots.Skip(1))
        {
            var (last, height) = (row[^1], (double)row[0].Height);
            if (Math.Abs(next.Height - height) <= Math.Max(2, Alike * height) && next.Left - last.Right <= 1.2 * height && Math.Abs(next.Y - last.Y) <= 0.6 * height + (0.5 * (next.X - last.X)))
            {
                row.Add(next);
            }
        }

        return row;
    }

    /// <summary>Whether a row is as dense as print is, measured along the line that it follows, and is on that line.</summary>
    private bool IsDense(List<InkBlot> row)
    {
        var (meanX, meanY) = (row.Average(b => b.X), row.Average(b => b.Y));
        var spread = row.Sum(b => (b.X - meanX) * (b.X - meanX));
        var slope = spread > 0 ? row.Sum(b => (b.X - meanX) * (b.Y - meanY)) / spread : 0;
        var height = row.Average(b => b.Height);
        if (row.Exists(b => Math.Abs(b.Y - meanY - (slope * (b.X - meanX))) > 0.25 * height))
        {
            return false;
        }

        var (sin, cos) = Math.SinCos(Math.Atan(slope));
        var placed = row.SelectMany(b => b.Pixels).Select(p => (X: p % _width, Y: p / _width)).Select(p => (Along: (p.X * cos) + (p.Y * sin), Across: (p.Y * cos) - (p.X * sin))).ToList();
        var (length, thick) = (placed.Max(p => p.Along) - placed.Min(p => p.Along) + 1, placed.Max(p => p.Across) - placed.Min(p => p.Across) + 1);
        return length >= LeastLong * thick && placed.Count >= LeastDense * length * thick;
    }

    private void Mark(bool[] marked, int atX, int atY, int margin)
    {
        for (var y = Math.Max(0, atY - margin); y <= Math.Min(_height - 1, atY + margin); y++)
        {
            marked.AsSpan((y * _width) + Math.Max(0, atX - margin), Math.Min(_width - 1, atX + margin) - Math.Max(0, atX - margin) + 1).Fill(true);
        }
    }

    private IEnumerable<int> Around(int at)
    {
        var (x, y) = (at % _width, at / _width);
        if (x > 0)
        {
            yield return at - 1;
        }

        if (x < _width - 1)
        {
            yield return at + 1;
        }

        if (y > 0)
        {
            yield return at - _width;
        }

        if (y < _height - 1)
        {
            yield return at + _width;
        }
    }
}
