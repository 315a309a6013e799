namespace Copilot.Contracts;

/// <summary>One figure.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The value as text, invariant: a number with a point, an ISO date, or words.</param>
/// <param name="Kind">How to show it.</param>
/// <param name="Unit">A unit or ISO 4217 currency, or null.</param>
/// <param name="ChangePercent">Change against the period before, in percent, or null.</param>
/// <param name="Tone">Whether the figure is good or bad news.</param>
public sealed record KeyFigure(string Label, string Value, FactKind Kind, string? Unit = null, decimal? ChangePercent = null, Tone Tone = Tone.Neutral);
