using System.Text;
using Copilot.Contracts;
using Copilot.Knowledge.Ingestion.Chunking;
using Copilot.Knowledge.Ingestion.Reading;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Ingestion;

/// <summary>Takes one document in: reads it part by part, cuts it, and writes it whole or not at all. What has not changed costs a hash.</summary>
internal sealed class DocumentIntake(IKnowledgeStore store, IdClaims claims, Originals originals, KnowledgeOptions options)
{
    // Begun when the language can be told from it, or at the end of a short text.
    private const int LanguageSample = 16 * 1024;
    private const int BatchLength = 256 * 1024;
    private const int BatchChunks = 256;
    private const int MostNotes = 20;

    /// <summary>Reads a file's label and claims its id.</summary>
    /// <exception cref="CopilotException">Who may read it can't be known, or its id belongs to another file.</exception>
    public async Task<OpenedFile> OpenAsync(FileTask task, string path, CancellationToken cancellationToken)
    {
        var held = await store.HeldAsync(task.Collection, task.Source, cancellationToken);
        var own = LabelFiles.HasFrontMatter(task.Name) ? await LabelFiles.FrontMatterAsync(path, cancellationToken) : null;
        var sidecar = FileSource.IsFile(task.Source) && path == task.Source ? await LabelFiles.SidecarAsync(path, cancellationToken) : null;
        var label = LabelReader.Read(new LabelOrigin
        {
            Readers = task.Readers,
            FrontMatter = own,
            Sidecar = sidecar,
            Rule = task.Rule,
            NarrowOnly = task.KeepBytes,
            Name = Path.GetFileNameWithoutExtension(task.Name),
            Heading = task.Title ?? (held is { Label.HasOwnTitle: false } ? held.Label.Title : null),
        });
        label = label with { Id = await claims.ClaimAsync(task, label, held, cancellationToken) };
        return new OpenedFile(task, path, label, own is null && sidecar is null && task.Readers is null && task.Rule?.Readers is null, held);
    }

    /// <summary>Writes what changed.</summary>
    /// <param name="file">The file.</param>
    /// <param name="reader">What reads it.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancellationToken">Stops the reading; what was there before stays.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="CopilotException">Its text can't be read.</exception>
    /// <exception cref="UnreadableFileException">The reader failed.</exception>
    public async Task<FileOutcome> TakeAsync(OpenedFile file, IFileReader reader, FileProgress progress, CancellationToken cancellationToken)
    {
        FileLimits.Check(file.Path, reader.Format, options);
        var stamp = FileStamp.Of(file.Path);
        var hash = await ContentHash.OfAsync(file.Path, !file.Task.KeepBytes && LabelFiles.HasFrontMatter(file.Task.Name), cancellationToken);
        var document = new StoredDocument
        {
            Collection = file.Task.Collection,
            Source = file.Task.Source,
            Label = file.Label,
            TextHash = VersionMark.Of(FileFormats.VersionOf(reader), file.Task, file.Label, hash),
            Format = reader.Format,
            Original = file.Task.KeepBytes ? originals.PathOf(hash) : file.Path,
            Uri = file.Task.Entry?.Uri,
            Gate = file.Task.Entry?.Gate,
        };
        if (file.Held is { } held && VersionMark.SameText(held.TextHash, document.TextHash) && TitleIsKnown(file) && held.Label.IndexedPart() == document.Label.IndexedPart())
        {
            return await RelabelAsync(held, document, cancellationToken);
        }

        if (file.Task.KeepBytes)
        {
            await originals.KeepAsync(file.Path, hash, cancellationToken);
        }

        return await WriteAsync(file, document, reader, stamp, progress, cancellationToken);
    }

    /// <summary>Brings the label of a document up to date whose version is the one that is held.</summary>
    public async Task<FileOutcome> RelabelAsync(FileTask task, StoredDocument held, CancellationToken cancellationToken)
    {
        var label = LabelReader.Read(new LabelOrigin { Readers = task.Readers, Rule = task.Rule, Name = held.Label.Id, Heading = task.Title ?? held.Label.Title });
        return await RelabelAsync(held, held with { Label = label, Uri = task.Entry?.Uri, Gate = task.Entry?.Gate }, cancellationToken);
    }

