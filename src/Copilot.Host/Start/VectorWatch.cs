using Copilot.Knowledge;

namespace Copilot.Host.Start;

/// <summary>Looks again and again whether passages lack a vector; trouble with an endpoint shows in <c>/readyz</c> and is tried again, while questions are answered by words.</summary>
internal sealed class VectorWatch(EmbeddingKeeper keeper, Readiness readiness, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            if (readiness.HasStarted)
            {
                readiness.Note(VectorStart.Name, ok: true, (await keeper.TendAsync(progress: null, stoppingToken)).Text);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
