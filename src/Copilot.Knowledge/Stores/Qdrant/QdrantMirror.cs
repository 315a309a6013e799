using Microsoft.Extensions.Logging;

namespace Copilot.Knowledge.Stores.Qdrant;

/// <summary>
/// Brings what changed in the store to Qdrant, and says whether Qdrant may be asked: only while it holds all passages as they are. Trouble never reaches a writer or
/// a question: changes stay noted in the store, and the store itself answers meanwhile.
/// </summary>
internal sealed class QdrantMirror(IMirroredStore store, QdrantClient client, QdrantCollections collections, TimeProvider time, ILogger logger) : IDisposable
{
    private const int Batch = 256;
    private const int LargestBody = 24_000_000;
    private const int BatchesOfQuestion = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _bringing = new(1, 1);
    private volatile Trouble? _trouble;
    private volatile bool _begun;

    /// <summary>Gets what is wrong with Qdrant, or null when nothing is known to be.</summary>
    public string? Fault => _trouble?.Message;

    private bool Rests => _trouble is { } trouble && time.GetElapsedTime(trouble.At) < trouble.Pause;

    /// <summary>Gets the state of the store if Qdrant may be asked now, else null; brings a little that is waiting, but waits for no other.</summary>
    public async Task<MirrorState?> AskableAsync(CancellationToken cancellationToken)
    {
        if (Rests)
        {
            return null;
        }

        await BeginAsync(cancellationToken);
        var state = await store.MirrorStateAsync(cancellationToken);
        if (IsInStep(state))
        {
            return state;
        }

        if (!await _bringing.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return null;
        }

        try
        {
            await BringInTurnAsync(BatchesOfQuestion, cancellationToken);
            state = await store.MirrorStateAsync(cancellationToken);
            return IsInStep(state) ? state : null;
        }
        catch (QdrantException trouble)
        {
            Note(trouble);
            return null;
        }
        finally
        {
            _bringing.Release();
        }
    }

    /// <summary>Brings all that is waiting; called after a change, which stands whatever happens here.</summary>
    /// <param name="evenResting">Whether to try although Qdrant failed a moment ago.</param>
    /// <param name="cancellationToken">Stops it; the rest stays noted.</param>
    public async Task CatchUpAsync(bool evenResting, CancellationToken cancellationToken)
    {
        if (Rests && !evenResting)
        {
            return;
        }

        await BeginAsync(cancellationToken);
        await _bringing.WaitAsync(cancellationToken);
        try
        {
            await BringInTurnAsync(int.MaxValue, cancellationToken);
        }
        catch (QdrantException trouble)
        {
            Note(trouble);
        }
        finally
        {
            _bringing.Release();
        }
    }

