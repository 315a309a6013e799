namespace Copilot.Odoo.Purchasing;

/// <summary>How what a supplier charges for a product in one unit and currency moved in a period.</summary>
internal sealed record PriceChange
{
    /// <summary>Smaller changes, as a share, are rounding.</summary>
    private const decimal Least = 0.005m;

    /// <summary>What was paid last before the period, else first in it.</summary>
    public required PricePaid Before { get; init; }

    /// <summary>What was paid last in the period.</summary>
    public required PricePaid Now { get; init; }

    /// <summary>The purchases of the period, the oldest first.</summary>
    public required IReadOnlyList<PricePaid> Bought { get; init; }

    /// <summary>What the purchases of the period cost more than at the price before, each; less is negative.</summary>
    public IEnumerable<(string Order, decimal Amount)> Extra => Bought.Select(b => (b.Order, Math.Round((b.Price - Before.Price) * b.Quantity, 2)));

    /// <summary>The sum of them.</summary>
    public decimal ExtraCost => Extra.Sum(e => e.Amount);

    /// <summary>Whether it is dearer now than before.</summary>
    public bool IsDearer => Now.Price > Before.Price * (1 + Least);

    /// <summary>Whether it is cheaper now than before.</summary>
    public bool IsCheaper => Now.Price < Before.Price * (1 - Least);

    /// <summary>Reads the changes out of purchases: one for each supplier, product, unit and currency that was bought in the period and can be compared.</summary>
    /// <param name="paid">Purchases of the period and of the time before it.</param>
    /// <param name="from">The first day of the period.</param>
    public static IReadOnlyList<PriceChange> Of(IEnumerable<PricePaid> paid, DateOnly from)
        => [.. paid.GroupBy(p => (p.Supplier.Id, p.ProductId, p.Unit, p.Currency)).Select(g => Read([.. g.OrderBy(p => p.Day).ThenBy(p => p.Row.Id)], from)).OfType<PriceChange>()];

    private static PriceChange? Read(List<PricePaid> paid, DateOnly from)
    {
        var bought = paid.FindAll(p => p.Day >= from);
        var before = paid.FindLast(p => p.Day < from) ?? (bought.Count > 1 ? bought[0] : null);
        return bought.Count == 0 || before is not { Price: > 0 } ? null : new PriceChange { Before = before, Now = bought[^1], Bought = bought };
    }
}
