namespace Copilot.Contracts;

/// <summary>One step of an action.</summary>
/// <param name="Text">What it was, for people.</param>
/// <param name="Done">Whether it is done.</param>
/// <param name="Record">The record it made or changed, if any.</param>
public sealed record ActionStep(string Text, bool Done, RecordRef? Record = null);
