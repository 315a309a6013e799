namespace Copilot.Knowledge.Ingestion.Chunking;

/// <summary>What a block of a document is.</summary>
internal enum PieceKind
{
    /// <summary>A heading: opens a section.</summary>
    Heading,

    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A list, kept whole as far as possible.</summary>
    List,

    /// <summary>A table.</summary>
    Table,

    /// <summary>Code or another block that is cut at line ends only.</summary>
    Block,
}