    /// <summary>Begins to note changes, before the first of them.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (!_begun)
        {
            await store.BeginMirrorAsync(cancellationToken);
            _begun = true;
        }
    }

    /// <summary>Takes note of trouble: for a while, or as long as Qdrant wants, it is left alone, unless a collection was only missing, which is made again at once.</summary>
    public void Note(QdrantException trouble)
    {
        collections.Forget();
        if (_trouble is null || !Rests)
        {
            Log.IndexFailed(logger, trouble);
        }

        var pause = trouble.IsMissing ? TimeSpan.Zero
            : trouble.RetryAfter is not { } wanted ? Pause
            : wanted < LongestPause ? wanted
            : LongestPause;
        _trouble = new Trouble(time.GetTimestamp(), pause, trouble.Message);
    }

    /// <inheritdoc/>
    public void Dispose() => _bringing.Dispose();

    private bool IsInStep(MirrorState state) => !state.Pending && collections.ArePrepared(state);

    /// <summary>Says whether Qdrant may be asked, as far as the store and this process know.</summary>
    public async Task<bool> IsInStepAsync(CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        return !Rests && IsInStep(await store.MirrorStateAsync(cancellationToken));
    }

    // Another process that has the turn brings what is noted here as well.
    private async Task BringInTurnAsync(int batches, CancellationToken cancellationToken)
    {
        await using var turn = await store.TakeTurnAsync(cancellationToken);
        if (turn is not null)
        {
            await BringAsync(batches, cancellationToken);
        }
    }

    private async Task BringAsync(int batches, CancellationToken cancellationToken)
    {
        for (var batch = 0; batch < batches; batch++)
        {
            var stale = await store.StaleAsync(Batch, cancellationToken);
            await collections.PrepareAsync(stale.State, cancellationToken);
            if (stale.Passages.Count == 0)
            {
                // What was made or compared just now may have noted more.
                if (!(await store.MirrorStateAsync(cancellationToken)).Pending)
                {
                    break;
                }

                continue;
            }

            foreach (var (name, space) in collections.Of(stale.State))
            {
                await PutAsync(name, stale.State.Name, space, [.. stale.Passages.Where(p => p.IsWhole && p.Passage is not null)], cancellationToken);
                await LabelAsync(name, stale.State.Name, [.. stale.Passages.Where(p => !p.IsWhole && p.Passage is not null)], cancellationToken);
                await RemoveAsync(name, stale.State.Name, [.. stale.Passages.Where(p => p.Passage is null)], cancellationToken);
            }

            await store.SettleAsync(stale.Passages, cancellationToken);
        }

        if (_trouble is not null)
        {
            _trouble = null;
            Log.IndexBack(logger);
        }
    }

    private async Task PutAsync(string collection, string tenant, MirroredSpace? space, IReadOnlyList<StalePassage> passages, CancellationToken cancellationToken)
    {
        if (passages.Count == 0)
        {
            return;
        }

        var body = QdrantClient.Bytes(new { points = passages.Select(p => PointOf(tenant, space, p.Key, p.Passage!)) })!;
        if (body.Length <= LargestBody || passages.Count == 1)
        {
            try
            {
                await client.WriteAsync(HttpMethod.Put, $"collections/{collection}/points?wait=true", body, cancellationToken);
                return;
            }
            catch (QdrantException large) when (large.IsTooLarge && passages.Count > 1)
            {
                // In two halves, then.
            }
        }

        var half = passages.Count / 2;
        await PutAsync(collection, tenant, space, [.. passages.Take(half)], cancellationToken);
        await PutAsync(collection, tenant, space, [.. passages.Skip(half)], cancellationToken);
    }

    // Text and vectors stay where they are: only what filters read is written, once for all passages of a document.
    private async Task LabelAsync(string collection, string tenant, IReadOnlyList<StalePassage> passages, CancellationToken cancellationToken)
    {
        if (passages.Count == 0)
        {
            return;
        }

        var operations = passages.GroupBy(p => p.Passage!.Document).Select(document => new
        {
            set_payload = new { payload = QdrantFilter.LabelOf(document.First().Passage!), points = document.Select(p => PointId.Of(tenant, p.Key)) },
        });
        try
        {
            await client.WriteAsync(HttpMethod.Post, $"collections/{collection}/points/batch?wait=true", new { operations }, cancellationToken);
        }
        catch (QdrantException missing) when (missing.IsMissing)
        {
            // A point is not there, or not one: then they are brought whole.
            await store.MarkStaleAsync([.. passages.Select(p => p.Key)], cancellationToken);
        }
    }

    private async Task RemoveAsync(string collection, string tenant, IReadOnlyList<StalePassage> passages, CancellationToken cancellationToken)
    {
        if (passages.Count > 0)
        {
            var points = passages.Select(p => PointId.Of(tenant, p.Key));
            await client.WriteAsync(HttpMethod.Post, $"collections/{collection}/points/delete?wait=true", new { points }, cancellationToken);
        }
    }

    private static object PointOf(string tenant, MirroredSpace? space, long key, MirroredPassage passage)
    {
        var vector = new Dictionary<string, object>();
        if (space is not null && passage.Vectors.TryGetValue(space.Id, out var numbers))
        {
            vector[QdrantCollections.Dense] = numbers;
        }

        if (SparseTerms.Of(passage.Indexed) is { Indices.Count: > 0 } terms)
        {
            vector[QdrantCollections.Words] = new { indices = terms.Indices, values = terms.Values };
        }

        return new { id = PointId.Of(tenant, key), vector, payload = QdrantFilter.PayloadOf(tenant, key, passage) };
    }

    private sealed record Trouble(long At, TimeSpan Pause, string Message);
}
