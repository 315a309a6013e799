namespace Copilot.Forecasting.Overrides;

/// <summary>What a planner expects of a product in a period, in place of the forecast, with the reason and with what the forecast said at that moment.</summary>
internal sealed record PlannerFigure
{
    /// <summary>Gets the id: that of the proposal it was made by.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the product's number in the business system.</summary>
    public required int ProductId { get; init; }

    /// <summary>Gets the product as people write it.</summary>
    public required string Product { get; init; }

    /// <summary>Gets the warehouse's number; null for all warehouses of <see cref="Companies"/>.</summary>
    public int? WarehouseId { get; init; }

    /// <summary>Gets the warehouse as people write it.</summary>
    public string? Warehouse { get; init; }

    /// <summary>Gets the numbers of the companies whose demand was in view, ascending.</summary>
    public required IReadOnlyList<int> Companies { get; init; }

    /// <summary>Gets the first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Gets the last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Gets the quantity of the whole period.</summary>
    public required double Quantity { get; init; }

    /// <summary>Gets the unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Gets why.</summary>
    public required string Reason { get; init; }

    /// <summary>Gets who set it.</summary>
    public required string By { get; init; }

    /// <summary>Gets when, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets what the forecast expected of the same period at that moment; null where there was nothing to forecast from.</summary>
    public double? Forecast { get; init; }

    /// <summary>Gets a value indicating whether two are about the same goods, whatever their periods.</summary>
    /// <param name="other">The other one.</param>
    public bool IsAboutSame(PlannerFigure other) => ProductId == other.ProductId && WarehouseId == other.WarehouseId && (WarehouseId is not null || Companies.SequenceEqual(other.Companies));

    /// <summary>Whether days of it lie between two days.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    public bool Touches(DateOnly from, DateOnly to) => From <= to && To >= from;
}
