using Copilot.Odoo.Answers;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Exceptions.Scanning;
using Copilot.Odoo.Warehouse;

namespace Copilot.Odoo.Exceptions.Kinds;

/// <summary>Open transfers of customer orders on which somebody noted that the pick failed.</summary>
internal sealed class PickFailureFinder : IExceptionFinder
{
    public string Kind => Taxonomy.PickFailure;

    public async Task<IReadOnlyList<FoundCase>> FindAsync(ScanReads reads, CancellationToken cancellationToken)
        => [.. NotedTrouble.Of(await reads.BookAsync(), TroubleKind.FailedPick).Select(n => Case(n, reads.Days.Today))];

    private static FoundCase Case(NotedTrouble noted, DateOnly today)
    {
        var order = noted.Order;
        return new FoundCase
        {
            Kind = Taxonomy.PickFailure,
            Key = noted.Key,
            Title = $"Pick failure: {noted.Record.Name}",
            Summary = $"The pick of {noted.Record.Name} failed{(order.Promised is { } p ? $"; the goods were promised for {Phrase.Day(p)}" : string.Empty)}.",
            Cause = $"Noted on it: {Phrase.Clean(noted.Words, 160)}.",
            Subjects = [noted.Record],
            Details = [new CaseDetail($"It belongs to {order.Name} for {Phrase.Clean(order.Customer, 80)}.", ScanBook.RecordOf(order))],
            Stakes = [ScanBook.StakeOf(order)],
            Recoverable = order.Promised is { } day ? day >= today : null,
            Actions = [noted.ToDo("solve the failed pick")],
        };
    }
}
