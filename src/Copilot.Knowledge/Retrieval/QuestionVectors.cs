using Copilot.Contracts;
using Copilot.Knowledge.Embedding;
using Copilot.Knowledge.Stores;
using Microsoft.Extensions.Logging;

namespace Copilot.Knowledge.Retrieval;

/// <summary>Turns questions into vectors of the space that is active. An embedder that fails is left alone for a while: words answer meanwhile, at once.</summary>
internal sealed class QuestionVectors(IVectorStore store, Embedders embedders, TimeProvider time, ILogger<QuestionVectors> logger) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private Opened? _opened;
    private Failure? _failure;

    /// <summary>Makes a question's vector; never fails because of an embedder.</summary>
    /// <param name="text">The question.</param>
    /// <param name="question">The question as it was read.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<QuestionVector> OfAsync(string text, Question question, CancellationToken cancellationToken)
    {
        if (!embedders.Any)
        {
            return None("no embedding is configured");
        }

        if (_failure is { } failure && time.GetElapsedTime(failure.At) < Pause)
        {
            return None(failure.Message);
        }

        try
        {
            if (await OpenedAsync(cancellationToken) is not { Embedder: { } embedder })
            {
                return None("no vectors yet");
            }

            var asked = embedders.IsFitted ? question.SaidStems : text;
            var vector = (await embedder.EmbedAsync([asked], EmbeddingPurpose.Question, cancellationToken))[0];
            return vector.Length != embedder.Dimension ? None($"{embedder.ModelId} gave a vector of {vector.Length} numbers instead of {embedder.Dimension}")
                : Array.TrueForAll(vector, n => n == 0) ? None("the embedding knows none of the question's words")
                : new QuestionVector(embedder.ModelId, vector, null);
        }
        catch (CopilotException trouble)
        {
            _failure = new Failure(time.GetTimestamp(), trouble.Message);
            Log.QuestionNotEmbedded(logger, trouble);
            return None(trouble.Message);
        }
    }

    /// <summary>Looks again at once which space is active.</summary>
    public void Refresh() => _opened = null;

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private static QuestionVector None(string note) => new(null, default, note);

    private async Task<Opened?> OpenedAsync(CancellationToken cancellationToken)
    {
        if (_opened is { } known && time.GetElapsedTime(known.At) < Fresh)
        {
            return known;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_opened is { } opened && time.GetElapsedTime(opened.At) < Fresh)
            {
                return opened;
            }

            var active = (await store.SpacesAsync(cancellationToken)).FirstOrDefault(s => s.Active);
            var embedder = active is null ? null : await embedders.OfAsync(active, cancellationToken);
            return _opened = new Opened(time.GetTimestamp(), embedder);
        }
        finally
        {
            _gate.Release();
        }
    }

    private sealed record Opened(long At, ITextEmbedder? Embedder);

    private sealed record Failure(long At, string Message);
}
