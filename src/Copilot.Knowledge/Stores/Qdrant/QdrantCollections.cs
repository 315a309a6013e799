using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Copilot.Knowledge.Stores.Qdrant;

/// <summary>
/// The collections of one store: one for each embedding space, with its vectors and the words of all passages, or one of words alone while no space is active.
/// An alias names the one whose words are searched; it moves in one step.
/// </summary>
internal sealed class QdrantCollections(IMirroredStore store, QdrantClient client, QdrantOptions options)
{
    /// <summary>The name of the vector of an embedding.</summary>
    public const string Dense = "dense";

    /// <summary>The name of the vector of words.</summary>
    public const string Words = "bm25";

    // The shape of points: another number begins new collections.
    private const int Format = 1;

    private volatile Prepared? _prepared;
    private QdrantVersion? _version;

    /// <summary>Gets the version of the server, once it was asked.</summary>
    public QdrantVersion? Version => _version;

    /// <summary>Gets the alias of the collection whose words are searched.</summary>
    public static string AliasOf(MirrorState state) => $"copilot_{state.Name}";

    /// <summary>Gets the collection of a space; null for words alone.</summary>
    public string NameOf(MirrorState state, MirroredSpace? space)
    {
        var content = space is null ? $"{Format}" : $"{Format}|{options.Quantization}|{space.Dimension}|{space.Id}";
        return $"{AliasOf(state)}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..12]}";
    }

    /// <summary>Gets every collection there must be, with the space it belongs to.</summary>
    public IReadOnlyList<(string Name, MirroredSpace? Space)> Of(MirrorState state)
        => [.. (state.Active is null ? [(NameOf(state, null), null)] : Array.Empty<(string, MirroredSpace?)>()).Concat(state.Spaces.Select(s => (NameOf(state, s), (MirroredSpace?)s)))];

    /// <summary>Says whether all is as a state of the store needs it, as far as this process knows.</summary>
    public bool ArePrepared(MirrorState state) => _prepared is { } known && known.Key == Prepared.KeyOf(state);

    /// <summary>Forgets what is known of the server, since it turned out to be wrong.</summary>
    public void Forget() => _prepared = null;

    /// <summary>Makes what is missing, moves the alias, and removes collections of spaces that are gone.</summary>
    /// <exception cref="QdrantException">The server refused or did not answer.</exception>
    public async Task PrepareAsync(MirrorState state, CancellationToken cancellationToken)
    {
        if (ArePrepared(state))
        {
            return;
        }

        var first = _version is null;
        _version = await client.AskAsync(HttpMethod.Get, string.Empty, null, QdrantVersion.Of, cancellationToken);
        var needed = Of(state);
        foreach (var (name, space) in needed)
        {
            await MakeAsync(name, space, cancellationToken);
        }

        await PointAliasAsync(AliasOf(state), NameOf(state, state.Active), cancellationToken);
        await RemoveOthersAsync(AliasOf(state), [.. needed.Select(n => n.Name)], cancellationToken);
        if (first)
        {
            await CompareAsync(state, needed, cancellationToken);
        }

        _prepared = new Prepared(Prepared.KeyOf(state));
    }

    private async Task MakeAsync(string name, MirroredSpace? space, CancellationToken cancellationToken)
    {
        var exists = await client.AskAsync(HttpMethod.Get, $"collections/{name}/exists", null, r => r.GetProperty("exists").GetBoolean(), cancellationToken);
        if (!exists)
        {
            // Noted first: a death between the two must not leave an empty collection that looks like a full one.
            await store.MarkStaleAsync(null, cancellationToken);
            try
            {
                await client.WriteAsync(HttpMethod.Put, $"collections/{name}", Shape(space), cancellationToken);
            }
            catch (QdrantException taken) when (taken.Status == HttpStatusCode.Conflict)
            {
                // Another process was faster.
            }
        }

        var (size, indexed) = await client.AskAsync(HttpMethod.Get, $"collections/{name}", null, told => (space is null ? 0 : SizeOf(told), IndexedOf(told)), cancellationToken);
        if (space is not null && size != space.Dimension)
        {
            throw new QdrantException($"The collection {name} holds vectors of {size} numbers, and the model \"{space.Id}\" has {space.Dimension}; remove the collection, and it is filled anew");
        }

        foreach (var (field, kind) in QdrantFilter.Indexes.Where(i => !indexed.Contains(i.Field)))
        {
            await client.WriteAsync(HttpMethod.Put, $"collections/{name}/index?wait=true", new { field_name = field, field_schema = kind }, cancellationToken);
        }
    }

