using System.Text;

namespace Copilot.Documents.Extraction.Edi.Acknowledging;

/// <summary>Writes segments. Empty elements at a segment's end are left out, as both standards want it.</summary>
internal sealed class EdiText(EdiMarks marks)
{
    private readonly StringBuilder _text = new();

    /// <summary>How many segments there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a segment.</summary>
    /// <param name="tag">Its tag.</param>
    /// <param name="elements">Its elements; one with several components has them in its list.</param>
    public void Add(string tag, params IReadOnlyList<IReadOnlyList<string?>> elements)
    {
        var last = elements.Count;
        while (last > 0 && elements[last - 1].All(string.IsNullOrEmpty))
        {
            last--;
        }

        _text.Append(tag);
        for (var i = 0; i < last; i++)
        {
            _text.Append(marks.Element);
            var components = elements[i];
            var most = components.Count;
            while (most > 1 && string.IsNullOrEmpty(components[most - 1]))
            {
                most--;
            }

            for (var c = 0; c < most; c++)
            {
                if (c > 0)
                {
                    _text.Append(marks.Component);
                }

                Append(components[c] ?? string.Empty);
            }
        }

        _text.Append(marks.Terminator);
        Count++;
    }

    /// <summary>Adds a segment of simple elements.</summary>
    public void Plain(string tag, params IReadOnlyList<string?> elements) => Add(tag, [.. elements.Select(e => (IReadOnlyList<string?>)[e])]);

    public override string ToString() => _text.ToString();

    private void Append(string value)
    {
        foreach (var c in value)
        {
            if (c != marks.Element && c != marks.Component && c != marks.Terminator && c != marks.Release)
            {
                _text.Append(c);
            }
            else if (marks.Release is { } release)
            {
                _text.Append(release).Append(c);
            }

            // X12 knows no way to write its own marks inside a value: they are left out.
        }
    }
}
