using System.Buffers;
using System.Globalization;
using System.Text;
using Copilot.Contracts;
using Copilot.Governance.Masking.Finding;

namespace Copilot.Governance.Masking.Figures;

/// <summary>
/// Hides figures in text: money and shares in a part of a sentence that speaks of a hidden kind, in table columns under such a heading, and any figure that is
/// known to be one, wherever it stands. When in doubt it hides: a part of a sentence is judged as a whole.
/// </summary>
internal static class FigureText
{
    /// <summary>What stands in the place of a figure.</summary>
    public const string Hidden = "[hidden]";

    private static readonly SearchValues<char> FigureSigns = SearchValues.Create("0123456789.,\u00A0\u202F%");

    /// <summary>Hides in a text of any length.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kinds">What is hidden.</param>
    /// <param name="known">Values that are hidden wherever they stand.</param>
    public static string Hide(string text, IReadOnlySet<MoneyKind> kinds, IReadOnlySet<decimal> known)
    {
        if (kinds.Count == 0 || (known.Count == 0 && !MoneyWords.Speaks(kinds, text)))
        {
            return text;
        }

        var hidden = new StringBuilder(text.Length);
        var columns = new List<bool>();
        var section = string.Empty;
        foreach (var line in Lines(text))
        {
            section = line[0] == '#' ? NumberOf(line.AsSpan().TrimStart('#').TrimStart()).ToString() : section;
            if (line.TrimStart().StartsWith('|'))
            {
                Row(line, kinds, known, columns, hidden);
                continue;
            }

            columns.Clear();

            // "4.2" under the heading "4 The damaged goods" is the number of a clause, not money.
            var clause = section.Length > 0 && line.StartsWith(section + ".", StringComparison.Ordinal) ? section.Length + 1 + NumberOf(line.AsSpan(section.Length + 1)).Length : 0;
            clause = clause < line.Length && line[clause] == ' ' ? clause : 0;
            hidden.Append(line, 0, clause);
            foreach (var part in Parts(line[clause..]))
            {
                Part(part, MoneyWords.Speaks(kinds, part), known, hidden);
            }
        }

        return hidden.ToString();
    }

    private static void Row(string line, IReadOnlySet<MoneyKind> kinds, IReadOnlySet<decimal> known, List<bool> columns, StringBuilder hidden)
    {
        var cells = line.Split('|');
        var isHeading = columns.Count == 0;
        if (isHeading)
        {
            columns.AddRange(cells.Select(c => MoneyWords.Speaks(kinds, c)));
        }

        for (var i = 0; i < cells.Length; i++)
        {
            hidden.Append(i > 0 ? "|" : string.Empty);
            Part(cells[i], MoneyWords.Speaks(kinds, cells[i]) || (!isHeading && i < columns.Count && columns[i]), known, hidden, bare: !isHeading && i < columns.Count && columns[i]);
        }
    }

    private static void Part(string part, bool speaks, IReadOnlySet<decimal> known, StringBuilder hidden, bool bare = false)
    {
        for (var i = 0; i < part.Length;)
        {
            var length = MoneyFigure.At(part, i, MaskClass.Price);
            if (length == 0 && bare && char.IsAsciiDigit(part[i]) && (i == 0 || !char.IsLetterOrDigit(part[i - 1])))
            {
                length = part.AsSpan(i).IndexOfAnyExcept(FigureSigns) is >= 0 and var end ? end : part.Length - i;
            }

            if (length > 0 && (speaks || (Value(part.AsSpan(i, length)) is { } value && known.Contains(value))))
            {
                hidden.Append(Hidden);
                i += length;
                continue;
            }

            // A whole word or number at once, so that no figure is found inside of one.
            var next = length > 0 ? i + length : i + 1;
            while (length == 0 && char.IsLetterOrDigit(part[i]) && next < part.Length && (char.IsLetterOrDigit(part[next]) || part[next] is '-' or '_' or '/'))
            {
                next++;
            }

            hidden.Append(part, i, next - i);
            i = next;
        }
    }

    /// <summary>The number of a figure as this house writes it: a point for decimals, commas between thousands.</summary>
    private static decimal? Value(ReadOnlySpan<char> figure)
    {
        var from = figure.IndexOfAnyInRange('0', '9');
        var to = figure.LastIndexOfAnyInRange('0', '9');
        return from >= 0 && decimal.TryParse(figure[from..(to + 1)], NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    /// <summary>The digits that a text begins with.</summary>
    private static ReadOnlySpan<char> NumberOf(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? text[..end] : text;

    private static IEnumerable<string> Lines(string text)
    {
        for (var from = 0; from < text.Length;)
        {
            var end = text.IndexOf('\n', from);
            var next = end < 0 ? text.Length : end + 1;
            yield return text[from..next];
            from = next;
        }
    }

    /// <summary>Sentences, and their parts at semicolons.</summary>
    private static IEnumerable<string> Parts(string line)
    {
        var from = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] is ';' or '!' or '?' || (line[i] == '.' && (i + 1 == line.Length || char.IsWhiteSpace(line[i + 1]))))
            {
                yield return line[from..(i + 1)];
                from = i + 1;
            }
        }

        if (from < line.Length)
        {
            yield return line[from..];
        }
    }
}
