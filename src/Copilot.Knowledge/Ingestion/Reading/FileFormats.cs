using System.Runtime.CompilerServices;
using Copilot.Contracts;

namespace Copilot.Knowledge.Ingestion.Reading;

/// <summary>Chooses what a file is read with, by its extension and by its bytes: both must agree, since extensions lie.</summary>
internal sealed class FileFormats
{
    private const int HeadLength = 4096;

    private readonly IReadOnlyList<IFileReader> _readers;
    private readonly IReadOnlyList<IContainerReader> _containers;
    private readonly HashSet<string> _extensions;

    /// <summary>Takes the readers there are.</summary>
    public FileFormats(IEnumerable<IFileReader> readers, IEnumerable<IContainerReader> containers)
    {
        _readers = [.. readers];
        _containers = [.. containers];
        _extensions = _readers.SelectMany(r => r.Extensions).Concat(_containers.SelectMany(c => c.Extensions)).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Gets the readers of Markdown and plain text alone.</summary>
    public static FileFormats OfText { get; } = new([new MarkdownFileReader(), new PlainTextFileReader()], []);

    /// <summary>Gets what can be read, for people: <c>.csv, .docx, .md</c>.</summary>
    public string Readable => string.Join(", ", _extensions.Order(StringComparer.Ordinal));

    /// <summary>Gets each reader's format with its version: <c>pdf2</c>.</summary>
    public IEnumerable<string> Versions => _readers.Select(VersionOf);

    /// <summary>Gets a reader's format with its version.</summary>
    public static string VersionOf(IFileReader reader) => $"{reader.Format}{reader.Version}";

    /// <summary>Says whether files of this name can be read, going by the extension.</summary>
    public bool Reads(string name) => _extensions.Contains(Path.GetExtension(name));

    /// <summary>Says whether a file is cheap to read: text that needs no program and no unpacking.</summary>
    public static bool IsQuick(string name) => Path.GetExtension(name).ToLowerInvariant() is ".md" or ".markdown" or ".txt" or ".text" or ".csv" or ".tsv" or ".html" or ".htm";

    /// <summary>Chooses by name and bytes.</summary>
    /// <exception cref="CopilotException">Nothing reads it, or its bytes are of another format than its name says.</exception>
    public async Task<ChosenFormat> ChooseAsync(FileToRead file, CancellationToken cancellationToken)
    {
        var extension = Path.GetExtension(file.Name).ToLowerInvariant();
        var reader = _readers.Where(r => r.Extensions.Contains(extension, StringComparer.Ordinal)).ToList();
        var container = _containers.Where(c => c.Extensions.Contains(extension, StringComparer.Ordinal)).ToList();
        var head = await HeadAsync(file.Path, cancellationToken);
        if (reader.Count + container.Count == 0)
        {
            throw new CopilotException(Unknown(extension, head));
        }

        if (head.Length == 0)
        {
            throw new CopilotException("the file is empty; fill it or remove it.");
        }

        var chosen = new ChosenFormat(reader.FirstOrDefault(r => r.Knows(head)), container.FirstOrDefault(c => c.Knows(head)));
        if (chosen.Reader is null && chosen.Container is null)
        {
            throw new CopilotException(Misnamed(extension, head) is { } real
                ? $"the file is called {extension}, but its bytes are those of {real}; rename it."
                : $"the file is called {extension}, but its bytes are of another format; save it again as {extension} or give it its right extension.");
        }

        return chosen;
    }

    /// <summary>Opens a container; a fault that its reader did not foresee concerns this file only.</summary>
    /// <exception cref="UnreadableFileException">The reader failed.</exception>
    public static async IAsyncEnumerable<FileToRead> OpenAsync(IContainerReader container, FileToRead file, string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var members = container.OpenAsync(file, folder, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(members))
        {
            yield return members.Current;
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<FileToRead> members)
    {
        try
        {
            return await members.MoveNextAsync();
        }
        catch (Exception e) when (e is not (CopilotException or OperationCanceledException))
        {
            throw new UnreadableFileException(e);
        }
    }

    private static async Task<byte[]> HeadAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, useAsync: true);
        var head = new byte[HeadLength];
        return head[..await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken)];
    }

    private string Unknown(string extension, byte[] head)
        => extension switch
        {
            ".doc" or ".xls" or ".ppt" => $"files of type \"{extension}\" of the old Office can't be read; save it as {extension}x.",
            ".docm" or ".xlsm" or ".pptm" => $"files of type \"{extension}\" hold macros and are not read; save it as {extension[..^1]}x.",
            _ when Misnamed(extension, head) is { } real => $"files of type \"{extension}\" can't be read, but this one holds the bytes of {real}; rename it.",
            _ => $"files of type \"{extension}\" can't be read; what can: {Readable}.",
        };

    /// <summary>The extension whose bytes these are; text is not told apart, since any reader of text knows it.</summary>
    private string? Misnamed(string extension, byte[] head)
    {
        var knows = TextBytes.Are(head)
            ? []
            : _readers.Where(r => r.Knows(head)).Select(r => r.Extensions[0]).Concat(_containers.Where(c => c.Knows(head)).Select(c => c.Extensions[0])).Where(e => e != extension).Distinct().ToList();
        return knows.Count == 0 ? null : string.Join(" or ", knows);
    }
}
