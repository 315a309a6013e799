namespace Copilot.Knowledge;

/// <summary>A file that is being taken in.</summary>
/// <param name="File">Its path or its key.</param>
/// <param name="Collection">The collection.</param>
/// <param name="Pages">Pages read so far.</param>
/// <param name="Passages">Passages cut so far.</param>
/// <param name="StartedAt">When it was begun, UTC.</param>
/// <param name="Attempt">Which attempt this is, from 1.</param>
public sealed record IngestFile(string File, string Collection, int Pages, int Passages, DateTimeOffset StartedAt, int Attempt);
