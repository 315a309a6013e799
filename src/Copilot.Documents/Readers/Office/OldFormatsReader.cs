using System.Runtime.CompilerServices;
using Copilot.Contracts;

namespace Copilot.Documents.Readers.Office;

/// <summary>Answers for formats that are not read, so that people get told what to do instead of "unknown file".</summary>
internal sealed class OldFormatsReader : IFileReader
{
    /// <inheritdoc/>
    public string Format => "old";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".doc", ".dot", ".xls", ".xlt", ".xlsb", ".ppt", ".pps", ".pot", ".rtf", ".msg", ".odt", ".ods", ".odp"];

    /// <inheritdoc/>
    public bool Knows(ReadOnlySpan<byte> head) => true;

    /// <inheritdoc/>
    public async IAsyncEnumerable<DocumentPart> ReadAsync(FileToRead file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        throw new CopilotException(Words(file));
#pragma warning disable CS0162 // An iterator needs a yield; this reader never gets there.
        yield break;
#pragma warning restore CS0162
    }

    private static string Words(FileToRead file)
    {
        using var stream = FileSigns.Open(file);
        var head = FileSigns.Head(stream);
        return ForeignFile.Words(head, stream, file) ?? Path.GetExtension(file.Name).ToLowerInvariant() switch
        {
            ".xlsb" => "this is an Excel workbook in binary parts (.xlsb), which is not read; open it in Excel and save it as .xlsx.",
            ".odt" or ".ods" or ".odp" => "this is an OpenDocument file, which is not read; save it as .docx, .xlsx, .pptx or PDF.",
            var extension => $"files named {extension} are not read; save the file as .docx, .xlsx, .pptx or PDF.",
        };
    }
}
