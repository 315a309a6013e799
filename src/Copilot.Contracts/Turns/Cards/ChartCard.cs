namespace Copilot.Contracts;

/// <summary>Series over a common axis.</summary>
public sealed record ChartCard : Card
{
    /// <summary>Gets the labels of the axis, in order; dates as ISO 8601.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Gets the series.</summary>
    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>Gets the unit of the values, or null.</summary>
    public string? Unit { get; init; }
}
