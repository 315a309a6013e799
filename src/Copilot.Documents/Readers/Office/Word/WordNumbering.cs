using System.Text;

namespace Copilot.Documents.Readers.Office.Word;

/// <summary>Counts the numbered paragraphs of a document as Word does and gives the numbers a person sees: "7.2", "(b)", "–".</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;
    private readonly Dictionary<string, string> _abstractOf = [];
    private readonly Dictionary<string, OfficeNode> _numbers = [];
    private readonly Dictionary<string, OfficeNode> _abstracts = [];
    private readonly Dictionary<string, int?[]> _counters = [];
    private readonly Dictionary<string, (OfficeNode?[] Levels, int?[] Starts)> _definitions = [];
    private readonly HashSet<string> _started = [];

    /// <summary>Reads the numbering part; null for a document without one.</summary>
    public WordNumbering(OfficeNode? numbering, WordStyles styles)
    {
        foreach (var node in numbering?.All("abstractNum") ?? [])
        {
            if (node["abstractNumId"] is { } id)
            {
                _abstracts.TryAdd(id, node);
            }
        }

        foreach (var node in numbering?.All("num") ?? [])
        {
            if (node["numId"] is { } id && node.Child("abstractNumId")?.Value is { } of)
            {
                _abstractOf.TryAdd(id, of);
                _numbers.TryAdd(id, node);
            }
        }

        // A numbering may only name a style that carries the real one; one step is all the format allows.
        foreach (var (id, node) in _abstracts.ToList())
        {
            if (node.Child("numStyleLink")?.Value is { } link && styles.Find(link).Numbering is { } number
                && _abstractOf.TryGetValue(number, out var real) && real != id && _abstracts.TryGetValue(real, out var found))
            {
                _abstracts[id] = found;
            }
        }
    }

    /// <summary>Finds the level at which a style stands in its numbering when it does not say so itself.</summary>
    public int LevelOf(string? number, string? style)
    {
        return number is null || style is null || !IsKnown(number) ? 0 : Math.Max(0, Array.FindIndex(Definition(number).Levels, l => l?.Child("pStyle")?.Value == style));
    }

    /// <summary>Counts a paragraph.</summary>
    /// <param name="number">The numbering's id; "0" and unknown ones are no numbering.</param>
    /// <param name="level">The level, from 0.</param>
    /// <returns>What stands before the paragraph; "-" for a bullet; null when it is not numbered.</returns>
    public string? Next(string number, int level)
    {
        level = Math.Clamp(level, 0, Levels - 1);
        if (number == "0" || !IsKnown(number))
        {
            return null;
        }

        var counters = Counters(number);
        for (var i = 0; i < level; i++)
        {
            counters[i] ??= Start(number, i);
        }

        counters[level] = counters[level] is { } count ? (count == int.MaxValue ? count : count + 1) : Start(number, level);
        for (var i = level + 1; i < Levels; i++)
        {
            // Deeper levels begin anew, unless their level says after which one only (0: never).
            if (Level(number, i)?.Child("lvlRestart")?.Number("val") is not { } after || level < after)
            {
                counters[i] = null;
            }
        }

        return Label(number, level, counters);
    }

    private string Label(string number, int level, int?[] counters)
    {
        var node = Level(number, level);
        var format = FormatOf(node);
        if (format == "bullet")
        {
            return "-";
        }

        var pattern = node?.Child("lvlText")?.Value ?? $"%{level + 1}.";
        var plain = node?.Switch("isLgl") == true;
        var label = new StringBuilder();
        for (var i = 0; i < pattern.Length && label.Length < 100; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9')
            {
                var at = pattern[++i] - '1';
                var shown = FormatOf(Level(number, at));
                label.Append(NumberWords.Of(counters[at] ?? Start(number, at), plain && at != level ? "decimal" : shown));
            }
            else
            {
                label.Append(pattern[i]);
            }
        }

        return label.ToString().Trim();
    }

    private int?[] Counters(string number)
    {
        // Lists with one definition count on together; a list that says its own start begins anew once.
        var of = _abstractOf[number];
        if (!_counters.TryGetValue(of, out var counters))
        {
            _counters[of] = counters = new int?[Levels];
        }

        if (_started.Add(number) && Array.FindIndex(Definition(number).Starts, s => s is not null) is >= 0 and var at)
        {
            Array.Clear(counters, at, Levels - at);
        }

        return counters;
    }

    private (OfficeNode?[] Levels, int?[] Starts) Definition(string number)
    {
        if (_definitions.TryGetValue(number, out var known))
        {
            return known;
        }

        var levels = new OfficeNode?[Levels];
        var starts = new int?[Levels];
        foreach (var level in _abstracts[_abstractOf[number]].All("lvl"))
        {
            if (level.Number("ilvl") is >= 0 and < Levels and var at)
            {
                levels[at] ??= level;
            }
        }

        foreach (var change in _numbers[number].All("lvlOverride"))
        {
            if (change.Number("ilvl") is >= 0 and < Levels and var at)
            {
                levels[at] = change.Child("lvl") ?? levels[at];
                starts[at] = change.Child("startOverride")?.Number("val");
            }
        }

        return _definitions[number] = (levels, starts);
    }

    private int Start(string number, int level) => Definition(number).Starts[level] ?? Level(number, level)?.Child("start")?.Number("val") ?? 1;

    private OfficeNode? Level(string number, int level) => Definition(number).Levels[level];

    private bool IsKnown(string number) => _abstractOf.TryGetValue(number, out var of) && _abstracts.ContainsKey(of);

    private static string? FormatOf(OfficeNode? level) => (level?.Child("numFmt") ?? level?.Child("AlternateContent")?.Chosen().Child("numFmt"))?.Value;
}
