namespace Copilot.Contracts;

/// <summary>One numbered, append-only step of the store's schema. Registered by the room that owns the tables, run once by Host.</summary>
/// <param name="Area">The room: <c>audit</c>, <c>turns</c>, …</param>
/// <param name="Number">Starting at 1 in each area; never reused.</param>
/// <param name="Sql">One or several statements.</param>
public sealed record SchemaStep(string Area, int Number, string Sql)
{
    /// <summary>
    /// Gets the same step in PostgreSQL's words, or null when <see cref="Sql"/> serves both. Whole numbers are <c>bigint</c> there, and text that is a key
    /// or is sorted by has <c>COLLATE "C"</c>, so that both stores order alike.
    /// </summary>
    public string? PostgreSql { get; init; }
}
