namespace Copilot.Knowledge;

/// <summary>What became of an uploaded file.</summary>
public sealed record UploadReport
{
    /// <summary>Gets the documents it holds: one, or those of a container.</summary>
    public required IReadOnlyList<UploadedDocument> Documents { get; init; }

    /// <summary>Gets what was refused, each with the reason and what to do.</summary>
    public required IReadOnlyList<IngestRemark> Failed { get; init; }

    /// <summary>Gets remarks on how it was read.</summary>
    public required IReadOnlyList<IngestRemark> Notes { get; init; }
}
