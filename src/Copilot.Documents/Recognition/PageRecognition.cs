using System.Globalization;
using Copilot.Contracts;
using Copilot.Documents.Layout;
using Copilot.Documents.Programs;

namespace Copilot.Documents.Recognition;

/// <summary>Reads the words on a picture of a page with tesseract, as many pages at the same time as there are processors.</summary>
internal sealed class PageRecognition : IDisposable
{
    /// <summary>The Debian package of tesseract.</summary>
    public const string Package = "tesseract-ocr";

    private readonly ProgramRunner _runner;
    private readonly Languages _languages;
    private readonly DocumentsOptions _options;
    private readonly SemaphoreSlim _places;

    /// <summary>Creates it.</summary>
    /// <param name="runner">Runs the program.</param>
    /// <param name="languages">The languages that can be read.</param>
    /// <param name="options">How many pages at once, and below what a page reads badly.</param>
    public PageRecognition(ProgramRunner runner, Languages languages, DocumentsOptions options)
    {
        (_runner, _languages, _options) = (runner, languages, options);
        _places = new(options.PagesAtOnce > 0 ? options.PagesAtOnce : Environment.ProcessorCount);
    }

    /// <summary>Says whether the program is installed.</summary>
    public bool IsPossible => _runner.Has("tesseract");

    /// <summary>Does work on a page when it is its turn, so that all files together do not take more than the machine has.</summary>
    public async Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Reads a picture.</summary>
    /// <param name="picture">The picture's file.</param>
    /// <param name="frame">Which picture in the file, from 0, for files that hold several; null for the only one.</param>
    /// <param name="pixels">How many pixels it has; what it may use of memory depends on it.</param>
    /// <param name="dotsPerInch">Its resolution.</param>
    /// <param name="number">The page, from 1.</param>
    /// <param name="folder">The folder to work in.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The page, marked and with a note when it reads badly or can't be read.</returns>
    /// <exception cref="CopilotException">Tesseract or its data is not installed.</exception>
    public async Task<PlacedPage> ReadAsync(string picture, int? frame, long pixels, float dotsPerInch, int number, string folder, CancellationToken cancellationToken)
    {
        var (names, orientation) = await _languages.OfAsync(cancellationToken);
        List<string> arguments =
        [
            Path.GetFullPath(picture), "stdout", "-l", names, "--psm", orientation ? "1" : "3",
            "--dpi", ((int)MathF.Round(Math.Clamp(dotsPerInch, 70, 2400))).ToString(CultureInfo.InvariantCulture),
        ];
        if (frame is { } only)
        {
            arguments.AddRange(["-c", "tessedit_page_number=" + only.ToString(CultureInfo.InvariantCulture)]);
        }

        var call = new ProgramCall("tesseract", Package, [.. arguments, "tsv"]) { Folder = folder, MostOutput = 64 << 20, ExtraMegabytes = (int)(pixels * 12 >> 20) };
        var (end, text) = await _runner.ReadAsync(call, cancellationToken);
        if (!end.Fine || TesseractTable.Read(text.Split('\n'), dotsPerInch, number) is not { } read)
        {
            var reason = end.Ending == ProgramEnding.TimeUp ? "it took too long" : end.Complaint.Length > 0 ? end.Complaint : "the program ended early";
            return new(number, 0, 0, []) { Recognised = true, Notes = [string.Create(CultureInfo.InvariantCulture, $"page {number} could not be read by character recognition: {reason}")] };
        }

        var badly = read.Page.Words.Count > 0 && read.Sure < _options.LeastConfidence;
        return badly
            ? read.Page with { ReadsBadly = true, Notes = [string.Create(CultureInfo.InvariantCulture, $"page {number} was read by character recognition and reads badly ({read.Sure:0} % sure)")] }
            : read.Page;
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();
}
