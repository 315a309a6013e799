namespace Copilot.Contracts;

/// <summary>What a block of a document is.</summary>
public enum BlockKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A heading: opens a section. A slide and a sheet open with one.</summary>
    Heading,

    /// <summary>A list, kept whole as far as possible.</summary>
    List,

    /// <summary>A table, one row a line, cells with <c> | </c> or as the format writes them.</summary>
    Table,

    /// <summary>Code or another block that is cut at line ends only.</summary>
    Block,
}
