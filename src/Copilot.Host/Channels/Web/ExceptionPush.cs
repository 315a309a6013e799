using System.Data.Common;
using System.Runtime.ExceptionServices;
using Copilot.Contracts;

namespace Copilot.Host.Channels.Web;

/// <summary>Tells people in the web chat of new exceptions that concern them: the client method <c>exceptions</c>, at most once in the configured pace, what came in between together.</summary>
internal sealed class ExceptionPush(IExceptionFeed feed, WebListeners listeners, LinePost post, TimeProvider time, ILogger<ExceptionPush> logger) : BackgroundService
{
    /// <summary>The client's method.</summary>
    public const string Method = "exceptions";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    // A case gets its moment before it can be read: what began shortly before the line did is news as well, or it would be told to nobody.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _one = new(1, 1);

    // By person: up to when they were told, and when. Whoever has left is forgotten.
    private readonly Dictionary<(string Tenant, string Id), (DateTimeOffset UpTo, DateTimeOffset? ToldAt)> _told = [];

    /// <summary>Tells everybody once who is due.</summary>
    /// <param name="cancellationToken">Stops before the next person.</param>
    /// <returns>How many people were told something.</returns>
    /// <exception cref="CopilotException">Somebody's rights can't be asked just now; the others were told.</exception>
    public async Task<int> TellAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var people = listeners.People();
            foreach (var gone in _told.Keys.Except(people.Select(p => (p.Caller.Tenant, p.Caller.Id))).ToList())
            {
                _told.Remove(gone);
            }

            var told = 0;
            ExceptionDispatchInfo? trouble = null;
            foreach (var (caller, connections, since) in people)
            {
                try
                {
                    told += await TellAsync(caller, connections, since, cancellationToken) ? 1 : 0;
                }
                catch (CopilotException one)
                {
                    // The rights of one person can't be asked; that is no reason to keep it from the others.
                    trouble ??= ExceptionDispatchInfo.Capture(one);
                }
            }

            trouble?.Throw();
            return told;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TellAsync(stoppingToken);
            }
            catch (Exception down) when (down is CopilotException or DbException or IOException or TimeoutException)
            {
                // Nobody who was not told is marked as told, so it is told when things are back.
                Log.ExceptionsUntold(logger, down.GetType().Name);
            }
        }
    }

    private async Task<bool> TellAsync(Caller caller, IReadOnlyList<string> connections, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var (upTo, toldAt) = _told.TryGetValue((caller.Tenant, caller.Id), out var known) ? known : (since - Overlap, null);
        if (toldAt + feed.Pace > time.GetUtcNow())
        {
            return false;
        }

        var news = await feed.NewsAsync(caller, upTo, cancellationToken);
        _told[(caller.Tenant, caller.Id)] = (news.UpTo, news.Cases.Count > 0 ? time.GetUtcNow() : toldAt);
        if (news.Cases.Count == 0)
        {
            return false;
        }

        post.Bring(connections, Method, string.Empty, new { count = news.Open, news = news.Cases.Select(c => c.Id).ToArray() });
        return true;
    }
}
