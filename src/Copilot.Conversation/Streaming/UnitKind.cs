namespace Copilot.Conversation.Streaming;

/// <summary>What a line of an answer is.</summary>
internal enum UnitKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>An entry of a plain list.</summary>
    Bullet,

    /// <summary>An entry of a numbered list.</summary>
    Numbered,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A whole table, its rows as lines.</summary>
    Table,
}
