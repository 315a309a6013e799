using System.Globalization;

namespace Copilot.Knowledge.Ingestion.Chunking;

/// <summary>The lettered and numbered items open inside a clause: (b), then (ii). An item counts when it comes next in its row.</summary>
internal sealed class ItemStack
{
    private readonly List<(Style Style, int Index, string Text)> _open = [];

    private enum Style
    {
        Letter,
        Roman,
        Digit,
    }

    /// <summary>Gets the items as they are cited: <c>(b)</c>, <c>(b) (ii)</c>.</summary>
    public string Label => string.Join(' ', _open.Select(o => $"({o.Text})"));

    /// <summary>Forgets all items.</summary>
    public void Clear() => _open.Clear();

    /// <summary>Enters an item.</summary>
    /// <param name="text">Its mark without brackets: <c>b</c>, <c>ii</c>, <c>3</c>.</param>
    /// <returns>Its depth from 1, or null when it does not come next in any row.</returns>
    public int? Enter(string text)
    {
        for (var depth = _open.Count - 1; depth >= 0; depth--)
        {
            if (Index(text, _open[depth].Style) == _open[depth].Index + 1)
            {
                _open.RemoveRange(depth + 1, _open.Count - depth - 1);
                _open[depth] = (_open[depth].Style, _open[depth].Index + 1, text);
                return depth + 1;
            }
        }

        foreach (var style in Enum.GetValues<Style>())
        {
            if (Index(text, style) == 1 && _open.All(o => o.Style != style))
            {
                _open.Add((style, 1, text));
                return _open.Count;
            }
        }

        return null;
    }

    private static int? Index(string text, Style style) => style switch
    {
        Style.Letter => text.Length == 1 && char.IsAsciiLetterLower(text[0]) ? text[0] - 'a' + 1 : null,
        Style.Roman => Roman(text),
        _ => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
    };

    private static int? Roman(string text)
    {
        var sum = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var value = Value(text[i]);
            if (value == 0)
            {
                return null;
            }

            sum += i + 1 < text.Length && Value(text[i + 1]) > value ? -value : value;
        }

        return sum;
    }

    private static int Value(char sign) => sign switch
    {
        'i' => 1,
        'v' => 5,
        'x' => 10,
        _ => 0,
    };
}
