namespace Copilot.Contracts;

/// <summary>What is expected of a series, with the ranges it will probably stay in and what it rests on.</summary>
public sealed record SeriesForecast
{
    /// <summary>Gets the series' name.</summary>
    public required string Series { get; init; }

    /// <summary>Gets how it was made, in words.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the expected value of each coming period.</summary>
    public required IReadOnlyList<double> Mean { get; init; }

    /// <summary>Gets the lower ends of the ranges that hold four values of five.</summary>
    public required IReadOnlyList<double> Lower80 { get; init; }

    /// <summary>Gets the upper ends of the ranges that hold four values of five.</summary>
    public required IReadOnlyList<double> Upper80 { get; init; }

    /// <summary>Gets the lower ends of the ranges that hold nineteen values of twenty.</summary>
    public required IReadOnlyList<double> Lower95 { get; init; }

    /// <summary>Gets the upper ends of the ranges that hold nineteen values of twenty.</summary>
    public required IReadOnlyList<double> Upper95 { get; init; }

    /// <summary>Gets what one period is.</summary>
    public PeriodKind Period { get; init; }

    /// <summary>Gets the day on which the first coming period begins; null without a calendar.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Gets the number of periods in the season that was reckoned with; 1 for none.</summary>
    public double Season { get; init; } = 1;

    /// <summary>Gets the unit of the values.</summary>
    public string? Unit { get; init; }

    /// <summary>Gets the time zone whose midnight begins a period; null is UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Gets the company whose values these are; null for all.</summary>
    public CompanyRef? Company { get; init; }

    /// <summary>Gets how the demand comes; null when the values are no demand, as some are below zero.</summary>
    public DemandClass? Demand { get; init; }

    /// <summary>Gets how this would have done on the past; null when the history is too short to try.</summary>
    public BacktestFigures? Backtest { get; init; }

    /// <summary>
    /// Gets half the widths of the ranges that hold four of five sums of the first so many coming periods: of the first, of the first two, and so on. Empty where no sum was tried.
    /// </summary>
    public IReadOnlyList<double> SumHalf80 { get; init; } = [];

    /// <summary>Gets the same for nineteen sums of twenty.</summary>
    public IReadOnlyList<double> SumHalf95 { get; init; } = [];

    /// <summary>Gets how many periods it rests on.</summary>
    public int Periods { get; init; }

    /// <summary>Gets what a reader must know: what was filled, left out or too short.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
