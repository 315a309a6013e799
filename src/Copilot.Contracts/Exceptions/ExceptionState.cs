namespace Copilot.Contracts;

/// <summary>Where a case stands.</summary>
public enum ExceptionState
{
    /// <summary>Found; nobody has looked at it.</summary>
    New,

    /// <summary>Somebody has looked at it.</summary>
    Seen,

    /// <summary>Somebody does something about it, or a proposed action waits or runs.</summary>
    Acting,

    /// <summary>Over: a person said so, or it was no longer found.</summary>
    Resolved,

    /// <summary>Nothing is to be done; the reason says why.</summary>
    Dismissed,
}
