namespace Copilot.Contracts;

/// <summary>What one period of a series is.</summary>
public enum PeriodKind
{
    /// <summary>A step without a place in the calendar.</summary>
    Step,

    /// <summary>An hour.</summary>
    Hour,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A week, by ISO 8601 from Monday.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A quarter of a year.</summary>
    Quarter,

    /// <summary>A year.</summary>
    Year,
}
