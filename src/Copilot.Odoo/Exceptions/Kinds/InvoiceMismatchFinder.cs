using Copilot.Odoo.Accounting;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Exceptions.Scanning;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Exceptions.Kinds;

/// <summary>Invoices and bills of the last sixty days that disagree with their order or with what came or went, or that came twice: the three-way match.</summary>
internal sealed class InvoiceMismatchFinder(MismatchReader mismatches) : IExceptionFinder
{
    private const int PeriodDays = 60;

    private static readonly string[] Sides = ["in", "out"];

    public string Kind => Taxonomy.InvoiceMismatch;

    public async Task<IReadOnlyList<FoundCase>> FindAsync(ScanReads reads, CancellationToken cancellationToken)
    {
        var today = reads.Days.Today;
        var (found, _, _) = await mismatches.ReadAsync(reads.Context, new Period(today.AddDays(-PeriodDays), today), Sides, OdooDomain.All, cancellationToken);
        return [.. found.GroupBy(m => m.Line.MoveId).Select(g => Case([.. g.OrderByDescending(m => m.Money).ThenBy(m => m.Kind, StringComparer.Ordinal)]))];
    }

    private static FoundCase Case(IReadOnlyList<Mismatch> mismatches)
    {
        var first = mismatches[0];
        var line = first.Line;
        var record = new CaseRecord("account.move", line.MoveId, line.Move);
        var money = mismatches.Sum(m => m.Money);
        return new FoundCase
        {
            Kind = Taxonomy.InvoiceMismatch,
            Key = FormattableString.Invariant($"{line.MoveId}"),
            Title = $"Invoice mismatch: {line.Move}",
            Summary = $"{(line.IsVendor ? "The bill" : "The invoice")} {line.Move} of {Phrase.Clean(line.Partner, 80)} disagrees over {Phrase.Money(money, line.Currency)}: {Words(first)}.",
            Cause = first.CostsUs ? "As it stands it costs us." : "As it stands it costs the other side, who will ask for it.",
            Subjects = [record, .. first.OtherId > 0 ? new[] { new CaseRecord("account.move", first.OtherId, first.Order) } : []],
            Stakes = [new Stake(record, money, line.Currency)],
            Recoverable = true,
            Confidence = 0.95,
            Actions = [CaseActions.ToDo("invoice", line.Move, $"Clear the difference of {Phrase.Money(money, line.Currency)} before it is paid")],
        };
    }

    private static string Words(Mismatch m) => m.Kind switch
    {
        "price" => $"the price of {ProductLabel.Short(m.Line.Product)} is {Phrase.Money(m.Found, m.Line.Currency)}, the order {m.Order} says {Phrase.Money(m.Expected, m.Line.Currency)}",
        "quantity" => $"{Phrase.Number(m.Found)} of {ProductLabel.Short(m.Line.Product)} are invoiced, {Phrase.Number(m.Expected)} {(m.Line.IsVendor ? "came" : "may be invoiced")} by {m.Order}",
        "tax" => $"the tax of {ProductLabel.Short(m.Line.Product)} is {Phrase.Percent(m.Found)}, the order {m.Order} says {Phrase.Percent(m.Expected)}",
        _ => $"it repeats {m.Order}",
    };
}
