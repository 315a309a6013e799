namespace Copilot.Knowledge;

/// <summary>How far the embedding of passages has come.</summary>
/// <param name="Done">Passages done.</param>
/// <param name="Total">Passages in all.</param>
public sealed record VectorProgress(int Done, int Total);
