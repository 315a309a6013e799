namespace Copilot.Documents.Desk.Memory;

/// <summary>How a lesson finds its value.</summary>
public enum LessonKind
{
    /// <summary>It stands right of a label.</summary>
    RightOf,

    /// <summary>It stands below a label.</summary>
    Below,

    /// <summary>It is always the same.</summary>
    Always,

    /// <summary>A column of the lines has this head.</summary>
    Column,
}
