using Copilot.Contracts;

namespace Copilot.Knowledge.Ingestion;

/// <summary>The sources under care, read again when their file changes.</summary>
internal sealed class WatchState : IDisposable
{
    private readonly KnowledgeOptions _options;
    private readonly TimeProvider _time;
    private List<KeptSource> _kept = [];
    private FileStamp? _stamp;
    private long _swept;

    /// <summary>Begins.</summary>
    public WatchState(KnowledgeOptions options, TimeProvider time)
    {
        (_options, _time, _swept) = (options, time, time.GetTimestamp());
    }

    /// <summary>Gets the sources.</summary>
    public SourceList List { get; private set; } = new([], null);

    /// <summary>Reads the sources when their file changed; what was right before stays while the new file is wrong.</summary>
    /// <returns>What is wrong with it, once; or null.</returns>
    public string? Reload()
    {
        var stamp = SourcesFile.PathOf(_options) is { } path ? FileStamp.Of(path) : new FileStamp(-1, 0);
        if (stamp == _stamp)
        {
            return null;
        }

        var first = _stamp is null;
        _stamp = stamp;
        try
        {
            List = SourcesFile.Read(_options);
        }
        catch (CopilotException e)
        {
            return e.Message;
        }

        foreach (var old in _kept)
        {
            old.Dispose();
        }

        // Folders were looked at when the service started; when the file changes, everything is looked at again.
        _kept = [.. List.Sources.Select(s => new KeptSource(s, looked: first && s.Folder is not null, _time))];
        return null;
    }

    /// <summary>Gets the sources that are to be looked at now.</summary>
    public IReadOnlyList<KnowledgeSource> Due() => [.. _kept.Where(k => k.IsDue()).Select(k => k.Source)];

    /// <summary>Says whether it is time to clear away.</summary>
    public bool IsSweepDue(TimeSpan every)
    {
        if (_time.GetElapsedTime(_swept) < every)
        {
            return false;
        }

        _swept = _time.GetTimestamp();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _kept.ForEach(k => k.Dispose());
}
