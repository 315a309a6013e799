using Copilot.Contracts;

namespace Copilot.Testing.Tools;

/// <summary>Attached files for tests: one paper under a known id, whoever asks.</summary>
public sealed class PracticePapers : IAttachedFiles
{
    /// <summary>The id of the attachment.</summary>
    public const string Attachment = "upload-00000000000000c3";

    /// <summary>Gets or sets where the paper is; null for none.</summary>
    public string? Paper { get; set; }

    /// <summary>Gets or sets where a proof of delivery is that lacks two pieces of its first line; null for none.</summary>
    public string? Proof { get; set; }

    /// <inheritdoc/>
    public Task<IReadOnlyList<FileToRead>> FilesAsync(Caller caller, string attachmentId, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<FileToRead>>(attachmentId == Attachment && Paper is { } path ? [new FileToRead(Path.GetFileName(path), path)] : []);
}
