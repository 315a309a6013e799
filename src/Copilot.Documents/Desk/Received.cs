namespace Copilot.Documents.Desk;

/// <summary>What became of a document that arrived.</summary>
/// <param name="Document">The document; the one that was there already when the same file came before.</param>
/// <param name="IsDuplicate">The same file came before; it is not read a second time.</param>
public sealed record Received(DeskDocument Document, bool IsDuplicate);
