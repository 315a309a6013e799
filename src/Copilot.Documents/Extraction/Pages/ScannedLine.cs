using System.Globalization;
using Copilot.Contracts;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>
/// Puts right in the lines of recognised pages what recognition loses most: a decimal mark, a price that its neighbours give, a rule read as a minus. Only what the line's own arithmetic proves is
/// changed; a line that stays wrong stays as it was read.
/// </summary>
internal static class ScannedLine
{
    private const decimal Cent = 0.005m;

    /// <summary>A quantity that divides an amount to the cent by chance does so once in as many cases as it has pieces.</summary>
    private const decimal ProvingQuantity = 20;
    private const int FewestCounted = 3;
    private const decimal Ten = 10;

    /// <summary>Mends a line.</summary>
    /// <param name="line">The line as it was read.</param>
    /// <param name="fits">Whether quantity and price make the amount; null where one of them is missing.</param>
    /// <param name="isDiscounted">Whether it has a discount; its arithmetic then proves nothing.</param>
    /// <returns>The line, and whether it multiplies now.</returns>
    public static (ExtractedLine Line, bool? Fits) Mend(ExtractedLine line, bool? fits, bool isDiscounted)
    {
        line = line with { Description = line.Description is { } text ? Numerals(text) : null };
        if (line is { Quantity: < 0 and var negative, UnitPrice: > 0 and var each, Amount: > 0 and var sum })
        {
            // Less than nothing at a price makes no amount: the minus was a speck or a rule, whatever the discount.
            (line, fits) = (line with { Quantity = -negative }, Math.Abs((-negative * each) - sum) <= Cent ? true : fits);
        }

        if (isDiscounted || fits == true)
        {
            return (line, fits);
        }

        if (line is { Quantity: > 0 and var quantity, UnitPrice: > 0 and var price, Amount: > 0 and var amount } && fits == false)
        {
            return Pointed(line, quantity, price, amount) is { } pointed ? (pointed, true) : (line, fits);
        }

        return line is { Quantity: >= ProvingQuantity and var many, UnitPrice: null, Amount: > 0 and var whole } && Math.Round(whole / many, 2) is > 0 and var found && Math.Abs((found * many) - whole) <= (decimal.Truncate(many) == many ? 0 : Cent)
            ? (line with { UnitPrice = found }, true)
            : (line, fits);
    }

    /// <summary>
    /// Puts a lost decimal mark back into quantities that only multiply when the price is for ten, where the other lines of the document have prices for one: 275 at 0.44 for 12.10 are 27.5. Where every
    /// line is so, prices may be for ten.
    /// </summary>
    public static void WithoutTens(List<ExtractedLine> lines)
    {
        var priced = lines.Count(l => l is { Quantity: not null, UnitPrice: not null, Amount: not null });
        var tens = lines.Count(l => l.PriceBasis == Ten);
        for (var i = 0; i < lines.Count && tens * 2 < priced; i++)
        {
            if (lines[i] is { PriceBasis: Ten, Quantity: { } quantity } && decimal.Truncate(quantity) == quantity)
            {
                lines[i] = lines[i] with { Quantity = quantity / Ten, PriceBasis = null };
            }
        }
    }

    /// <summary>Takes the count of the lines off their descriptions, where a column of positions has no head: 1, 2, 3 before each.</summary>
    public static void WithoutCount(List<ExtractedLine> lines)
    {
        if (lines.Count < FewestCounted || !lines.All(l => l.Position is null))
        {
            return;
        }

        var cut = lines.ConvertAll(l => Counted(l.Description));
        var step = cut[0]?.Number ?? 0;
        if (step is 1 or 10 && cut.Select((c, i) => c?.Number == step * (i + 1)).All(b => b))
        {
            for (var i = 0; i < lines.Count; i++)
            {
                lines[i] = lines[i] with { Position = cut[i]!.Value.Number.ToString(CultureInfo.InvariantCulture), Description = cut[i]!.Value.Text };
            }
        }
    }

    private static (int Number, string Text)? Counted(string? description)
        => description?.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank && int.TryParse(description.AsSpan(0, blank).TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number, description[(blank + 1)..])
            : null;

    /// <summary>The line with a decimal mark put back into one of its whole numbers, where exactly one way makes it multiply.</summary>
    private static ExtractedLine? Pointed(ExtractedLine line, decimal quantity, decimal price, decimal amount)
    {
        var ways = new List<ExtractedLine>();
        foreach (var parts in (ReadOnlySpan<decimal>)[10, 100, 1000])
        {
            Try(quantity, q => line with { Quantity = q }, q => Math.Abs((q * price) - amount) <= Cent);
            Try(price, p => line with { UnitPrice = p }, p => Math.Abs((quantity * p) - amount) <= Cent);
            Try(amount, a => line with { Amount = a }, a => Math.Abs((quantity * price) - a) <= Cent);

            void Try(decimal value, Func<decimal, ExtractedLine> with, Func<decimal, bool> fits)
            {
                if (decimal.Truncate(value) == value && fits(value / parts))
                {
                    ways.Add(with(value / parts));
                }
            }
        }

        // Prices have cents: of a quantity and a price that both lack a mark, it is the price that lost one two places from its end.
        return ways is [var only] ? only : ways.FindAll(w => w.UnitPrice * 100 == price) is [var cents] && ways.TrueForAll(w => w.Amount == amount) ? cents : null;
    }

    /// <summary>A Roman two or three is read with small letters; no word is written "Il" behind another in the languages of goods but Italian, where it begins a sentence.</summary>
    private static string Numerals(string text)
    {
        var words = text.Split(' ');
        for (var i = 1; i < words.Length; i++)
        {
            words[i] = words[i] switch { "Il" or "lI" or "ll" => "II", "Ill" or "IIl" or "IlI" or "lll" => "III", _ => words[i] };
        }

        return string.Join(' ', words);
    }
}
