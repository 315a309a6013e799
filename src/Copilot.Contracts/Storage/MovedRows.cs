namespace Copilot.Contracts;

/// <summary>What moved of one table, counted and hashed on both sides.</summary>
/// <param name="Name">The table.</param>
/// <param name="Rows">How many rows there are, the same on both sides.</param>
/// <param name="Hash">The SHA-256 over all rows in the order of their keys, the same on both sides.</param>
/// <param name="Mended">How many texts held a character PostgreSQL can't keep (U+0000), which became U+FFFD.</param>
public sealed record MovedRows(string Name, long Rows, string Hash, long Mended);
