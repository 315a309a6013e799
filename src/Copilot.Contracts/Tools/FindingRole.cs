namespace Copilot.Contracts;

/// <summary>A finding's part in the answer, in the order an answer is written.</summary>
public enum FindingRole
{
    /// <summary>The point; comes first.</summary>
    Headline,

    /// <summary>An entry of a ranked list.</summary>
    Item,

    /// <summary>A further fact.</summary>
    Detail,

    /// <summary>Why it is so.</summary>
    Cause,

    /// <summary>What to do next.</summary>
    Advice,

    /// <summary>What limits the answer: a cut list, old data, a contradiction, a part the caller may not see.</summary>
    Caveat,
}
