namespace Copilot.Odoo.Company;

/// <summary>
/// The one definition of each key figure. The names follow common use in distribution (OTIF and order cycle time as in the SCOR model's reliability and responsiveness attributes,
/// line fill rate as in inventory management, inventory turns as cost of goods shipped by stock value); what each counts in Odoo is said here and nowhere else.
/// </summary>
internal static class KpiDefinitions
{
    public static readonly Kpi Otif = new(
        "otif",
        "OTIF (on time in full)",
        "orders of which every line left in full by the promised day, out of all confirmed orders with goods and a promised day in the period; days up to yesterday count, a quantity that was never shipped counts as missed",
        IsShare: true,
        MoreIsBetter: true);

    public static readonly Kpi FillRate = new(
        "fill_rate",
        "Line fill rate",
        "order lines whose whole quantity left by the promised day, out of all lines with goods of confirmed orders promised in the period; days up to yesterday count",
        IsShare: true,
        MoreIsBetter: true);

    public static readonly Kpi CycleTime = new(
        "cycle_time",
        "Order cycle time",
        "mean number of days from the order day to the day the last goods left, over orders promised in the period that have left in full",
        IsShare: false,
        MoreIsBetter: false);

    public static readonly Kpi Turns = new(
        "turns",
        "Inventory turns",
        "goods shipped to customers in the period, scaled to a year, by the stock on hand now, both at today's product cost",
        IsShare: false,
        MoreIsBetter: true);

    public static readonly Kpi Resolution = new(
        "resolution",
        "Exception resolution time",
        "mean days from opening to closing of what was closed in the period: exceptions of the watch, until gone or called resolved (dismissed ones do not count), and service tickets; by customer, warehouse or supplier of their orders",
        IsShare: false,
        MoreIsBetter: false);

    public static readonly Kpi SupplierOnTime = new(
        "supplier_on_time",
        "Supplier on-time",
        "receipts from suppliers that arrived complete as transfers by the day agreed, out of all receipts with an agreed day in the period that were not cancelled; days up to yesterday count",
        IsShare: true,
        MoreIsBetter: true);

    public static readonly Kpi OrderIntake = new(
        "order_intake",
        "Order intake",
        "net amount of confirmed sales orders by order day",
        IsShare: false,
        MoreIsBetter: true);

    /// <summary>All of them, in the order of an overview.</summary>
    public static IReadOnlyList<Kpi> All { get; } = [OrderIntake, Otif, FillRate, CycleTime, SupplierOnTime, Turns, Resolution];
}
