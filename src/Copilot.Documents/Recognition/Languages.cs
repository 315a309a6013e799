using Copilot.Contracts;
using Copilot.Documents.Programs;

namespace Copilot.Documents.Recognition;

/// <summary>Knows which languages character recognition can read here. Asked for once it is needed, and again only while there are none.</summary>
/// <param name="runner">Runs the program.</param>
/// <param name="options">The languages wanted.</param>
internal sealed class Languages(ProgramRunner runner, DocumentsOptions options) : IDisposable
{
    private readonly SemaphoreSlim _asking = new(1);
    private (string Names, bool Orientation)? _known;

    /// <summary>Gets the languages to be read, as tesseract wants them, and whether it can tell how a page lies.</summary>
    /// <exception cref="CopilotException">Tesseract or its data is not installed.</exception>
    public async Task<(string Names, bool Orientation)> OfAsync(CancellationToken cancellationToken)
    {
        await _asking.WaitAsync(cancellationToken);
        try
        {
            return _known ??= await AskAsync(cancellationToken);
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _asking.Dispose();

    private async Task<(string Names, bool Orientation)> AskAsync(CancellationToken cancellationToken)
    {
        var (_, text) = await runner.ReadAsync(new("tesseract", PageRecognition.Package, ["--list-langs"]) { MostOutput = 1 << 20 }, cancellationToken);
        var installed = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();
        var wanted = options.Languages.Where(installed.Contains).Distinct().ToList();
        var names = wanted.Count > 0 ? wanted : [.. installed.Where(l => l is not ("osd" or "equ" or "snum")).Take(1)];
        return names.Count > 0
            ? (string.Join('+', names), installed.Contains("osd"))
            : throw new CopilotException("tesseract has no language to read; install the package tesseract-ocr-eng, and others such as tesseract-ocr-deu for your documents.");
    }
}
