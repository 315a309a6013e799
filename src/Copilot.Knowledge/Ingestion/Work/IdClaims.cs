using System.Collections.Concurrent;
using Copilot.Contracts;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Ingestion;

/// <summary>Gives each document an id of its own. Two files may not be the same document; names of files may be alike, then more of their path goes before.</summary>
internal sealed class IdClaims(IKnowledgeStore store)
{
    private readonly ConcurrentDictionary<DocumentKey, string> _claimed = new();

    /// <summary>Claims an id for a source until <see cref="Release"/>.</summary>
    /// <param name="task">The file.</param>
    /// <param name="label">Its label; the id it wants.</param>
    /// <param name="held">What the source holds now, or null.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>The id.</returns>
    /// <exception cref="CopilotException">It asks for an id that belongs to another file.</exception>
    public async Task<string> ClaimAsync(FileTask task, DocumentLabel label, StoredDocument? held, CancellationToken cancellationToken)
    {
        string? owner = null;
        foreach (var id in label.HasOwnId ? [label.Id] : Candidates(task, label, held))
        {
            owner = await OwnerAsync(new DocumentKey(task.Collection, id), task.Source, cancellationToken);
            if (owner is null)
            {
                return id;
            }
        }

        throw new CopilotException($"the id \"{label.Id}\" already belongs to {Path.GetFileName(owner)}; give this file an \"id:\" of its own.");
    }

    /// <summary>Gives a claim back; what was written keeps its id in the store.</summary>
    public void Release(string collection, string id, string source)
        => _claimed.TryRemove(KeyValuePair.Create(new DocumentKey(collection, id), source));

    private static IEnumerable<string> Candidates(FileTask task, DocumentLabel label, StoredDocument? held)
    {
        // A link to a document goes on leading to it, whatever has come to lie beside it.
        if (held is { Label.HasOwnId: false })
        {
            yield return held.Label.Id;
        }

        if (task.DefaultId is not null)
        {
            yield return task.DefaultId;
        }

        var outer = task.Source[..^Math.Min(task.Source.Length, task.Name.Length)].TrimEnd('/', '\\', '!');
        var folder = Path.GetFileName(outer);
        var file = Path.GetFileName(task.Name);
        yield return label.Id;
        yield return $"{folder}/{label.Id}";
        yield return $"{folder}/{file}";
        yield return $"{Path.GetFileName(Path.GetDirectoryName(outer))}/{folder}/{file}";
        yield return task.Source;
    }

    private async Task<string?> OwnerAsync(DocumentKey key, string source, CancellationToken cancellationToken)
    {
        var claimer = _claimed.GetOrAdd(key, source);
        if (claimer != source)
        {
            return claimer;
        }

        if (await store.HeldAsync(key, cancellationToken) is not { } held || held.Source == source)
        {
            return null;
        }

        var file = FileSource.Outermost(held.Source);
        if (FileSource.IsFile(file) && !File.Exists(file))
        {
            await store.RemoveAsync(key.Collection, held.Source, cancellationToken);
            return null;
        }

        _claimed.TryRemove(KeyValuePair.Create(key, source));
        return held.Source;
    }
}
