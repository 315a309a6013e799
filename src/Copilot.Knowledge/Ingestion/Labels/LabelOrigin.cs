namespace Copilot.Knowledge.Ingestion;

/// <summary>What a document's label is made from; what comes first here wins over what comes later.</summary>
internal sealed record LabelOrigin
{
    /// <summary>Gets the readers given for this one ingestion, or null.</summary>
    public IReadOnlyList<string>? Readers { get; init; }

    /// <summary>Gets the document's own front matter, or null.</summary>
    public string? FrontMatter { get; init; }

    /// <summary>Gets the text of the label file beside it, or null.</summary>
    public string? Sidecar { get; init; }

    /// <summary>Gets what its source says, or null.</summary>
    public SourceRule? Rule { get; init; }

    /// <summary>Gets a value indicating whether the front matter may only narrow what the source says: it came with a file that anybody may have sent.</summary>
    public bool NarrowOnly { get; init; }

    /// <summary>Gets the id and the title when nobody gives them: the file's name without extension.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the title that stands in the text, or null.</summary>
    public string? Heading { get; init; }
}
