using Copilot.Odoo.Client;

namespace Copilot.Odoo.Inventory;

/// <summary>A minimum stock rule with its stock, and what it asks to order. Quantities in the product's own unit.</summary>
internal sealed record ReorderRule(OdooRow Row, string Product, string Name, string Unit, int WarehouseId, decimal OnHand, decimal Forecast, decimal Minimum, decimal Maximum, decimal Multiple, decimal Sold, int SoldDays, int? LeadDays, string? Supplier)
{
    public bool IsBelow => Forecast < Minimum;

    /// <summary>Up to the maximum, in whole multiples; nothing while the forecast reaches the minimum.</summary>
    public decimal Proposed
    {
        get
        {
            var missing = IsBelow ? Math.Max(Minimum, Maximum) - Forecast : 0;
            return Multiple > 0 && missing > 0 ? Math.Ceiling(missing / Multiple) * Multiple : Math.Max(0, missing);
        }
    }

    public decimal PerWeek => Sold * 7 / SoldDays;

    /// <summary>How many days the stock on hand lasts at the usual sale; null when nothing is sold.</summary>
    public int? DaysLeft => Sold <= 0 ? null : (int)Math.Floor(Math.Max(0, OnHand) / (Sold / SoldDays));

    /// <summary>Runs out before an order of today could come.</summary>
    public bool RunsOut => DaysLeft is { } left && LeadDays is { } lead && left < lead;
}
