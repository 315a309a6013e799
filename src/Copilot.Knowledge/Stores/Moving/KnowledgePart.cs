using Copilot.Contracts;

namespace Copilot.Knowledge.Stores.Moving;

/// <summary>Moves the library from the embedded store to PostgreSQL: documents with their parts and passages, and the vectors of the space in use.</summary>
internal sealed class KnowledgePart(KnowledgeOptions options, Func<IKnowledgeStore> store) : IMigratedPart
{
    private const int Batch = 500;

    /// <inheritdoc/>
    public string Name => "knowledge";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MovedRows>> MoveAsync(IMigratedPart target, IProgress<MoveProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        if (options.Store is null && !File.Exists(Path.Combine(options.Data, "knowledge.db")))
        {
            // Nothing was ever taken in; opening the store would make the file.
            return [];
        }

        var (from, into) = (store(), ((KnowledgePart)target).Store);
        var documents = await from.ListAsync(null, cancellationToken);
        await RequireNoOthersAsync(documents, into, cancellationToken);
        await CopyDocumentsAsync(from, documents, into, progress, cancellationToken);
        var space = (await from.SpacesAsync(cancellationToken)).FirstOrDefault(s => s.Active);
        if (space is not null)
        {
            await CopyVectorsAsync(from, documents, space, into, progress, cancellationToken);
        }

        var (sent, arrived) = (
            await new StoreContent(from).ReadAsync(documents, space?.Id, cancellationToken),
            await new StoreContent(into).ReadAsync(await into.ListAsync(null, cancellationToken), space?.Id, cancellationToken));
        foreach (var (here, there) in sent.Zip(arrived))
        {
            if (here.Rows != there.Rows || here.Hash != there.Hash)
            {
                throw new CopilotException(
                    $"The {here.Name} of the library did not arrive as they were sent: {here.Rows} with hash {here.Hash} here, {there.Rows} with {there.Hash} there. Somebody wrote into one of the two. Empty schema knowledge of the target database and run copilot migrate again.");
            }
        }

        return sent;
    }

    private IKnowledgeStore Store => store();

    private static async Task RequireNoOthersAsync(IReadOnlyList<ListedDocument> documents, IKnowledgeStore into, CancellationToken cancellationToken)
    {
        var ours = documents.Select(d => (d.Document.Collection, Postgres.PostgresText.Of(d.Document.Source))).ToHashSet();
        if ((await into.ListAsync(null, cancellationToken)).FirstOrDefault(d => !ours.Contains((d.Document.Collection, d.Document.Source))) is { } other)
        {
            throw new CopilotException($"The library in the target database holds other documents ({other.Document.Source}); two can't be joined. Empty its schema knowledge, or name another database.");
        }
    }

    // A document that arrived before an interruption is as it was and stays.
    private static async Task CopyDocumentsAsync(
        IKnowledgeStore from, IReadOnlyList<ListedDocument> documents, IKnowledgeStore into, IProgress<MoveProgress> progress, CancellationToken cancellationToken)
    {
        var done = 0L;
        foreach (var (document, length, chunks, _) in documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress.Report(new MoveProgress("documents", done++, documents.Count));
            var held = await into.HeldAsync(document.Collection, document.Source, cancellationToken);
            if (held is null || held.TextHash != document.TextHash || held.Label.Hash() != document.Label.Hash())
            {
                await CopyAsync(from, document, length, chunks, into, cancellationToken);
            }
        }

        progress.Report(new MoveProgress("documents", documents.Count, documents.Count));
    }

    private static async Task CopyAsync(IKnowledgeStore from, StoredDocument document, int length, int chunks, IKnowledgeStore into, CancellationToken cancellationToken)
    {
        var name = new DocumentKey(document.Collection, document.Label.Id);
        await using var writer = await into.BeginAsync(document, cancellationToken);
        for (var at = 0; at < length;)
        {
            // A window of the text at a time; a part that reaches into the next one comes with the first.
            var parts = (await from.PartsAsync(name, at, at + StoreContent.Window, cancellationToken)).Where(p => p.Start >= at || at == 0).ToList();
            await writer.AddAsync(parts, [], cancellationToken);
            at += StoreContent.Window;
        }

        var moved = (IMovedStore)from;
        if (await moved.FirstKeyAsync(name, cancellationToken) is { } first)
        {
            for (var at = 0; at < chunks; at += Batch)
            {
                await writer.AddAsync([], await moved.MovedChunksAsync(first + at, Math.Min(Batch, chunks - at), cancellationToken), cancellationToken);
            }
        }

        await writer.CommitAsync(document, cancellationToken);
    }

    private static async Task CopyVectorsAsync(
        IKnowledgeStore from, IReadOnlyList<ListedDocument> documents, EmbeddingSpace space, IKnowledgeStore into, IProgress<MoveProgress> progress, CancellationToken cancellationToken)
    {
        await into.OpenSpaceAsync(space, cancellationToken);
        var (source, target) = ((IMovedStore)from, (IMovedStore)into);
        var done = 0L;
        foreach (var document in documents)
        {
            progress.Report(new MoveProgress("vectors", done++, documents.Count));
            var name = new DocumentKey(document.Document.Collection, document.Document.Label.Id);
            if (await source.FirstKeyAsync(name, cancellationToken) is not { } first || await target.FirstKeyAsync(name, cancellationToken) is not { } there)
            {
                continue;
            }

            for (var at = 0; at < document.Chunks; at += Batch)
            {
                var vectors = await source.MovedVectorsAsync(space.Id, first + at, Math.Min(Batch, document.Chunks - at), cancellationToken);
                await into.SaveVectorsAsync(space.Id, [.. vectors.Select(v => KeyValuePair.Create(v.Key - first + there, v.Value))], cancellationToken);
            }
        }

        await into.SwitchToAsync(space.Id, cancellationToken);
        progress.Report(new MoveProgress("vectors", documents.Count, documents.Count));
    }
}