    /// <summary>Keeps the earlier text of a file that can't be read since it changed, with its rights as they are now.</summary>
    public Task KeepEarlierAsync(OpenedFile file, string why, CancellationToken cancellationToken)
        => store.RelabelAsync(
            file.Held! with
            {
                Label = file.Label with { Title = file.Held.Label.Title, HasOwnTitle = file.Held.Label.HasOwnTitle, About = file.Held.Label.About },
                Gate = file.Task.Entry?.Gate ?? file.Held.Gate,
                Notes = [.. file.Held.Notes.Where(n => !n.StartsWith(EarlierText, StringComparison.Ordinal)), $"{EarlierText}: {why}"],
            },
            cancellationToken);

    private const string EarlierText = "this is its earlier text, since the file as it is now can't be read";

    private static bool TitleIsKnown(OpenedFile file) => file.Label.HasOwnTitle || file.Task.Title is not null || file.Held is { Label.HasOwnTitle: false };

    private async Task<FileOutcome> RelabelAsync(StoredDocument held, StoredDocument document, CancellationToken cancellationToken)
    {
        if (held.Label.Hash() == document.Label.Hash() && held.Original == document.Original && held.Uri == document.Uri && held.Gate == document.Gate
            && !held.Notes.Any(n => n.StartsWith(EarlierText, StringComparison.Ordinal)))
        {
            return new FileOutcome { Unchanged = 1 };
        }

        await store.RelabelAsync(
            document with { Pages = held.Pages, Language = held.Language, Notes = [.. held.Notes.Where(n => !n.StartsWith(EarlierText, StringComparison.Ordinal))] },
            cancellationToken);
        return new FileOutcome { Updated = 1 };
    }

    private async Task<FileOutcome> WriteAsync(
        OpenedFile file, StoredDocument document, IFileReader reader, FileStamp stamp, FileProgress progress, CancellationToken cancellationToken)
    {
        var reading = new DocumentReading(file, document);
        var parts = Chunker.CutAsync(reader.ReadAsync(new FileToRead(file.Task.Name, file.Path), cancellationToken), HasClauses(reader.Format), cancellationToken);
        await using var cut = parts.GetAsyncEnumerator(cancellationToken);
        IDocumentWriter? writer = null;
        var (waiting, length, chunks) = (new List<CutPart>(), 0, 0);
        try
        {
            while (await NextAsync(cut))
            {
                reading.Note(cut.Current, MostNotes);
                progress.Add(cut.Current.Part?.Page is null ? 0 : 1, cut.Current.Chunks.Count);
                waiting.Add(cut.Current);
                length += cut.Current.Part?.Text.Length ?? 0;
                chunks += cut.Current.Chunks.Count;
                if (length >= (writer is null ? LanguageSample : BatchLength) || chunks >= BatchChunks)
                {
                    writer ??= await store.BeginAsync(reading.Begun(waiting), cancellationToken);
                    await FlushAsync(writer, waiting, reading, cancellationToken);
                    (length, chunks) = (0, 0);
                }
            }

            if (!reading.HasText)
            {
                throw new CopilotException("the file holds no text; write some or remove it.");
            }

            if (FileStamp.Of(file.Path) != stamp)
            {
                throw new CopilotException("the file changed while it was read; it is read again when it has come to rest.") { IsTransient = true };
            }

            writer ??= await store.BeginAsync(reading.Begun(waiting), cancellationToken);
            await FlushAsync(writer, waiting, reading, cancellationToken);
            await writer.CommitAsync(reading.Finished(), cancellationToken);
        }
        finally
        {
            if (writer is not null)
            {
                await writer.DisposeAsync();
            }
        }

        return new FileOutcome
        {
            Added = file.Held is null ? 1 : 0,
            Updated = file.Held is null ? 0 : 1,
            Passages = reading.Chunks,
            Pages = reading.Pages,
            Notes = [.. reading.Notes.Select(n => new IngestRemark(file.Task.Source, n))],
        };
    }

    private static bool HasClauses(string format) => format is "text" or "docx" or "pdf" or "image" or "html" or "eml";

    private static async Task FlushAsync(IDocumentWriter writer, List<CutPart> waiting, DocumentReading reading, CancellationToken cancellationToken)
    {
        await writer.AddAsync(reading.Parts(waiting), [.. waiting.SelectMany(w => w.Chunks)], cancellationToken);
        waiting.Clear();
    }

    /// <summary>Tells faults of a reader from those of the store: the first concern one file, the others all.</summary>
    private static async Task<bool> NextAsync(IAsyncEnumerator<CutPart> parts)
    {
        try
        {
            return await parts.MoveNextAsync();
        }
        catch (Exception e) when (e is not (CopilotException or OperationCanceledException or IOException or UnauthorizedAccessException))
        {
            throw new UnreadableFileException(e);
        }
    }
}
