using System.Data.Common;
using System.Text.Json;
using Copilot.Contracts;
using Copilot.Host.Start;

namespace Copilot.Host.Channels.Web;

/// <summary>
/// Tells people in the web chat when a proposal they may see was made or has changed, in whichever channel and at whichever node: the client method <c>proposals</c>, with the proposal as
/// each person sees it. A line that was down missed something: whoever comes back reads again.
/// </summary>
internal sealed class ProposalPush(IProposalFeed feed, WebListeners listeners, LinePost post, Readiness readiness, TimeProvider time, ILogger<ProposalPush> logger) : BackgroundService
{
    /// <summary>The client's method.</summary>
    public const string Method = "proposals";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _one = new(1, 1);

    // Up to where this node's clients were told; what happened before the node served is read by clients when they begin.
    private long? _told;

    /// <summary>Tells everybody what has happened since the last time.</summary>
    /// <param name="cancellationToken">Stops before the next change.</param>
    /// <returns>How many changes there were.</returns>
    public async Task<int> TellAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_told is not { } upTo)
            {
                _told = await feed.LatestAsync(cancellationToken);
                return 0;
            }

            var news = await feed.AfterAsync(upTo, cancellationToken);
            var people = news.Count > 0 ? listeners.People() : [];
            foreach (var change in news)
            {
                await TellAsync(change, people, cancellationToken);
                _told = change.Number;
            }

            return news.Count;
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
                if (readiness.HasStarted)
                {
                    await TellAsync(stoppingToken);
                }
            }
            catch (Exception down) when (down is CopilotException or DbException or IOException or TimeoutException)
            {
                // What was not told stays news until the store is back.
                Log.ProposalsUntold(logger, down.GetType().Name);
            }
        }
    }

    private async Task TellAsync(ProposalNews change, IReadOnlyList<(Caller Caller, IReadOnlyList<string> Connections, DateTimeOffset Since)> people, CancellationToken cancellationToken)
    {
        var here = people.Where(p => p.Caller.Tenant == change.Tenant).ToDictionary(p => p.Caller.Id, StringComparer.Ordinal);
        foreach (var seen in await feed.ShowAsync(change.Tenant, change.ProposalId, [.. here.Values.Select(p => p.Caller)], cancellationToken))
        {
            // Written once for all lines of the person.
            post.Bring(here[seen.Reader.Id].Connections, Method, change.ProposalId, JsonSerializer.SerializeToElement(seen.Proposal, ContractJson.Options));
        }
    }
}
