namespace Copilot.Knowledge;

/// <summary>A file that could not be taken in.</summary>
/// <param name="File">Its path, its path inside a container, or its key.</param>
/// <param name="Collection">The collection.</param>
/// <param name="Message">Why, and what to do.</param>
/// <param name="At">When, UTC.</param>
public sealed record IngestFailure(string File, string Collection, string Message, DateTimeOffset At);
