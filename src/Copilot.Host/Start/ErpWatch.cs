namespace Copilot.Host.Start;

/// <summary>Looks again and again whether the business system answers, so that <c>/readyz</c> tells the present and a late start heals by itself.</summary>
internal sealed class ErpWatch(ErpProbe probe, Readiness readiness, TimeProvider time, ILogger<ErpWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (!readiness.HasStarted)
            {
                continue;
            }

            var was = readiness.Parts.GetValueOrDefault(ErpStart.Name);
            var now = await probe.AskAsync(stoppingToken);
            readiness.Note(ErpStart.Name, now.Ok, now.Text);
            if (now.Ok && was is { Ok: false })
            {
                Log.ErpBack(logger);
            }
        }
    }
}
