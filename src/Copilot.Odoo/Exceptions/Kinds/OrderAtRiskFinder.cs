using Copilot.Odoo.Answers;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Exceptions.Scanning;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Exceptions.Kinds;

/// <summary>Open orders promised within a week (or before today) that will more likely than not be late, by the same model as the list of orders at risk.</summary>
internal sealed class OrderAtRiskFinder : IExceptionFinder
{
    private const double LikelyLate = 0.5;
    private const int WindowDays = 7;
    private const int OldestDays = 180;
    private const int CausesTold = 2;

    public string Kind => Taxonomy.OrderAtRisk;

    public async Task<IReadOnlyList<FoundCase>> FindAsync(ScanReads reads, CancellationToken cancellationToken)
    {
        var today = reads.Days.Today;
        var book = await reads.BookAsync();
        return
        [
            .. book.Orders.AsParallel().AsOrdered().WithCancellation(cancellationToken)
                .Where(o => o.IsOpen && o.Promised >= today.AddDays(-OldestDays) && o.Promised <= today.AddDays(WindowDays))
                .Select(o => RiskModel.Assess(o, today))
                .Where(r => r.Probability >= LikelyLate)
                .Select(r => Case(r, today)),
        ];
    }

    private static FoundCase Case(OrderRisk risk, DateOnly today)
    {
        var order = risk.Order;
        var promised = order.Promised!.Value;
        var over = promised < today;
        var chance = over ? $"{Phrase.Days(today.DayNumber - promised.DayNumber)} late already" : $"{Phrase.Percent(RiskWriter.Chance(risk))} likely to ship late";
        var causes = risk.Causes.Where(c => c.Kind != RiskKind.PromisePassed).ToList();
        return new FoundCase
        {
            Kind = Taxonomy.OrderAtRisk,
            Key = FormattableString.Invariant($"{order.Id}"),
            Title = $"Order at risk: {order.Name} for {Phrase.Clean(order.Customer, 80)}",
            Summary = $"{order.Name} for {Phrase.Clean(order.Customer, 80)}{(order.CustomerClass is { } c ? $" (class {c})" : string.Empty)}: {Phrase.Money(order.Net, order.Currency)} net, promised {Phrase.Day(promised)}, {chance}.",
            Cause = causes.Count == 0 ? "Nothing known holds it; it has not left." : Sentence(string.Join("; ", causes.Take(CausesTold).Select(Words))),
            Subjects = [ScanBook.RecordOf(order)],
            Details = [.. causes.Where(x => x.Receipt is not null).DistinctBy(x => x.Receipt!.Id).Select(x => new CaseDetail($"It waits for {x.Receipt!.Label} from {Phrase.Clean(x.Receipt.Supplier, 80)}, expected {Phrase.Day(x.Receipt.Expected)}.", Receipt(x)))],
            Stakes = [ScanBook.StakeOf(order)],
            Recoverable = !over,
            Confidence = over ? 1 : Math.Round(risk.Probability, 2),
            Actions = Actions(order, causes, today).ToList() is { Count: > 0 } actions ? actions : [CaseActions.ToDo("order", order.Name, "Find out what holds it, and tell the customer when it leaves")],
            About = [.. causes.Select(x => x.Shortage).OfType<Shortage>().Select(s => new CaseRecord("product.product", s.ProductId, s.Product)).Distinct()],
        };
    }

    private static IEnumerable<CaseAction> Actions(OrderPicture order, List<RiskCause> causes, DateOnly today)
    {
        foreach (var kind in causes.Select(c => c.Kind).Distinct().Take(CausesTold))
        {
            var cause = causes.First(c => c.Kind == kind);
            switch (kind)
            {
                case RiskKind.CreditHold:
                    yield return CaseActions.Release(order.Name);
                    break;
                case RiskKind.Uncovered:
                    yield return CaseActions.DraftPurchase(cause.Shortage!.Product, cause.Quantity, cause.Shortage.Unit);
                    break;
                case RiskKind.WaitsForReceipt when cause.Receipt!.Order is { } purchase:
                    yield return CaseActions.Expedite(purchase.Split(' ')[0], Receipt(cause));
                    break;
                case RiskKind.QualityHold:
                    yield return CaseActions.ToDo("product", cause.Shortage!.Product, $"Release or reject what stands in quality hold: {order.Name} waits for {Phrase.Quantity(cause.Quantity, cause.Shortage.Unit)}");
                    break;
                case RiskKind.FailedPick or RiskKind.MissingDocument or RiskKind.NotPicked when cause.Transfer is { } transfer:
                    yield return CaseActions.ToDo("transfer", transfer.Name, $"{order.Name} must leave {(order.Promised < today ? "today" : $"by {Phrase.Day(order.Promised!.Value)}")}: {Short(kind)}", new CaseRecord("stock.picking", transfer.Id, transfer.Name));
                    break;
                default:
                    break;
            }
        }

        if (!order.ShipComplete && order.Shortages.Count > 0 && order.OpenDeliveries.Any(t => t.State == "assigned"))
        {
            yield return CaseActions.Split(order.Name);
        }

        var soonest = order.Shortages.SelectMany(s => s.Expected).Select(e => e.Receipt.Expected).Append(today).Max();
        var day = soonest > today ? soonest.AddDays(1) : today.AddDays(1);
        if (order.Promised is { } promised && day > promised && order.Shortages.All(s => s.Uncovered == 0))
        {
            yield return CaseActions.MovePromise(order.Name, NextWorkday(day));
        }
    }

    private static DateOnly NextWorkday(DateOnly day) => day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(2), DayOfWeek.Sunday => day.AddDays(1), _ => day };

    private static CaseRecord Receipt(RiskCause cause) => new("stock.picking", cause.Receipt!.Id, cause.Receipt.Name);

    private static string Goods(RiskCause cause) => $"{Phrase.Quantity(cause.Quantity, cause.Shortage!.Unit)} of {cause.Shortage.Product}";

    private static string Words(RiskCause cause) => cause.Kind switch
    {
        RiskKind.Uncovered => $"{Goods(cause)} have no source: neither stock nor a receipt",
        RiskKind.WaitsForReceipt => $"{Goods(cause)} wait for a receipt expected {Phrase.Day(cause.Receipt!.Expected)}",
        RiskKind.QualityHold => $"{Goods(cause)} stand in quality hold",
        RiskKind.CreditHold => "the order is on credit hold",
        RiskKind.FailedPick => $"a pick failed ({Phrase.Clean(cause.Trouble?.Summary, 100)})",
        RiskKind.MissingDocument => $"a document is missing ({Phrase.Clean(cause.Trouble?.Summary, 100)})",
        RiskKind.NotPicked => "it is ready and nobody has picked it",
        _ => "it leaves only complete",
    };

    private static string Short(RiskKind kind) => kind switch { RiskKind.FailedPick => "solve the failed pick", RiskKind.MissingDocument => "bring the missing document", _ => "pick it" };

    private static string Sentence(string text) => Phrase.Sentence(Phrase.Capital(text));
}
