using Copilot.Contracts;
using Copilot.Documents.Extraction.Pages;

namespace Copilot.Documents.Matching;

/// <summary>Finds for each line of a document the order line it belongs to.</summary>
internal static class LinePairs
{
    /// <summary>From how sure on a pair counts.</summary>
    public const double Least = 0.5;

    private const double Again = 0.15;
    private const double AlikeEnough = 0.45;
    private const int MostDescriptions = 60;

    /// <summary>Pairs them: the surest first, each line of the document once.</summary>
    public static IReadOnlyList<MatchedLine> Of(ReadDocument document, IReadOnlyList<LedgerOrder> orders)
    {
        var candidates = orders.SelectMany(o => o.Lines.Select(l => (Order: o, Line: l))).ToList();
        var charges = document.Lines.Select(ChargeWords.Is).ToList();
        var pairs = new List<(int Index, LedgerOrder Order, LedgerLine Line, double Sure, string By)>();
        for (var i = 0; i < document.Lines.Count; i++)
        {
            var read = document.Lines[i];
            foreach (var (order, line) in candidates)
            {
                if (Compare(read, line, document.Lines.Count * candidates.Count <= MostDescriptions * MostDescriptions) is { } found && (found.Sure >= 0.9 || !charges[i]))
                {
                    pairs.Add((i, order, line, found.Sure + Hints(read, order, line), found.By));
                }
            }
        }

        if (pairs.Count == 0 && document.Lines.Count == 1 && candidates is [var only] && !charges[0] && OnlyFits(document.Lines[0], only.Line))
        {
            pairs.Add((0, only.Order, only.Line, 0.6, "quantity and price, being the only line"));
        }

        var chosen = new Dictionary<int, (LedgerOrder Order, LedgerLine Line, double Sure, string By)>();
        var taken = new Dictionary<int, int>();
        while (true)
        {
            // The second line that draws on the same order line must be surer than one that draws on a fresh one.
            var best = pairs.Where(p => !chosen.ContainsKey(p.Index)).Select(p => (Pair: p, Sure: p.Sure - (Again * taken.GetValueOrDefault(p.Line.Id)))).Where(p => p.Sure >= Least)
                .OrderByDescending(p => p.Sure).ThenBy(p => p.Pair.Index).ThenBy(p => p.Pair.Order.Id).ThenBy(p => p.Pair.Line.Id).Select(p => ((int Index, LedgerOrder Order, LedgerLine Line, double Sure, string By)?)p.Pair).FirstOrDefault();
            if (best is not { } pair)
            {
                break;
            }

            chosen.Add(pair.Index, (pair.Order, pair.Line, pair.Sure, pair.By));
            taken[pair.Line.Id] = taken.GetValueOrDefault(pair.Line.Id) + 1;
        }

        return [.. document.Lines.Select((read, i) => chosen.TryGetValue(i, out var c)
            ? Made(i, read, c.Order, c.Line, Math.Min(0.99, c.Sure), c.By)
            : new MatchedLine { Index = i, Read = read, IsCharge = charges[i], Price = PriceOf(read) })];
    }

    /// <summary>The price of one of the document's unit after discount.</summary>
    public static decimal? PriceOf(ExtractedLine read)
    {
        var stated = read.UnitPrice / (read.PriceBasis is > 0 and var basis ? basis : 1);
        if (read.Amount is not { } amount || read.Quantity is not { } quantity || quantity == 0)
        {
            return stated;
        }

        // What the line comes to holds its discount; without one the stated price is the exact figure.
        return stated is { } price && Math.Abs(Math.Round(price * quantity, 2) - amount) <= 0.01m ? price : amount / quantity;
    }

    private static MatchedLine Made(int index, ExtractedLine read, LedgerOrder order, LedgerLine line, double sure, string by)
    {
        var price = PriceOf(read);
        var holds = Packs.Holds(read, price, line);
        return new MatchedLine { Index = index, Read = read, Order = order, Line = line, Confidence = Math.Round(sure, 2), By = by, Holds = holds, HoldsUnknown = holds == 1 && Packs.IsOpen(read, price, line), Price = price / holds };
    }

    private static (double Sure, string By)? Compare(ExtractedLine read, LedgerLine line, bool described)
    {
        if (Same(read.Gtin, line.Barcode) || Same(read.Sku, line.Barcode))
        {
            return (0.95, "the barcode");
        }

        if (line.Units.Any(u => Same(read.Gtin, u.Barcode) || Same(read.Sku, u.Barcode)))
        {
            return (0.95, "the barcode of a pack");
        }

        if (Same(read.BuyerSku, line.Code) || Same(read.Sku, line.Code))
        {
            return (0.95, "our number");
        }

        if (line.SupplierCodes.Any(c => Same(read.Sku, c) || Same(read.BuyerSku, c)))
        {
            return (0.94, "the supplier's number");
        }

        if (read.Description is not { Length: > 0 } description)
        {
            return null;
        }

        if (Holds(description, line.Code) || line.SupplierCodes.Any(c => Holds(description, c)))
        {
            return (0.85, "the number in its description");
        }

        if (!described)
        {
            return null;
        }

        var alike = line.SupplierNames.Append(line.Name).Max(n => Likeness.OfGoods(description, n));
        return alike >= AlikeEnough ? (0.3 + (0.55 * alike), "its description") : null;
    }

    // Tells apart what is equally good otherwise.
    private static double Hints(ExtractedLine read, LedgerOrder order, LedgerLine line)
        => (read.OrderReference is { } said && Reference.Alike(said, order.Name) >= Reference.Otherwise ? 0.2 : 0)
        + (read.Quantity is { } q && (q == line.Quantity || q == line.Open || q == line.ToBill) ? 0.03 : 0)
        + (PriceOf(read) is { } p && line.Price > 0 && Math.Abs(p - line.Price) / line.Price <= 0.02m ? 0.03 : 0);

    private static bool OnlyFits(ExtractedLine read, LedgerLine line) => read.Quantity == line.Quantity && PriceOf(read) is { } price && price == line.Price;

    /// <summary>Whether two numbers of an article are the same but for marks, spaces and zeros that fill up.</summary>
    public static bool Same(string? a, string? b) => a is not null && b is not null && Reference.Plain(a) is { Length: >= 3 } plain && (plain == Reference.Plain(b) || (plain.Length >= 8 && plain.TrimStart('0') == Reference.Plain(b).TrimStart('0')));

    private static bool Holds(string description, string? code)
        => code is { Length: >= 4 } && code.Any(c => char.IsAsciiDigit(c) || c == '-') && $" {Folding.Of(description)} ".Contains($" {Folding.Of(code)} ", StringComparison.Ordinal);
}
