namespace Copilot.Contracts;

/// <summary>Takes files out of a file that holds others: an archive, an e-mail with attachments.</summary>
public interface IContainerReader
{
    /// <summary>Gets the extensions it opens, lower case with the dot.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Says whether the first bytes of a file are of this format.</summary>
    /// <param name="head">Up to 4,096 bytes from the file's start.</param>
    /// <returns>True when they are.</returns>
    bool Knows(ReadOnlySpan<byte> head);

    /// <summary>
    /// Takes the members out, one by one, each into a file of its own with a name of our choosing inside the folder. Containers in
    /// containers are given as they are: the caller opens them again and counts the depth.
    /// </summary>
    /// <param name="file">The container.</param>
    /// <param name="folder">An empty folder for the members; the caller removes it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The members; <see cref="FileToRead.Name"/> is the name inside the container ("2026/terms.pdf").</returns>
    /// <exception cref="CopilotException">The container is broken, encrypted, or grows beyond its limits.</exception>
    IAsyncEnumerable<FileToRead> OpenAsync(FileToRead file, string folder, CancellationToken cancellationToken);
}
