using System.Globalization;
using Copilot.Contracts;
using Copilot.Documents;
using Copilot.Testing.Service;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Testing.Documents;

/// <summary>The readers as the program has them, with a folder for the files of a test.</summary>
public sealed class ReadingDesk : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;

    /// <summary>Sets the desk up.</summary>
    /// <param name="change">Changes the limits.</param>
    public ReadingDesk(Action<DocumentsOptions>? change = null)
    {
        var options = new DocumentsOptions { WorkFolder = Path.Combine(_folder.Path, "work") };
        change?.Invoke(options);
        _services = new ServiceCollection().AddDocuments(options).BuildServiceProvider();
    }

    /// <summary>Gets what draws pages.</summary>
    public IPageRenderer Renderer => _services.GetRequiredService<IPageRenderer>();

    /// <summary>Gets the names of work files that were left behind.</summary>
    public IReadOnlyList<string> LeftBehind => Directory.Exists(Path.Combine(_folder.Path, "work")) ? Directory.GetFileSystemEntries(Path.Combine(_folder.Path, "work")) : [];

    /// <summary>Gets the path of a file in the desk's folder.</summary>
    public string PathOf(string name) => Path.Combine(_folder.Path, name);

    /// <summary>Puts a file into the desk's folder.</summary>
    public FileToRead File(string name, byte[] bytes)
    {
        System.IO.File.WriteAllBytes(PathOf(name), bytes);
        return new(name, PathOf(name));
    }

    /// <summary>Gets what reads business documents into fields.</summary>
    public IDocumentExtractor Extractor => _services.GetRequiredService<IDocumentExtractor>();

    /// <summary>Gets the reader of a format.</summary>
    public IFileReader Reader(string format) => _services.GetServices<IFileReader>().Single(r => r.Format == format);

    /// <summary>Reads a file to its end.</summary>
    public async Task<IReadOnlyList<DocumentPart>> ReadAsync(FileToRead file, CancellationToken cancellationToken = default)
    {
        var extension = Path.GetExtension(file.Name).ToLower(CultureInfo.InvariantCulture);
        var parts = new List<DocumentPart>();
        await foreach (var part in _services.GetServices<IFileReader>().Single(r => r.Extensions.Contains(extension)).ReadAsync(file, cancellationToken))
        {
            parts.Add(part);
        }

        return parts;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _services.Dispose();
        _folder.Dispose();
    }
}
