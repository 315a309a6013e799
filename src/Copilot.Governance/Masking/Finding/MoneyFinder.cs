using System.Buffers;
using System.Collections.Frozen;

namespace Copilot.Governance.Masking.Finding;

/// <summary>Finds prices and margins: the figures that follow such a word in the same line, and those under such a heading in a table.</summary>
internal sealed class MoneyFinder(FrozenSet<MaskClass> wanted)
{
    private const int Reach = 60;

    private static readonly SearchValues<string> PriceWords = SearchValues.Create(
        ["price", "unit cost", "cost price", "purchase cost", "standard cost", "preis", "einkaufspreis", "stückpreis", "prix", "tarif", "precio", "prezzo", "prijs", "cena", "preço", "pris "], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> MarginWords = SearchValues.Create(
        ["margin", "marge", "margen", "margine", "marża", "markup", "mark-up", "aufschlag", "spanne", "discount", "rebate", "rabatt", "remise", "descuento", "sconto", "korting", "rabat"], StringComparison.OrdinalIgnoreCase);

    public void Find(ReadOnlySpan<char> text, List<Found> found)
    {
        var (price, margin) = (wanted.Contains(MaskClass.Price), wanted.Contains(MaskClass.Margin));
        if ((price && text.ContainsAny(PriceWords)) || (margin && text.ContainsAny(MarginWords)))
        {
            var lines = new MoneyLines(price ? PriceWords : null, margin ? MarginWords : null, found);
            var at = 0;
            foreach (var range in text.Split('\n'))
            {
                lines.Line(text[range], at);
                at = range.End.Value + 1;
            }
        }
    }

    /// <summary>Lines one after the other, with what the table they stand in has in its columns.</summary>
    private sealed class MoneyLines(SearchValues<string>? prices, SearchValues<string>? margins, List<Found> found)
    {
        private readonly List<MaskClass?> columns = [];

        public void Line(ReadOnlySpan<char> line, int at)
        {
            if (!line.TrimStart().StartsWith('|'))
            {
                columns.Clear();
                Plain(line, at);
                return;
            }

            var header = columns.Count == 0;
            var cell = 0;
            foreach (var range in line.Split('|'))
            {
                var text = line[range];
                if (header)
                {
                    columns.Add(prices is not null && text.ContainsAny(prices) ? MaskClass.Price : margins is not null && text.ContainsAny(margins) ? MaskClass.Margin : null);
                }

                if (!header && cell < columns.Count && columns[cell] is { } kind)
                {
                    Figures(text, at + range.Start.Value, kind, text.Length);
                }
                else
                {
                    Plain(text, at + range.Start.Value);
                }

                cell++;
            }
        }

        private void Plain(ReadOnlySpan<char> line, int at)
        {
            Words(line, at, prices, MaskClass.Price);
            Words(line, at, margins, MaskClass.Margin);
        }

        private void Words(ReadOnlySpan<char> line, int at, SearchValues<string>? words, MaskClass kind)
        {
            for (var from = 0; words is not null && from < line.Length;)
            {
                var next = line[from..].IndexOfAny(words);
                if (next < 0)
                {
                    return;
                }

                from += next + 3;
                from += Figures(line[from..], at + from, kind, Reach);
            }
        }

        /// <summary>Hides figures until the sentence ends or nothing was found for a while.</summary>
        /// <returns>How far it went.</returns>
        private int Figures(ReadOnlySpan<char> text, int at, MaskClass kind, int reach)
        {
            var far = 0;
            for (var i = 0; i < text.Length && i - far < reach; i++)
            {
                if (text[i] is ';' or '!' or '?' || (text[i] == '.' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]))))
                {
                    return i;
                }

                if (MoneyFigure.At(text, i, kind) is > 0 and var length)
                {
                    found.Add(new Found(at + i, length, kind));
                    i += length - 1;
                    far = i;
                }
                else if (char.IsLetterOrDigit(text[i]))
                {
                    // The whole word, so that "GLV-12" and "2026" are not cut into.
                    while (i + 1 < text.Length && (char.IsLetterOrDigit(text[i + 1]) || text[i + 1] is '-' or '_' or '/'))
                    {
                        i++;
                    }
                }
            }

            return Math.Min(text.Length, far + 1);
        }
    }
}