    private Dictionary<string, object> Shape(MirroredSpace? space)
    {
        var shape = new Dictionary<string, object>
        {
            ["vectors"] = space is null ? new { } : new { dense = new { size = space.Dimension, distance = "Cosine" } },
            ["sparse_vectors"] = new { bm25 = new { modifier = "idf" } },
            ["strict_mode_config"] = new { enabled = true, unindexed_filtering_retrieve = false, unindexed_filtering_update = false },
        };
        if (space is not null && Quantization() is { } quantization)
        {
            shape["quantization_config"] = quantization;
        }

        return shape;
    }

    // Servers before 1.19 know only the older name of a place in memory.
    private object? Quantization()
        => (options.Quantization, _version!.HasMemory) switch
        {
            ("int8", true) => new { scalar = new { type = "int8", quantile = 0.99, memory = "pinned" } },
            ("int8", false) => new { scalar = new { type = "int8", quantile = 0.99, always_ram = true } },
            ("binary", true) => new { binary = new { memory = "pinned" } },
            ("binary", false) => new { binary = new { always_ram = true } },
            _ => null,
        };

    private async Task PointAliasAsync(string alias, string target, CancellationToken cancellationToken)
    {
        var now = await client.AskAsync(
            HttpMethod.Get,
            "aliases",
            null,
            r => r.GetProperty("aliases").EnumerateArray().Where(a => a.GetProperty("alias_name").GetString() == alias).Select(a => a.GetProperty("collection_name").GetString()).FirstOrDefault(),
            cancellationToken);
        if (now == target)
        {
            return;
        }

        var actions = new List<object>();
        if (now is not null)
        {
            actions.Add(new { delete_alias = new { alias_name = alias } });
        }

        actions.Add(new { create_alias = new { collection_name = target, alias_name = alias } });
        await client.WriteAsync(HttpMethod.Post, "collections/aliases", new { actions }, cancellationToken);
    }

    private async Task RemoveOthersAsync(string alias, HashSet<string> needed, CancellationToken cancellationToken)
    {
        foreach (var name in await client.AskAsync(
            HttpMethod.Get, "collections", null, r => r.GetProperty("collections").EnumerateArray().Select(c => c.GetProperty("name").GetString() ?? string.Empty).ToList(), cancellationToken))
        {
            if (name.StartsWith(alias + "_", StringComparison.Ordinal) && !needed.Contains(name))
            {
                await client.WriteAsync(HttpMethod.Delete, $"collections/{name}", null, cancellationToken);
            }
        }
    }

    /// <summary>Notices once a process what a server lost or kept too much of, for example when it was put back to an older state.</summary>
    private async Task CompareAsync(MirrorState state, IReadOnlyList<(string Name, MirroredSpace? Space)> collections, CancellationToken cancellationToken)
    {
        foreach (var (name, space) in collections)
        {
            var there = await client.AskAsync(
                HttpMethod.Post, $"collections/{name}/points/count", new { filter = QdrantFilter.All(state.Name), exact = true }, r => r.GetProperty("count").GetInt64(), cancellationToken);
            var wanted = (await store.CountsAsync([], cancellationToken)).Chunks;
            if (there == wanted || (await store.MirrorStateAsync(cancellationToken)).Pending)
            {
                continue;
            }

            await store.MarkStaleAsync(null, cancellationToken);
            if (there > wanted)
            {
                await client.WriteAsync(HttpMethod.Delete, $"collections/{name}", null, cancellationToken);
                await MakeAsync(name, space, cancellationToken);
                await PointAliasAsync(AliasOf(state), NameOf(state, state.Active), cancellationToken);
            }
        }
    }

    private static int SizeOf(JsonElement told) => told.GetProperty("config").GetProperty("params").GetProperty("vectors").GetProperty(Dense).GetProperty("size").GetInt32();

    private static HashSet<string> IndexedOf(JsonElement told)
        => told.TryGetProperty("payload_schema", out var schema) && schema.ValueKind == JsonValueKind.Object
            ? schema.EnumerateObject().Select(p => p.Name).ToHashSet(StringComparer.Ordinal)
            : [];

    private sealed record Prepared(string Key)
    {
        public static string KeyOf(MirrorState state) => string.Join('\n', state.Spaces.Select(s => $"{s.Active} {s.Dimension} {s.Id}"));
    }
}
