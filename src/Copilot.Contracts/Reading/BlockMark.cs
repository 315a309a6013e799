namespace Copilot.Contracts;

/// <summary>What a reader of a block must be told.</summary>
[Flags]
public enum BlockMark
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A person who opens the document does not see it: hidden, white on white, too small, off the page, in a comment or in hidden cells.</summary>
    Hidden = 1,

    /// <summary>Character recognition is not sure of it.</summary>
    ReadsBadly = 2,
}
