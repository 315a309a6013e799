namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>From which sizes on the embedded store takes shorter ways.</summary>
/// <param name="CommonFrom">How many chunks must hold a word before it may be left out of a question; below, it costs nothing to look up.</param>
/// <param name="MostGone">How many vectors of documents that are gone are passed over, besides one for each that is there, before all are read anew.</param>
internal sealed record SqliteLimits(int CommonFrom = 5_000, int MostGone = 50_000);
