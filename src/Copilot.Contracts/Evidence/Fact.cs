namespace Copilot.Contracts;

/// <summary>One value.</summary>
/// <param name="Name">What it is, for people: "Quantity on hand".</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Value">The value, invariant: numbers with a point and no grouping, percent as 12.5 for 12.5 %, dates ISO 8601 (date-times UTC with Z).</param>
/// <param name="Unit">A unit of measure or ISO 4217 currency, or null.</param>
public sealed record Fact(string Name, FactKind Kind, string Value, string? Unit = null);
