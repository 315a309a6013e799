namespace Copilot.Evals.Checking;

/// <summary>A document of the company, as its front matter labels it.</summary>
internal sealed record KnowledgeEntry(string Id, string Title, IReadOnlyList<string> Readers, IReadOnlyList<string> Companies);
