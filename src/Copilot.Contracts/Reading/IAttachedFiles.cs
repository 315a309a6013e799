namespace Copilot.Contracts;

/// <summary>Finds the files behind what a person attached to a question. Implemented where uploads are kept, asked by tools that read them in their own way.</summary>
public interface IAttachedFiles
{
    /// <summary>Gets the files of an attachment: one, or those inside a message or an archive.</summary>
    /// <param name="caller">Whose it is. What somebody else attached is as what does not exist.</param>
    /// <param name="attachmentId">The attachment. Untrusted.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The files that are still there; none when there is no such attachment.</returns>
    Task<IReadOnlyList<FileToRead>> FilesAsync(Caller caller, string attachmentId, CancellationToken cancellationToken);
}
