using Copilot.Contracts;

namespace Copilot.Documents.Asking;

/// <summary>Opens a business document that an answer stands on: its values, and the file for those to whom it belongs.</summary>
internal sealed class ReadDocumentOpener(IAttachedFiles files) : ISourceOpener
{
    private const string Prefix = "document:";

    /// <inheritdoc/>
    public bool Opens(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return evidence.Kind == EvidenceKind.Document && evidence.Id.StartsWith(Prefix, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public async Task<SourceView?> OpenAsync(Caller caller, Evidence evidence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var found = await FilesAsync(caller, evidence, cancellationToken);
        return found.Count == 0 ? null : new SourceView
        {
            Title = evidence.Title,
            Kind = EvidenceKind.Document,
            Facts = evidence.Facts,
            HasOriginal = true,
            FileName = found[0].Name,
        };
    }

    /// <inheritdoc/>
    public async Task<SourceOriginal?> OriginalAsync(Caller caller, Evidence evidence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return await FilesAsync(caller, evidence, cancellationToken) is [var file, ..] ? new SourceOriginal(file, FormatOf(file)) : null;
    }

    private Task<IReadOnlyList<FileToRead>> FilesAsync(Caller caller, Evidence evidence, CancellationToken cancellationToken)
        => files.FilesAsync(caller, evidence.Id[Prefix.Length..].Split(':')[0], cancellationToken);

    private static string FormatOf(FileToRead file) => Path.GetExtension(file.Name).TrimStart('.').ToLowerInvariant() is { Length: > 0 } extension ? extension : "file";
}
