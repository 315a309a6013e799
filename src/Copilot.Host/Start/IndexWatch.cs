using Copilot.Knowledge;

namespace Copilot.Host.Start;

/// <summary>Looks again and again whether the index outside the store is in step; how it stands shows in <c>/readyz</c>, while the store answers whatever it does not.</summary>
internal sealed class IndexWatch(SearchIndex index, Readiness readiness, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (readiness.HasStarted)
            {
                readiness.Note(IndexStart.Name, ok: true, (await index.TendAsync(stoppingToken)).Text);
            }
        }
    }
}
