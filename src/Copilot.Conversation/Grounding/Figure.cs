namespace Copilot.Conversation.Grounding;

/// <summary>Something in a sentence that evidence must hold.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Written">As written.</param>
internal sealed record Figure(FigureKind Kind, string Written)
{
    /// <summary>Gets the number, for numbers, money and percentages.</summary>
    public decimal Value { get; init; }

    /// <summary>Gets half of the last shown place: the room that rounding leaves.</summary>
    public decimal Slack { get; init; }

    /// <summary>Gets a value indicating whether the number was written with its minus sign.</summary>
    public bool IsNegative { get; init; }

    /// <summary>Gets the currency (ISO 4217), for money.</summary>
    public string? Currency { get; init; }

    /// <summary>Gets the day, for days; the first of the month for months.</summary>
    public DateOnly Date { get; init; }

    /// <summary>Gets a value indicating whether the year was written.</summary>
    public bool HasYear { get; init; } = true;

    /// <summary>Gets the weekday, where one was written.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>Gets the time of day, for times.</summary>
    public TimeOnly Time { get; init; }
}
