namespace Copilot.Knowledge.Stores;

/// <summary>A document opened for a reader who may read it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Length">How many characters its text has.</param>
/// <param name="SupersededBy">The title of the document that replaces it, or null.</param>
/// <param name="SupersededOn">Since when, or null when it is not known.</param>
internal sealed record OpenedDocument(StoredDocument Document, int Length, string? SupersededBy, DateOnly? SupersededOn);
