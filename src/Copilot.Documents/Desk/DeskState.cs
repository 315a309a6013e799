namespace Copilot.Documents.Desk;

/// <summary>Where a document on the reading desk stands.</summary>
public enum DeskState
{
    /// <summary>It waits to be read, or is being read.</summary>
    New,

    /// <summary>It was read, and a person must look at it.</summary>
    NeedsReview,

    /// <summary>It was read without a doubt; a person may confirm it.</summary>
    Read,

    /// <summary>A person has confirmed it.</summary>
    Reviewed,

    /// <summary>A person has rejected it, with a reason.</summary>
    Rejected,

    /// <summary>It could not be read; the reason says why.</summary>
    Failed,
}
