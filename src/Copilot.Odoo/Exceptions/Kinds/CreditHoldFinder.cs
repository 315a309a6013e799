using Copilot.Odoo.Answers;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Exceptions.Scanning;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Exceptions.Kinds;

/// <summary>Open orders that carry the tag of a credit hold.</summary>
internal sealed class CreditHoldFinder : IExceptionFinder
{
    public string Kind => Taxonomy.CreditHold;

    public async Task<IReadOnlyList<FoundCase>> FindAsync(ScanReads reads, CancellationToken cancellationToken)
        => [.. (await reads.BookAsync()).Orders.Where(o => o is { IsOpen: true, CreditHold: true }).Select(o => Case(o, reads.Days.Today))];

    private static FoundCase Case(OrderPicture order, DateOnly today) => new()
    {
        Kind = Taxonomy.CreditHold,
        Key = FormattableString.Invariant($"{order.Id}"),
        Title = $"Credit hold: {order.Name} for {Phrase.Clean(order.Customer, 80)}",
        Summary = $"{order.Name} for {Phrase.Clean(order.Customer, 80)} over {Phrase.Money(order.Net, order.Currency)} net is on credit hold{(order.Promised is { } p ? $"; it was promised for {Phrase.Day(p)}" : string.Empty)}.",
        Cause = order.Warning is { } warning ? $"Noted on the customer: {Phrase.Clean(warning, 200)}" : "The order carries the tag of a credit hold.",
        Subjects = [ScanBook.RecordOf(order), .. order.CustomerId > 0 ? new[] { new CaseRecord("res.partner", order.CustomerId, Phrase.Clean(order.Customer, 80)) } : []],
        Stakes = [ScanBook.StakeOf(order)],
        Recoverable = order.Promised is { } day ? day >= today : null,
        Actions = [CaseActions.Release(order.Name), CaseActions.ToDo("order", order.Name, "Talk to the customer about the overdue invoices; the order is on credit hold")],
    };
}
