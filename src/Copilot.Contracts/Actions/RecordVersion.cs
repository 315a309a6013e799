namespace Copilot.Contracts;

/// <summary>A record as it was when an action was prepared. Another <paramref name="WriteDate"/> at execution means that somebody changed it since.</summary>
/// <param name="Record">The record.</param>
/// <param name="Name">Its name for people: "S00042".</param>
/// <param name="WriteDate">Odoo's <c>write_date</c>, as Odoo wrote it; null where the model has none.</param>
public sealed record RecordVersion(RecordRef Record, string Name, string? WriteDate);
