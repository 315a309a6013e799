using Copilot.Contracts;

namespace Copilot.Documents.Matching;

/// <summary>Converts a document's unit into an order line's: by the business system's units, by what units are, by the description, at last by the prices.</summary>
internal static class Packs
{
    private const decimal Near = 0.015m;
    private const decimal MostHeld = 10_000;

    /// <summary>How many of the order's unit one of the document's unit holds.</summary>
    public static decimal Holds(ExtractedLine read, decimal? price, LedgerLine line)
    {
        var (said, own) = (UnitWords.KindOf(read.Unit), UnitWords.KindOf(line.Unit));
        if (Known(read, said, own, line) is { } known && !Contradicts(read, price, line, known))
        {
            return known;
        }

        if (said.Length > 0 && UnitWords.Holds(said, own) is { } fixedRatio && fixedRatio != 1)
        {
            return fixedRatio;
        }

        if (said == own && said.Length > 0)
        {
            // The same word for the same thing: only goods that are said to be packed are counted otherwise.
            return said is "pack" or "box" && UnitWords.PackOf(read.Description) is { } inside && Fits(read, price, line, inside) ? inside : 1;
        }

        if (UnitWords.PackOf(read.Description) is { } packed && Fits(read, price, line, packed))
        {
            return packed;
        }

        return Ratio(price, line) is { } ratio && Fits(read, price, line, ratio) ? ratio : 1;
    }

    /// <summary>
    /// Whether a line that is taken as it stands may mean something else: it counts in a pack that the order does not count in, has no price to tell
    /// by, and the quantity is none that the order waits for. "pcs" is no pack: many suppliers write it whatever they sell.
    /// </summary>
    public static bool IsOpen(ExtractedLine read, decimal? price, LedgerLine line)
    {
        var (said, own) = (UnitWords.KindOf(read.Unit), UnitWords.KindOf(line.Unit));
        return UnitWords.IsPack(said) && said != own && Known(read, said, own, line) is null && (price is not > 0 || line.Price <= 0) && !(read.Quantity is { } quantity && Due(line, quantity));
    }

    /// <summary>What the business system says one of the document's unit holds: by the barcode of a packaging, by a unit, by a packaging of the product; null where it says nothing, or several things.</summary>
    private static decimal? Known(ExtractedLine read, string said, string own, LedgerLine line)
    {
        if (said != own && line.Units.FirstOrDefault(u => u.Barcode is { } code && Plausible(u.Holds) && LinePairs.Same(read.Gtin ?? read.Sku, code)) is { } scanned)
        {
            return scanned.Holds;
        }

        if (said.Length == 0 || said == own)
        {
            return null;
        }

        var packs = line.Units.Where(u => u.IsPack && Plausible(u.Holds) && UnitWords.KindsIn(u.Name).Contains(said)).Select(u => u.Holds).Distinct().ToList();
        return packs.Count switch
        {
            1 => packs[0],
            > 1 => UnitWords.PackOf(read.Description) is { } stated && packs.Contains(stated) ? stated : null,
            _ => line.Units.FirstOrDefault(u => !u.IsPack && UnitWords.KindOf(u.Name) == said && Plausible(u.Holds))?.Holds,
        };
    }

    // Many suppliers write "pcs" whatever they sell: where price or quantity are those of the order as they stand, and would not be after converting, they count as they stand.
    private static bool Contradicts(ExtractedLine read, decimal? price, LedgerLine line, decimal holds)
    {
        if (price is > 0 and var stated && line.Price > 0)
        {
            return Math.Abs(Math.Log((double)(stated / line.Price))) < Math.Abs(Math.Log((double)(stated / holds / line.Price)));
        }

        return read.Quantity is { } quantity && Due(line, quantity) && !Due(line, quantity * holds);
    }

    private static bool Due(LedgerLine line, decimal quantity) => quantity == line.Quantity || quantity == line.Open || quantity == line.ToBill;

    // A pack costs so many times the price of one: 5 boxes at 100 are 500 at 1.
    private static decimal? Ratio(decimal? price, LedgerLine line)
    {
        if (price is not > 0 || line.Price <= 0)
        {
            return null;
        }

        var many = price.Value / line.Price;
        var whole = Math.Round(many >= 1 ? many : 1 / many);
        return whole is < 2 or > MostHeld || Math.Abs((many >= 1 ? many : 1 / many) - whole) / whole > Near ? null : many >= 1 ? whole : 1 / whole;
    }

    /// <summary>Taken for a pack only where quantity and price come nearer to the order by it.</summary>
    private static bool Fits(ExtractedLine read, decimal? price, LedgerLine line, decimal holds)
        => (read.Quantity is not { } quantity || (quantity * holds <= line.Quantity && Math.Abs((quantity * holds) - line.Quantity) <= Math.Abs(quantity - line.Quantity)) || quantity * holds == line.Quantity)
        && (price is not > 0 || line.Price <= 0 || Math.Abs((price.Value / holds) - line.Price) <= Math.Abs(price.Value - line.Price));

    private static bool Plausible(decimal holds) => holds is > 0 and <= 1_000_000;
}
