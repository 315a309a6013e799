namespace Copilot.Contracts;

/// <summary>A table that <c>copilot migrate</c> moves from the embedded store to PostgreSQL. Registered by the room that owns it, beside its schema steps.</summary>
/// <param name="Name">The table.</param>
/// <param name="Key">The columns of its primary key, in order; rows move in this order.</param>
/// <param name="Columns">All its columns, those of the key too.</param>
/// <param name="After">The table that must be there first because of a foreign key, or null.</param>
public sealed record MigratedTable(string Name, IReadOnlyList<string> Key, IReadOnlyList<string> Columns, string? After = null)
{
    /// <summary>Gets a value indicating whether rows are only ever added, so that what has moved is never moved anew and no character of it may change.</summary>
    public bool AppendOnly { get; init; }
}
