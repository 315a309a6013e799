namespace Copilot.Odoo.Company;

/// <summary>How a promised order was served.</summary>
/// <param name="Name">Its number.</param>
/// <param name="Customer">The customer's name.</param>
/// <param name="Warehouse">The warehouse's name.</param>
/// <param name="Ordered">The day of the order.</param>
/// <param name="Lines">Its lines with goods.</param>
/// <param name="LinesOnTime">Those whose whole quantity left by the promised day.</param>
/// <param name="CompletedOn">The day the last goods left; null while something is missing.</param>
internal sealed record ServedOrder(string Name, string Customer, string Warehouse, DateOnly Ordered, int Lines, int LinesOnTime, DateOnly? CompletedOn)
{
    public bool IsOnTimeInFull => LinesOnTime == Lines;

    /// <summary>Days from order to the last goods; null while something is missing.</summary>
    public int? CycleDays => CompletedOn is { } day ? day.DayNumber - Ordered.DayNumber : null;
}
