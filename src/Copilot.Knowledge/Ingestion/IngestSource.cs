namespace Copilot.Knowledge;

/// <summary>A source of documents, as operators see it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind"><c>folder</c> or <c>feed</c>.</param>
/// <param name="Place">The folder's path or the feed's name.</param>
/// <param name="Collection">The collection its documents go to.</param>
/// <param name="Refresh">When it is looked at again, in the words of <c>sources.json</c>.</param>
public sealed record IngestSource(string Name, string Kind, string Place, string Collection, string Refresh);
