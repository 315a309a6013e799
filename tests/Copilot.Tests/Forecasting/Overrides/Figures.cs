using Copilot.Contracts;
using Copilot.Forecasting.Cleaning;
using Copilot.Forecasting.Overrides;

namespace Copilot.Tests.Forecasting.Overrides;

/// <summary>Planners' figures and demand to plan.</summary>
internal static class Figures
{
    public static readonly DateOnly Today = new(2026, 11, 25);

    public static PlannerFigure Some(DateOnly from, DateOnly to, double quantity, string id = "p1", double? forecast = 300, int? warehouse = null, params int[] companies) => new()
    {
        Id = id,
        ProductId = 7,
        Product = "P",
        WarehouseId = warehouse,
        Warehouse = warehouse is null ? null : "LYO",
        Companies = companies.Length == 0 ? [1, 2] : companies,
        From = from,
        To = to,
        Quantity = quantity,
        Unit = "pcs",
        Reason = "a tender",
        By = "Tomás Ferreira",
        At = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero),
        Forecast = forecast,
    };

    /// <summary>Twenty a week, on Mondays to Fridays, until today.</summary>
    public static DemandHistory History(int weeks = 60) => new()
    {
        Scope = new DemandScope { Product = "P" },
        Unit = "pcs",
        From = Today.AddDays(-1095),
        Today = Today,
        Products = 1,
        Record = new RecordRef("product.product", 7),
        Days = [.. Enumerable.Range(0, weeks * 7).Select(i => Weeks.Monday(Today).AddDays(i - (weeks * 7))).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).Select(d => new DemandDay(d, 4, 0))],
    };

    /// <summary>Demand that never changes, and a forecast of it with a width of its own.</summary>
    public static (CleanDemand Demand, SeriesForecast Forecast) Steady(int horizon)
        => (CleanDemand.Of(History())!, new SeriesForecast
        {
            Series = "P",
            Method = "told",
            Mean = [.. Enumerable.Repeat(20.0, horizon)],
            Lower80 = [.. Enumerable.Repeat(15.0, horizon)],
            Upper80 = [.. Enumerable.Repeat(25.0, horizon)],
            Lower95 = [.. Enumerable.Repeat(12.0, horizon)],
            Upper95 = [.. Enumerable.Repeat(28.0, horizon)],
        });
}
