namespace Copilot.Contracts;

/// <summary>Reads business documents into fields and lines. Implemented by the reading desk, used by Host.</summary>
public interface IDocumentExtractor
{
    /// <summary>Says whether a file is worth trying: its name or its first bytes look like a format that is read.</summary>
    /// <param name="file">The file. Untrusted.</param>
    /// <returns>False for everything else.</returns>
    bool Knows(FileToRead file);

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file. Untrusted.</param>
    /// <param name="engine">Which way.</param>
    /// <param name="cancellationToken">Stops the reading and what was started for it.</param>
    /// <returns>What stands in it.</returns>
    /// <exception cref="CopilotException">It is broken, too large, or of no format that is read; the message names the place.</exception>
    Task<ExtractedDocument> ExtractAsync(FileToRead file, ExtractionEngine engine, CancellationToken cancellationToken);
}
