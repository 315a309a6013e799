namespace Copilot.Benchmarks.Harness;

/// <summary>One line of the report: what was measured, against what in the same run.</summary>
internal sealed record Line
{
    public required string Suite { get; init; }

    public required string Name { get; init; }

    public string Unit { get; init; } = "ms";

    public required int Count { get; init; }

    public required double Median { get; init; }

    public double? P95 { get; init; }

    /// <summary>What it is compared with, measured in turns with it.</summary>
    public string? Reference { get; init; }

    public double? ReferenceMedian { get; init; }

    /// <summary>The median of the differences of each pair, which drift of the machine does not touch.</summary>
    public double? Adds { get; init; }

    /// <summary>The median of the ratios of each pair.</summary>
    public double? Ratio { get; init; }

    public static Line Of(string suite, string name, Samples samples) => new()
    {
        Suite = suite,
        Name = name,
        Count = samples.Count,
        Median = samples.Median,
        P95 = samples.P95,
    };

    public static Line Single(string suite, string name, double value, string unit) => new()
    {
        Suite = suite,
        Name = name,
        Count = 1,
        Median = value,
        Unit = unit,
    };
}
