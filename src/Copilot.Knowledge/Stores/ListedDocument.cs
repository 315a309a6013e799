namespace Copilot.Knowledge.Stores;

/// <summary>A document in an operator's list.</summary>
/// <param name="Document">The document.</param>
/// <param name="Length">How many characters its text has.</param>
/// <param name="Chunks">How many chunks it has.</param>
/// <param name="SupersededBy">The id of the document that replaces it, today or later, or null.</param>
internal sealed record ListedDocument(StoredDocument Document, int Length, int Chunks, string? SupersededBy);
