using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;

namespace Copilot.Odoo.Purchasing;

/// <summary>A customer order that waits for a purchase line.</summary>
internal sealed record WaitingOrder(int Id, string Name, string Customer, DateOnly? Promised, decimal Quantity, OdooRow? Row)
{
    /// <summary>The transfer by which somebody knows the order who may read no orders; null for who may.</summary>
    public int? Transfer { get; init; }
}

/// <summary>A purchase line with goods still to come.</summary>
internal sealed record PurchaseLine
{
    public required OdooRow Row { get; init; }

    public required string Order { get; init; }

    public required string Supplier { get; init; }

    public required string Product { get; init; }

    public required string Unit { get; init; }

    public required decimal Open { get; init; }

    public required DateOnly Planned { get; init; }

    /// <summary>Days since the planned day; 0 or less when it is still to come.</summary>
    public required int DaysLate { get; init; }

    public required decimal OpenValue { get; init; }

    public required string Currency { get; init; }

    public required SupplierHistory History { get; init; }

    public IReadOnlyList<WaitingOrder> Waiting { get; init; } = [];

    /// <summary>Not due yet, but at least half of this supplier's receipts came late.</summary>
    public bool LikelyLate => DaysLate <= 0 && History.IsTelling && History.ShareLaterThan(0) >= 0.5;

    public static PurchaseLine From(OdooRow row, CallerDays days, IReadOnlyDictionary<int, SupplierHistory> histories)
    {
        var open = row.Number("product_qty") - row.Number("qty_received");
        var planned = days.Of(row.Moment("date_planned")) ?? days.Today;
        var supplier = row.Link("partner_id");
        return new PurchaseLine
        {
            Row = row,
            Order = row.Link("order_id")?.Name.Split(' ')[0] ?? string.Empty,
            Supplier = supplier?.Name ?? "an unnamed supplier",
            Product = ProductLabel.Short(row.Link("product_id")?.Name),
            Unit = row.Link("product_uom_id")?.Name ?? string.Empty,
            Open = open,
            Planned = planned,
            DaysLate = days.Today.DayNumber - planned.DayNumber,
            OpenValue = row.Number("product_qty") > 0 ? row.Number("price_subtotal") * open / row.Number("product_qty") : 0,
            Currency = row.Link("currency_id")?.Name ?? "EUR",
            History = supplier is { } s && histories.TryGetValue(s.Id, out var h) ? h : new SupplierHistory(0, string.Empty, []),
        };
    }
}
