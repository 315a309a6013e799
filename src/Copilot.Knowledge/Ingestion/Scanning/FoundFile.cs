namespace Copilot.Knowledge.Ingestion;

/// <summary>A file that was found.</summary>
/// <param name="Path">Its full path, which is its source.</param>
/// <param name="Collection">The collection it goes to.</param>
/// <param name="Rule">What is said about it, or null when it lies in no source.</param>
internal sealed record FoundFile(string Path, string Collection, SourceRule? Rule);
