using System.Globalization;
using Copilot.Knowledge;

namespace Copilot.Host.Start;

/// <summary>Keeps the library up to date while the service runs, and shows in <c>/readyz</c> how far it is.</summary>
internal sealed class KnowledgeWatch(
    SourceKeeper keeper, KnowledgeIngestor ingestor, KnowledgeIntake intake, Readiness readiness, TimeProvider time, ILogger<KnowledgeWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (!readiness.HasStarted)
        {
            await timer.WaitForNextTickAsync(stoppingToken);
        }

        var idle = readiness.Parts.GetValueOrDefault(KnowledgeStart.Name)?.Text ?? "ready";
        await Task.WhenAll(keeper.RunAsync(TellAsync, stoppingToken), ShowAsync(timer, idle, stoppingToken));
    }

    private async Task TellAsync(IngestReport report, string what, CancellationToken cancellationToken)
    {
        if (report.Added + report.Updated + report.Removed + report.Failed.Count > 0)
        {
            Log.Ingested(logger, what, report.Added, report.Updated, report.Removed, report.Failed.Count);
        }

        await intake.NoteAsync(report, what.StartsWith("system:", StringComparison.Ordinal) ? what : $"system:source:{what}", readers: null, cancellationToken);
    }

    private async Task ShowAsync(PeriodicTimer timer, string idle, CancellationToken cancellationToken)
    {
        var shown = string.Empty;
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            var view = await ingestor.ProgressAsync(cancellationToken);
            var busy = view.Waiting + view.Running.Count;

            // Nobody has to sign in to read this: numbers, no names.
            var refused = view.Failed.Count + view.RefusedUploads;
            var text = busy == 0 && refused == 0 ? idle
                : string.Create(CultureInfo.InvariantCulture, $"{idle}; {busy} files to read ({view.Running.Sum(r => r.Pages)} pages so far), {refused} refused");
            if (text != shown)
            {
                readiness.Note(KnowledgeStart.Name, ok: true, shown = text);
            }
        }
    }
}
