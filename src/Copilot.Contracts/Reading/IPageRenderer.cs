namespace Copilot.Contracts;

/// <summary>Draws a page of an original, so that a person sees the passage where it stands. Implemented by the reading desk, used by Host.</summary>
public interface IPageRenderer
{
    /// <summary>Says whether pages of such a file can be drawn.</summary>
    /// <param name="format">The format's name, by <see cref="IFileReader.Format"/>.</param>
    /// <returns>True when they can.</returns>
    bool Draws(string format);

    /// <summary>Draws one page as a PNG picture.</summary>
    /// <param name="file">The original.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="dotsPerInch">The resolution, 36 to 300.</param>
    /// <param name="cancellationToken">Stops the drawing.</param>
    /// <returns>The picture's bytes.</returns>
    /// <exception cref="CopilotException">There is no such page, the file is broken, or the program that draws is not installed.</exception>
    Task<byte[]> DrawAsync(FileToRead file, int page, int dotsPerInch, CancellationToken cancellationToken);
}
