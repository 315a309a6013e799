namespace Copilot.Documents.Readers.Office.Word;

/// <summary>What a style says after everything it is based on is counted in.</summary>
internal sealed record WordStyle
{
    /// <summary>Gets its built-in name in lower case, the same in all languages: "heading 1", "title", "toc 2".</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Gets the outline level, 0 for the outermost; null for running text.</summary>
    public int? Outline { get; init; }

    /// <summary>Gets the numbering it carries, or null.</summary>
    public string? Numbering { get; init; }

    /// <summary>Gets the level in that numbering.</summary>
    public int? NumberingLevel { get; init; }

    /// <summary>Gets how its text looks.</summary>
    public RunLook Look { get; init; }

    /// <summary>Gets the colour behind its paragraphs.</summary>
    public string? Ground { get; init; }

    /// <summary>Gets a value indicating whether it colours cells by rules of its own, so that what is behind their text is not known.</summary>
    public bool ShadesCells { get; init; }
}
