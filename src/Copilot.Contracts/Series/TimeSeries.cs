namespace Copilot.Contracts;

/// <summary>Values over evenly spaced periods, oldest first.</summary>
public sealed record TimeSeries
{
    /// <summary>Gets its name.</summary>
    public required string Id { get; init; }

    /// <summary>Gets one value a period; not a number where none is known.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>Gets what one period is.</summary>
    public PeriodKind Period { get; init; }

    /// <summary>Gets the day on which the first period begins, in <see cref="TimeZone"/>; null without a calendar.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Gets the number of periods in a season, such as 12 for months; need not be whole. Null to take what is usual for <see cref="Period"/>.</summary>
    public double? Season { get; init; }

    /// <summary>Gets the unit of the values, such as <c>pcs</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>Gets the time zone, by its IANA name, whose midnight begins a period; null is UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Gets the company whose values these are; null for all.</summary>
    public CompanyRef? Company { get; init; }

    /// <summary>Gets what is to be known about how the values came to be, such as gaps that were filled.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
