namespace Copilot.Knowledge.Ingestion;

/// <summary>A source while it is kept up to date.</summary>
internal sealed class KeptSource : IDisposable
{
    private static readonly TimeSpan Rescan = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan RescanUntold = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time;
    private readonly FolderWatch? _watch;
    private long? _looked;

    /// <summary>Takes it under care.</summary>
    public KeptSource(KnowledgeSource source, bool looked, TimeProvider time)
    {
        (Source, _time) = (source, time);
        _watch = source is { Refresh.Watched: true, Folder: not null } ? new FolderWatch(source.Folder, time) : null;
        _looked = looked || !source.Refresh.AtStart ? time.GetTimestamp() : null;
    }

    /// <summary>Gets the source.</summary>
    public KnowledgeSource Source { get; }

    /// <summary>Says whether it is to be looked at now; asking answers for what changed before.</summary>
    public bool IsDue()
    {
        var since = _looked is { } looked ? _time.GetElapsedTime(looked) : (TimeSpan?)null;
        var due = since is null
            || _watch?.IsDue() == true
            || since >= Source.Refresh.Every
            || (Source.Refresh.Watched && since >= (_watch?.IsTold == true ? Rescan : RescanUntold));
        _looked = due ? _time.GetTimestamp() : _looked;
        return due;
    }

    /// <inheritdoc/>
    public void Dispose() => _watch?.Dispose();
}
