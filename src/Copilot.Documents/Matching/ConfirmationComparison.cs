using Copilot.Contracts;

namespace Copilot.Documents.Matching;

/// <summary>Compares a supplier's confirmation with the order: days, quantities, prices, what it leaves out or refuses.</summary>
internal static class ConfirmationComparison
{
    // UBL, X12 and EDIFACT codes and words by which a line is refused or not available.
    private static readonly HashSet<string> Refused = new(StringComparer.OrdinalIgnoreCase) { "7", "IR", "R1", "R2", "R3", "R4", "ID", "IB2", "2", "rejected", "refused", "cancelled", "abgelehnt", "storniert", "refusé", "annulé" };

    /// <summary>Compares.</summary>
    public static IEnumerable<MatchDifference> Of(ReadDocument document, IReadOnlyList<MatchedLine> lines, LedgerOrder order, MatchTolerance tolerance, bool prices)
    {
        var byLine = lines.Where(l => l.Line is not null).GroupBy(l => l.Line!.Id).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var line in order.Lines.Where(l => l.Open > 0 || byLine.ContainsKey(l.Id)))
        {
            if (!byLine.TryGetValue(line.Id, out var confirmed))
            {
                if (lines.Count > 0)
                {
                    yield return Missing(order, line, null, "the supplier forgot it, can't deliver it, or confirms it with another paper");
                }

                continue;
            }

            foreach (var difference in Line(document, order, line, confirmed, tolerance, prices))
            {
                yield return difference;
            }
        }

        if (lines.Count == 0 && document.Delivery is { } day && order.Planned is { } planned && day != planned)
        {
            yield return Date(order, null, "the whole order", planned, day, tolerance, null);
        }

        foreach (var extra in lines.Where(l => l.Line is null))
        {
            var money = Math.Abs(extra.Read.Amount ?? 0);
            yield return new MatchDifference
            {
                Kind = extra.IsCharge ? DifferenceKind.Charge : DifferenceKind.NotOrdered,
                Subject = BillComparison.Named(extra.Read, extra.Index),
                Index = extra.Index,
                Found = extra.Read.Quantity,
                Money = money,
                CostsUs = true,
                Passes = extra.IsCharge && money <= tolerance.Charges,
                Cause = extra.IsCharge ? "the order has no such fee; the supplier's terms say whether it is owed" : "the supplier confirms another article, or one in the place of another",
            };
        }
    }

    private static IEnumerable<MatchDifference> Line(ReadDocument document, LedgerOrder order, LedgerLine line, List<MatchedLine> confirmed, MatchTolerance tolerance, bool prices)
    {
        var first = confirmed[0];
        if (confirmed.TrueForAll(l => l.Read.Status is { } status && Refused.Contains(status.Trim())))
        {
            yield return Missing(order, line, first.Index, "the supplier refuses it");
            yield break;
        }

        if (prices)
        {
            foreach (var price in confirmed.Select(l => BillComparison.Price(l, tolerance)).OfType<MatchDifference>())
            {
                yield return price;
            }
        }

        var quantity = confirmed.Sum(l => l.Quantity ?? 0);
        if (confirmed.TrueForAll(l => l.Quantity is not null) && quantity != line.Quantity && quantity != line.Open)
        {
            var percent = line.Quantity == 0 ? 100 : (quantity - line.Quantity) / line.Quantity * 100;
            yield return new MatchDifference
            {
                Kind = DifferenceKind.Quantity,
                Subject = line.Code ?? line.Name,
                Index = first.Index,
                Order = order,
                Line = line,
                Expected = line.Quantity,
                Found = quantity,
                Money = prices ? Math.Round(Math.Abs(quantity - line.Quantity) * line.Price, 2) : 0,
                CostsUs = true,
                Passes = percent > 0 && percent <= tolerance.QuantityPercent,
                Cause = quantity < line.Quantity ? "the supplier can deliver only a part" : "the supplier rounded up to whole packs, or took the order twice",
            };
        }

        // The last part counts: until then the line is not whole.
        if (confirmed.Select(l => ReadDocument.Day(l.Read.DeliveryDate) ?? document.Delivery).Max() is { } day && (line.Planned ?? order.Planned) is { } planned && day != planned && line.Open > 0)
        {
            yield return Date(order, line, line.Code ?? line.Name, planned, day, tolerance, first.Index);
        }
    }

    private static MatchDifference Missing(LedgerOrder order, LedgerLine line, int? index, string cause) => new()
    {
        Kind = DifferenceKind.Missing,
        Subject = line.Code ?? line.Name,
        Index = index,
        Order = order,
        Line = line,
        Expected = line.Open,
        Found = 0,
        Money = Math.Round(line.Open * line.Price, 2),
        CostsUs = true,
        Cause = cause,
    };

    private static MatchDifference Date(LedgerOrder order, LedgerLine? line, string subject, DateOnly planned, DateOnly day, MatchTolerance tolerance, int? index) => new()
    {
        Kind = DifferenceKind.Date,
        Subject = subject,
        Index = index,
        Order = order,
        Line = line,
        ExpectedDay = planned,
        FoundDay = day,
        CostsUs = day > planned,
        Passes = day < planned || day.DayNumber - planned.DayNumber <= tolerance.Days,
        Cause = day > planned ? "the supplier can't keep the day that was asked for" : "the supplier delivers earlier",
    };
}
