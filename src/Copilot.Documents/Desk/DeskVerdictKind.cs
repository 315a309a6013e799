namespace Copilot.Documents.Desk;

/// <summary>Whether a person's change was taken.</summary>
public enum DeskVerdictKind
{
    /// <summary>It was taken.</summary>
    Done,

    /// <summary>There is no such document, or it is of another company.</summary>
    Missing,

    /// <summary>A value can't be read, or something is missing.</summary>
    Unreadable,

    /// <summary>Somebody else changed the document, or it is decided already.</summary>
    Late,

    /// <summary>Checks fail, and it was not said that it is to be confirmed all the same.</summary>
    Contradicted,
}
