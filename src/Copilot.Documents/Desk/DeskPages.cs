using Copilot.Contracts;
using Copilot.Documents.Desk.Stores;
using Copilot.Documents.Programs;

namespace Copilot.Documents.Desk;

/// <summary>What people see of a document's pages: the picture, the words, and the file itself.</summary>
public sealed class DeskPages
{
    private readonly DocumentDesk _desk;
    private readonly DeskFileStore _files;
    private readonly IPageRenderer _renderer;
    private readonly DocumentsOptions _options;

    internal DeskPages(DocumentDesk desk, DeskFileStore files, IPageRenderer renderer, DocumentsOptions options)
        => (_desk, _files, _renderer, _options) = (desk, files, renderer, options);

    /// <summary>Gets the words of a page.</summary>
    /// <param name="caller">The person.</param>
    /// <param name="id">The document. Untrusted.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The words in the page's order; null when there is no such page that the person may see.</returns>
    public async Task<IReadOnlyList<DeskWord>?> WordsAsync(Caller caller, string id, int page, CancellationToken cancellationToken)
    {
        var document = await _desk.FindAsync(caller, id, cancellationToken);
        var found = document is null ? null : (await _files.PagesAsync(caller.Tenant, document.Hash, cancellationToken)).FirstOrDefault(p => p.Number == page);
        return found is null ? null
            : [.. found.Words.Select(w => new DeskWord(w.Text, [Math.Round(w.OnPage.X0, 1), Math.Round(w.OnPage.Y0, 1), Math.Round(w.OnPage.X1, 1), Math.Round(w.OnPage.Y1, 1)]))];
    }

    /// <summary>Draws a page.</summary>
    /// <param name="caller">The person.</param>
    /// <param name="id">The document. Untrusted.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="dotsPerInch">The resolution, 36 to 300.</param>
    /// <param name="cancellationToken">Stops the drawing.</param>
    /// <returns>A PNG picture; null when there is no such document that the person may see, or it has no pages.</returns>
    /// <exception cref="CopilotException">There is no such page, or it can't be drawn.</exception>
    public async Task<byte[]?> DrawAsync(Caller caller, string id, int page, int dotsPerInch, CancellationToken cancellationToken)
    {
        if (await OriginalAsync(caller, id, cancellationToken) is not var (name, content) || (await _files.PagesAsync(caller.Tenant, (await _desk.FindAsync(caller, id, cancellationToken))!.Hash, cancellationToken)).Count == 0)
        {
            return null;
        }

        using var folder = new WorkFolder(_options.WorkFolder);
        var path = folder.File("original");
        await File.WriteAllBytesAsync(path, content, cancellationToken);
        return await _renderer.DrawAsync(new FileToRead(name, path), page, dotsPerInch, cancellationToken);
    }

    /// <summary>Gets the file as it arrived.</summary>
    /// <param name="caller">The person.</param>
    /// <param name="id">The document. Untrusted.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Its name and bytes; null when there is none that the person may see.</returns>
    public async Task<(string Name, byte[] Content)?> OriginalAsync(Caller caller, string id, CancellationToken cancellationToken)
        => await _desk.FindAsync(caller, id, cancellationToken) is { } document && await _files.FileAsync(caller.Tenant, document.Hash, cancellationToken) is { } content ? (document.File, content) : null;
}
