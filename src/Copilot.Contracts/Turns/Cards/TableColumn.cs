namespace Copilot.Contracts;

/// <summary>A column of a <see cref="TableCard"/>.</summary>
/// <param name="Key">A stable key, camelCase.</param>
/// <param name="Label">The heading.</param>
/// <param name="Kind">How to show the values.</param>
/// <param name="Unit">A unit or ISO 4217 currency for every value of the column, or null.</param>
public sealed record TableColumn(string Key, string Label, FactKind Kind, string? Unit = null);
