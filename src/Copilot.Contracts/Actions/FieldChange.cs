namespace Copilot.Contracts;

/// <summary>One value that an action would change, as a person compares it.</summary>
/// <param name="Record">The record; null for one that does not exist yet.</param>
/// <param name="Field">Odoo's field name.</param>
/// <param name="Label">The field for people: "Promised date".</param>
/// <param name="Old">The value now, as a person reads it; null when there is none.</param>
/// <param name="New">The value afterwards; null when it would be emptied.</param>
public sealed record FieldChange(RecordRef? Record, string Field, string Label, string? Old, string? New);
