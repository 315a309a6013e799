namespace Copilot.Host.Storage.Moving;

/// <summary>What a move finds at its target.</summary>
internal enum MoveStart
{
    /// <summary>Nothing: it begins.</summary>
    Fresh,

    /// <summary>Its own beginnings, from a run that was interrupted: it goes on.</summary>
    Resumed,

    /// <summary>Itself, done earlier.</summary>
    Done,
}
