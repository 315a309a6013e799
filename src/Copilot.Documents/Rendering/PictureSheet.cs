using System.Globalization;
using Copilot.Contracts;
using Copilot.Documents.Pictures;
using Copilot.Documents.Programs;
using Copilot.Documents.Recognition;

namespace Copilot.Documents.Rendering;

/// <summary>Puts a picture of any format onto the page of a PDF, which is then drawn like any other.</summary>
/// <param name="runner">Runs tesseract, which knows the formats; as a single raw line it reads next to nothing of the picture.</param>
internal sealed class PictureSheet(ProgramRunner runner)
{
    /// <summary>What pictures that do not say are taken for, in dots per inch.</summary>
    public const float UsualResolution = 150;

    /// <summary>No paper of business is longer than this, in inches: A3 measures 16.5.</summary>
    private const float LongestPaper = 17;

    /// <summary>The longer side of A4, in inches.</summary>
    private const float UsualPaper = 11.7f;

    /// <summary>Gets the resolution that a picture says it has, where that can be true: cameras say 72, whatever they saw.</summary>
    public static float Resolution(PictureSize size)
    {
        var said = size.DotsPerInch is >= 70 and <= 2400 ? size.DotsPerInch : UsualResolution;
        var longer = Math.Max(size.Width, size.Height);
        return longer > LongestPaper * said ? longer / UsualPaper : said;
    }

    /// <summary>Puts it.</summary>
    /// <param name="file">The picture file.</param>
    /// <param name="sizes">The sizes of its pictures.</param>
    /// <param name="index">Which of them, from 0.</param>
    /// <param name="target">The PDF to write, without its extension.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How the program ended.</returns>
    /// <exception cref="CopilotException">Tesseract is not installed.</exception>
    public Task<ProgramEnd> PutAsync(FileToRead file, IReadOnlyList<PictureSize> sizes, int index, string target, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            Path.GetFullPath(file.Path), target, "--psm", "13", "--dpi", ((int)Resolution(sizes[index])).ToString(CultureInfo.InvariantCulture),
            .. sizes.Count > 1 ? (string[])["-c", "tessedit_page_number=" + index.ToString(CultureInfo.InvariantCulture)] : [], "pdf",
        ];
        return runner.RunAsync(new("tesseract", PageRecognition.Package, arguments) { Folder = Path.GetDirectoryName(target), ExtraMegabytes = (int)(sizes[index].Pixels * 12 >> 20) }, cancellationToken);
    }
}
