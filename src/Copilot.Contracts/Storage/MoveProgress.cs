namespace Copilot.Contracts;

/// <summary>How far a move has come.</summary>
/// <param name="Name">The table.</param>
/// <param name="Done">Rows done.</param>
/// <param name="Total">Rows there are.</param>
public sealed record MoveProgress(string Name, long Done, long Total);
