namespace Copilot.Host.Storage.Moving;

/// <summary>What a table holds.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Hash">The SHA-256 over all of them in the order of their keys.</param>
/// <param name="Mended">How many texts can't be kept as they are.</param>
internal sealed record TableContent(long Rows, string Hash, long Mended);
