using Copilot.Contracts;

namespace Copilot.Documents.Matching;

/// <summary>The three-way comparison of a bill with its order and what came, and of a credit note with what was billed too much.</summary>
internal static class BillComparison
{
    private const decimal Rounding = 0.005m;

    /// <summary>Compares.</summary>
    public static IEnumerable<MatchDifference> Of(ReadDocument document, IReadOnlyList<MatchedLine> lines, IReadOnlyList<LedgerOrder> orders, MatchTolerance tolerance, bool prices)
    {
        var credit = document.Type == BusinessDocumentType.CreditNote;
        var foreign = document.Currency is { } currency && orders.FirstOrDefault(o => o.Currency != currency) is { } other
            ? new MatchDifference { Kind = DifferenceKind.Currency, Subject = currency, Order = other, Money = Math.Abs(document.Total ?? 0), CostsUs = true, Cause = $"the order is in {other.Currency}; the supplier billed in another currency" } : null;
        if (foreign is not null)
        {
            yield return foreign;
        }

        foreach (var group in lines.Where(l => l.Line is not null).GroupBy(l => l.Line!.Id))
        {
            var (first, line) = (group.First(), group.First().Line!);
            foreach (var priced in group.Where(_ => prices && foreign is null && !credit))
            {
                if (Price(priced, tolerance) is { } price)
                {
                    yield return price;
                }
            }

            if (Quantity(first, line, group.Sum(l => Math.Abs(l.Quantity ?? 0)), credit, tolerance, prices) is { } quantity)
            {
                yield return quantity;
            }
        }

        foreach (var line in lines.Where(l => l.Line is null))
        {
            var money = Math.Abs(line.Read.Amount ?? ((line.Read.Quantity ?? 1) * (line.Price ?? 0)));
            yield return line.IsCharge ? Charge(Named(line.Read, line.Index), money, line.Index, tolerance, credit)
                : new MatchDifference
                {
                    Kind = DifferenceKind.NotOrdered,
                    Subject = Named(line.Read, line.Index),
                    Index = line.Index,
                    Found = line.Read.Quantity,
                    Money = money,
                    CostsUs = !credit,
                    Cause = "it was not ordered with this order, or another article was delivered in its place",
                };
        }

        // A fee that a line states already is not told twice.
        foreach (var charge in document.Charges.Where(c => c is { IsCharge: true, Amount: > 0 } && !lines.Any(l => l.IsCharge && l.Read.Amount == c.Amount)))
        {
            yield return Charge(charge.Reason ?? "a charge", charge.Amount!.Value, null, tolerance, credit);
        }
    }

    /// <summary>What a person calls a line.</summary>
    public static string Named(ExtractedLine line, int index) => line.Description ?? line.Sku ?? line.BuyerSku ?? FormattableString.Invariant($"line {index + 1}");

    /// <summary>Compares one line's price; null when it is the same.</summary>
    public static MatchDifference? Price(MatchedLine matched, MatchTolerance tolerance)
    {
        if (matched is not { Line: { } line, Price: { } price } || Math.Abs(price - line.Price) < Rounding)
        {
            return null;
        }

        var money = Math.Round(Math.Abs(price - line.Price) * Math.Abs(matched.Quantity ?? 0), 2);
        if (money <= 0.01m)
        {
            return null;
        }

        var percent = line.Price == 0 ? 100 : Math.Abs(price - line.Price) / line.Price * 100;
        return new MatchDifference
        {
            Kind = DifferenceKind.Price,
            Subject = line.Code ?? line.Name,
            Index = matched.Index,
            Order = matched.Order,
            Line = line,
            Expected = line.Price,
            Found = Math.Round(price, 4),
            Money = money,
            CostsUs = price > line.Price,
            Passes = money <= tolerance.PriceAmount && percent <= tolerance.PricePercent,
            Cause = line.Price == 0 ? "the order has no price"
                : percent > 60 ? "the price is for another unit or pack, or the wrong article was read"
                : price > line.Price ? "the supplier's price went up and the order was not adapted, or an agreed discount is missing"
                : "a discount that the order does not know, or an old price list",
        };
    }

    private static MatchDifference? Quantity(MatchedLine first, LedgerLine line, decimal found, bool credit, MatchTolerance tolerance, bool prices)
    {
        var due = credit ? Math.Max(0, -line.ToBill) : Math.Max(0, line.ToBill);
        if (found <= due || found == 0)
        {
            return null;
        }

        var over = found - due;
        return new MatchDifference
        {
            Kind = DifferenceKind.Quantity,
            Subject = line.Code ?? line.Name,
            Index = first.Index,
            Order = first.Order,
            Line = line,
            Expected = due,
            Found = found,
            Money = prices ? Math.Round(over * (first.Price ?? line.Price), 2) : 0,
            CostsUs = !credit,
            Passes = due > 0 && over <= due * tolerance.QuantityPercent / 100,
            Cause = credit ? "nothing was billed beyond what came: goods sent back are not booked yet, or it is a credit for a price"
                : line.Billed >= line.Quantity ? "all of it is billed already: the bill came twice, or more was sent than ordered"
                : line.Billed > 0 && found <= line.Received ? "a part of it is billed already"
                : line.Received == 0 && found <= line.Quantity ? "nothing of it is booked as received: it is under way, or the receipt was not booked"
                : found > line.Quantity - line.Billed ? "more is billed than was ordered"
                : "the supplier billed the whole order before all of it came, or a receipt was not booked",
        };
    }

    private static MatchDifference Charge(string subject, decimal money, int? index, MatchTolerance tolerance, bool credit) => new()
    {
        Kind = DifferenceKind.Charge,
        Subject = subject,
        Index = index,
        Money = money,
        CostsUs = !credit,
        Passes = money <= tolerance.Charges,
        Cause = "the order has no such fee; the supplier's terms say whether it is owed",
    };
}
