namespace Copilot.Knowledge;

/// <summary>What became of an uploaded file.</summary>
public sealed record UploadReport
{
    /// <summary>Gets the id under which questions name it, whatever it holds.</summary>
    public required string AttachmentId { get; init; }

    /// <summary>Gets its name, without folders.</summary>
    public required string FileName { get; init; }

    /// <summary>Gets how many passages its documents have together.</summary>
    public required int Passages { get; init; }

    /// <summary>Gets the documents it holds: one, or those of a container.</summary>
    public required IReadOnlyList<UploadedDocument> Documents { get; init; }

    /// <summary>Gets what was refused, each with the reason and what to do.</summary>
    public required IReadOnlyList<IngestRemark> Failed { get; init; }

    /// <summary>Gets remarks on how it was read.</summary>
    public required IReadOnlyList<IngestRemark> Notes { get; init; }

    /// <summary>Gets where its bytes are kept, so that it can be read in another way too; they go with the upload.</summary>
    public required string Original { get; init; }
}
