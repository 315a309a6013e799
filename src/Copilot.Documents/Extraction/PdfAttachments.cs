using System.Globalization;
using Copilot.Contracts;
using Copilot.Documents.Pdf;
using Copilot.Documents.Programs;

namespace Copilot.Documents.Extraction;

/// <summary>Takes embedded invoices out of PDFs with poppler's <c>pdfdetach</c>.</summary>
/// <param name="runner">Runs the program.</param>
/// <param name="options">Where work files go.</param>
internal sealed class PdfAttachments(ProgramRunner runner, DocumentsOptions options)
{
    private const long MostBytes = 64L << 20;
    private const int MostFiles = 100;
    private const long MostSearched = 4 << 20;

    // The names the profiles prescribe, the usual one first; other XML files are tried after them.
    private static readonly string[] Names = ["factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml", "order-x.xml", "cida-x.xml"];

    /// <summary>Reads the embedded invoice.</summary>
    /// <param name="file">The PDF.</param>
    /// <param name="read">Reads one embedded file, or gives null when it is no invoice.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What was read, or null when nothing of the kind is embedded.</returns>
    /// <exception cref="CopilotException">The PDF can't be read, or poppler is missing.</exception>
    public async Task<ExtractedDocument?> ReadAsync(FileToRead file, Func<FileToRead, ExtractedDocument?> read, CancellationToken cancellationToken)
    {
        if (!await MayCarryAsync(file.Path, cancellationToken))
        {
            return null;
        }

        var (end, list) = await runner.ReadAsync(new("pdfdetach", PdfProperties.Package, ["-list", Path.GetFullPath(file.Path)]) { MostOutput = 1 << 20 }, cancellationToken);
        if (!end.Fine)
        {
            throw PdfProperties.Trouble(file, end);
        }

        using var folder = new WorkFolder(options.WorkFolder);
        foreach (var (number, name) in Embedded(list))
        {
            var path = folder.File("embedded-" + number.ToString(CultureInfo.InvariantCulture));
            string[] arguments = ["-save", number.ToString(CultureInfo.InvariantCulture), "-o", path, Path.GetFullPath(file.Path)];
            var saved = await runner.RunAsync(new("pdfdetach", PdfProperties.Package, arguments) { MostOutput = MostBytes }, cancellationToken);
            if (!saved.Fine || !File.Exists(path))
            {
                throw new CopilotException($"\"{file.Name}\": the embedded file {name} is broken or larger than {MostBytes >> 20} MB; ask the sender for it again.");
            }

            if (read(new FileToRead($"{file.Name}!{name}", path)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>
    /// Says whether a PDF may carry files: each is named by an <c>/EF</c> entry (ISO 32000-2, 7.11.3), which object streams (<c>/ObjStm</c>) may hide.
    /// Chance bytes of a picture may look the same; then the program is asked in vain.
    /// </summary>
    private static async Task<bool> MayCarryAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        if (stream.Length > MostSearched)
        {
            return true;
        }

        var bytes = new byte[stream.Length];
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return bytes.AsSpan(0, length).IndexOf("/EF"u8) >= 0 || bytes.AsSpan(0, length).IndexOf("/ObjStm"u8) >= 0;
    }

    private static List<(int Number, string Name)> Embedded(string list) =>
    [
        .. list.Split('\n').Select(line => line.Split(": ", 2))
            .Where(parts => parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(parts => (Number: int.Parse(parts[0], CultureInfo.InvariantCulture), Name: parts[1].Trim()))
            .Where(f => f.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            .Take(MostFiles)
            .OrderBy(f => Array.FindIndex(Names, n => n.Equals(f.Name, StringComparison.OrdinalIgnoreCase)) is var at && at < 0 ? Names.Length : at),
    ];
}
