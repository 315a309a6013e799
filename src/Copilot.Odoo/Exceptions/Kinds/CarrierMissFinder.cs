using Copilot.Odoo.Answers;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Exceptions.Scanning;
using Copilot.Odoo.Sales;
using Copilot.Odoo.Warehouse;

namespace Copilot.Odoo.Exceptions.Kinds;

/// <summary>
/// Deliveries that are ready in full, that nothing known holds, and that have not left although their day is over: the departure or the pick-up was missed. Odoo keeps no
/// departures, so this is what the records show.
/// </summary>
internal sealed class CarrierMissFinder : IExceptionFinder
{
    public string Kind => Taxonomy.CarrierMiss;

    public async Task<IReadOnlyList<FoundCase>> FindAsync(ScanReads reads, CancellationToken cancellationToken)
    {
        var today = reads.Days.Today;
        return
        [
            .. (await reads.BookAsync()).Orders
                .Where(o => o.IsOpen && !o.CreditHold && o.Troubles.Count == 0 && o.Shortages.Count == 0)
                .SelectMany(o => o.OpenDeliveries.Where(t => t is { Code: "outgoing", State: "assigned" } && Due(o, t) < today).Select(t => Case(o, t, Due(o, t)!.Value, today))),
        ];
    }

    private static DateOnly? Due(OrderPicture order, Transfer transfer) => order.Promised ?? transfer.Scheduled;

    private static FoundCase Case(OrderPicture order, Transfer transfer, DateOnly due, DateOnly today)
    {
        var record = new CaseRecord("stock.picking", transfer.Id, transfer.Name);
        return new FoundCase
        {
            Kind = Taxonomy.CarrierMiss,
            Key = FormattableString.Invariant($"{transfer.Id}"),
            Title = $"Missed departure: {transfer.Name}",
            Summary = $"{transfer.Name} for {Phrase.Clean(order.Customer, 80)} ({order.Name}) is ready but should have left on {Phrase.Day(due)}, {Phrase.Days(today.DayNumber - due.DayNumber)} ago.",
            Cause = transfer.Tracking is { } tracking ? $"It has the tracking number {Phrase.Clean(tracking, 40)} and is not booked as shipped." : "Nothing known holds it: no shortage, no hold, no noted trouble.",
            Subjects = [record, ScanBook.RecordOf(order)],
            Stakes = [ScanBook.StakeOf(order)],
            Recoverable = false,
            Confidence = 0.8,
            Actions = [CaseActions.ToDo("transfer", transfer.Name, "Find out why this has not left, and book the carrier or the shipment today"), CaseActions.MovePromise(order.Name, today.AddDays(today.DayOfWeek == DayOfWeek.Friday ? 3 : 1))],
        };
    }
}
