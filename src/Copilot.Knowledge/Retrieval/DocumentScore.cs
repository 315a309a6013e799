namespace Copilot.Knowledge;

/// <summary>A document in a ranked list.</summary>
/// <param name="DocumentId">Its id: the file's name without extension, unless its front matter gives another.</param>
/// <param name="Score">The score of its best passage.</param>
public sealed record DocumentScore(string DocumentId, double Score);
