namespace Copilot.Contracts;

/// <summary>
/// Reads the text of one family of file formats, part by part (a page, a slide, a run of rows), so that memory stays bounded however
/// large the file is. Implemented by the reading desk and the library, used by the library.
/// </summary>
public interface IFileReader
{
    /// <summary>Gets the format's short name, stable: <c>markdown</c>, <c>html</c>, <c>csv</c>, <c>docx</c>, <c>xlsx</c>, <c>pptx</c>, <c>pdf</c>, <c>image</c>, <c>eml</c>.</summary>
    string Format { get; }

    /// <summary>Gets the version of the way it reads; a change makes its files be read again.</summary>
    int Version { get; }

    /// <summary>Gets the extensions it reads, lower case with the dot.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Says whether the first bytes of a file are of this format. Extensions lie: a file is read by the reader that has its extension and knows its bytes.</summary>
    /// <param name="head">Up to 4,096 bytes from the file's start.</param>
    /// <returns>True when they are.</returns>
    bool Knows(ReadOnlySpan<byte> head);

    /// <summary>Reads the file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Stops the reading, and every program started for it.</param>
    /// <returns>Its parts in reading order; at least one.</returns>
    /// <exception cref="CopilotException">The file can't be read, or a limit or a program is missing; the message says what is wrong, where, and what to do.</exception>
    IAsyncEnumerable<DocumentPart> ReadAsync(FileToRead file, CancellationToken cancellationToken);
}
