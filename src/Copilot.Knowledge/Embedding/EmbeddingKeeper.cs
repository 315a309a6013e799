using System.Data.Common;
using System.Globalization;
using Copilot.Contracts;
using Copilot.Knowledge.Embedding;
using Copilot.Knowledge.Retrieval;
using Copilot.Knowledge.Stores;
using Microsoft.Extensions.Logging;

namespace Copilot.Knowledge;

/// <summary>
/// Keeps the vectors of the library in step with its documents: embeds what has no vector, fits a fitted model again when the documents have
/// changed a lot, and fills another model's space beside the one in use before it switches over, so that questions never meet a half-filled one.
/// </summary>
public sealed class EmbeddingKeeper : IDisposable
{
    private const double Drift = 0.3;
    private const int LargestBatch = 256;

    private readonly IKnowledgeStore _store;
    private readonly Embedders _embedders;
    private readonly QuestionVectors _questions;
    private readonly ILogger<EmbeddingKeeper> _logger;
    private readonly SemaphoreSlim _one = new(1, 1);
    private string? _fittedLanguages;

    internal EmbeddingKeeper(IKnowledgeStore store, Embedders embedders, QuestionVectors questions, ILogger<EmbeddingKeeper> logger)
    {
        _store = store;
        _embedders = embedders;
        _questions = questions;
        _logger = logger;
        State = embedders.Any ? new VectorState(false, "no vectors yet") : new VectorState(false, "words only: no embedding is configured");
    }

    /// <summary>Gets how the vectors stood when they were last looked after.</summary>
    public VectorState State { get; private set; }

    /// <summary>Gets a value indicating whether the embedding is made on this machine from the documents, so that looking after it costs no call to anybody.</summary>
    public bool IsLocal => _embedders.IsFitted;

    /// <summary>Looks after the vectors once. Trouble with an endpoint or a store ends in the state, not in an exception; what is done by then stays done.</summary>
    /// <param name="progress">Told how many passages are embedded, of how many; or null.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <returns>How the vectors stand now.</returns>
    public async Task<VectorState> TendAsync(IProgress<VectorProgress>? progress, CancellationToken cancellationToken)
    {
        if (!_embedders.Any)
        {
            return State;
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            return State = await OnceAsync(progress, cancellationToken);
        }
        catch (Exception trouble) when (trouble is CopilotException or DbException)
        {
            Log.NotEmbedded(_logger, trouble);
            return State = new VectorState(State.InUse, trouble is CopilotException ? "new passages are found by words only: " + trouble.Message : "new passages are found by words only: the store refused their vectors");
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<VectorState> OnceAsync(IProgress<VectorProgress>? progress, CancellationToken cancellationToken)
    {
        var chunks = (await _store.CountsAsync([], cancellationToken)).Chunks;
        if (chunks == 0)
        {
            return new VectorState(false, "no documents yet");
        }

        var spaces = await _store.SpacesAsync(cancellationToken);
        var active = spaces.FirstOrDefault(s => s.Active);
        if (await EmbedderAsync(spaces, active, chunks, cancellationToken) is not { } embedder)
        {
            return new VectorState(false, "words only: too little text to fit an embedding on");
        }

        await FillAsync(embedder, chunks, progress, cancellationToken);
        if (active?.Id != embedder.ModelId)
        {
            await _store.SwitchToAsync(embedder.ModelId, cancellationToken);
            _questions.Refresh();
            Log.SpaceSwitched(_logger, embedder.ModelId, chunks);
        }

        return new VectorState(true, string.Create(CultureInfo.InvariantCulture, $"{embedder.ModelId}, {embedder.Dimension} numbers, {chunks} passages"));
    }

    /// <summary>Gets the embedder whose space is to be filled: the one in use, unless there is reason for another.</summary>
    private async Task<ITextEmbedder?> EmbedderAsync(IReadOnlyList<EmbeddingSpace> spaces, EmbeddingSpace? active, int chunks, CancellationToken cancellationToken)
    {
        if (!_embedders.IsFitted)
        {
            var endpoint = await _embedders.AtEndpointAsync(cancellationToken);
            await _store.OpenSpaceAsync(new EmbeddingSpace { Id = endpoint.ModelId, Dimension = endpoint.Dimension }, cancellationToken);
            return endpoint;
        }

        var languages = string.Join(' ', (await _store.LanguagesAsync(cancellationToken)).Order(StringComparer.Ordinal));
        var speaksOthers = _fittedLanguages is { } known && known != languages;

        // A space that a process left half filled is filled up rather than begun again.
        foreach (var space in spaces.OrderBy(s => s.Active).Where(s => !speaksOthers && Math.Abs(chunks - s.FittedOn) <= Drift * s.FittedOn))
        {
            if (await KnownAsync(space, cancellationToken) is { } embedder)
            {
                _fittedLanguages ??= languages;
                return embedder;
            }
        }

        if (await _embedders.FitAsync(_store.StemsAsync(cancellationToken), cancellationToken) is not { } fitted)
        {
            return active is null ? null : await KnownAsync(active, cancellationToken);
        }

        _fittedLanguages = languages;
        await _store.OpenSpaceAsync(
            new EmbeddingSpace { Id = fitted.Embedder.ModelId, Dimension = fitted.Embedder.Dimension, Model = fitted.Model, FittedOn = chunks },
            cancellationToken);
        return fitted.Embedder;
    }

    /// <summary>Opens a space's model; one of another version of this program is as good as none.</summary>
    private async Task<ITextEmbedder?> KnownAsync(EmbeddingSpace space, CancellationToken cancellationToken)
    {
        try
        {
            return await _embedders.OfAsync(space, cancellationToken);
        }
        catch (CopilotException unreadable)
        {
            Log.ModelUnreadable(_logger, space.Id, unreadable);
            return null;
        }
    }

    private async Task FillAsync(ITextEmbedder embedder, int chunks, IProgress<VectorProgress>? progress, CancellationToken cancellationToken)
    {
        var done = 0;
        var batch = Math.Clamp(embedder.BatchSize, 1, LargestBatch);
        while (await _store.UnembeddedAsync(embedder.ModelId, batch, cancellationToken) is { Count: > 0 } missing)
        {
            var vectors = await embedder.EmbedAsync(
                [.. missing.Select(m => _embedders.IsFitted ? m.Stems : $"{m.Context}\n{m.Text}")], EmbeddingPurpose.Passage, cancellationToken);
            if (vectors.Count != missing.Count || vectors.Any(v => v.Length != embedder.Dimension))
            {
                throw new CopilotException($"The embedding model \"{embedder.ModelId}\" did not give {missing.Count} vectors of {embedder.Dimension} numbers; check the endpoint and the model's name.");
            }

            await _store.SaveVectorsAsync(embedder.ModelId, [.. missing.Zip(vectors, (m, v) => KeyValuePair.Create(m.Key, v))], cancellationToken);
            done += missing.Count;
            progress?.Report(new VectorProgress(Math.Min(done, chunks), chunks));
        }
    }
}
