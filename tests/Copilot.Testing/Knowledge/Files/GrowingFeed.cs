using System.Collections.Concurrent;
using System.Globalization;
using Copilot.Contracts;

namespace Copilot.Testing.Knowledge.Files;

/// <summary>A feed for tests: documents are put in and taken out, changes are numbered.</summary>
public sealed class GrowingFeed : IDocumentFeed
{
    private readonly Dictionary<string, (FeedEntry Entry, string Text, int Change)> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _gone = new(StringComparer.Ordinal);
    private int _change;

    public string Name => "erp";

    /// <summary>The keys that were fetched; several are fetched side by side.</summary>
    public ConcurrentQueue<string> Fetched { get; } = [];

    /// <summary>Whether fetching fails as it does when the other system is down.</summary>
    public bool IsDown { get; set; }

    public void Put(string key, string text, Func<FeedEntry, FeedEntry>? with = null)
    {
        var entry = new FeedEntry { Key = key, Name = key + ".txt", Title = "Paper " + key, Version = (++_change).ToString(CultureInfo.InvariantCulture), Gate = new RecordRef("sale.order", 1) };
        _documents[key] = (with is null ? entry : with(entry), text, _change);
        _gone.Remove(key);
    }

    public void Remove(string key)
    {
        _documents.Remove(key);
        _gone[key] = ++_change;
    }

    public Task<FeedChanges> ChangesAsync(string? since, CancellationToken cancellationToken)
    {
        var after = since is null ? 0 : int.Parse(since, CultureInfo.InvariantCulture);
        return Task.FromResult(new FeedChanges(
            [.. _documents.Values.Where(d => d.Change > after).Select(d => d.Entry)],
            since is null ? [] : [.. _gone.Where(g => g.Value > after).Select(g => g.Key)],
            _change.ToString(CultureInfo.InvariantCulture)));
    }

    public async Task<bool> FetchAsync(FeedEntry entry, string path, CancellationToken cancellationToken)
    {
        if (IsDown)
        {
            throw new CopilotException("the business system does not answer.");
        }

        Fetched.Enqueue(entry.Key);
        if (!_documents.TryGetValue(entry.Key, out var document))
        {
            return false;
        }

        await File.WriteAllTextAsync(path, document.Text, cancellationToken);
        return true;
    }

    public Task<IReadOnlySet<RecordRef>> ReadableAsync(Caller caller, IReadOnlyCollection<RecordRef> records, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlySet<RecordRef>>(records.ToHashSet());
}
