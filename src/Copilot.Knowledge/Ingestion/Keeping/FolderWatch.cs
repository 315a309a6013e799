namespace Copilot.Knowledge.Ingestion;

/// <summary>
/// Watches a folder. What the system tells is only a hint (it forgets events, and says nothing of network drives): the folder itself is
/// looked at when it has come to rest, and every few minutes all the same.
/// </summary>
internal sealed class FolderWatch : IDisposable
{
    /// <summary>How long a folder must be quiet before it is looked at: a file that is being copied is told of again and again.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _time;
    private readonly FileSystemWatcher? _watcher;
    private long _first;
    private long _last;

    /// <summary>Begins to watch.</summary>
    public FolderWatch(string folder, TimeProvider time)
    {
        _time = time;
        try
        {
            _watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true, InternalBufferSize = 64 * 1024 };
            _watcher.Changed += (_, _) => Note();
            _watcher.Created += (_, _) => Note();
            _watcher.Deleted += (_, _) => Note();
            _watcher.Renamed += (_, _) => Note();
            _watcher.Error += (_, _) => Note();
            _watcher.EnableRaisingEvents = true;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // No such folder yet, or the system's watches are used up: the regular look does without.
            _watcher?.Dispose();
            _watcher = null;
        }
    }

    /// <summary>Gets a value indicating whether the system tells of changes.</summary>
    public bool IsTold => _watcher is not null;

    /// <summary>Says whether something changed and the folder has come to rest since, or has not for long; asking answers for what happened before.</summary>
    public bool IsDue()
    {
        var (first, last, now) = (Interlocked.Read(ref _first), Interlocked.Read(ref _last), _time.GetTimestamp());
        if (last == 0 || (_time.GetElapsedTime(last, now) < Quiet && _time.GetElapsedTime(first, now) < LongestWait))
        {
            return false;
        }

        Interlocked.CompareExchange(ref _last, 0, last);
        Interlocked.Exchange(ref _first, 0);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _watcher?.Dispose();

    private void Note()
    {
        // 0 means nothing happened.
        var now = Math.Max(1, _time.GetTimestamp());
        Interlocked.CompareExchange(ref _first, now, 0);
        Interlocked.Exchange(ref _last, now);
    }
}
