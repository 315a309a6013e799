using System.Globalization;
using Copilot.Host.Settings;
using Copilot.Knowledge;

namespace Copilot.Host.Start;

/// <summary>
/// Takes the folders in; what has not changed costs a look at each file. A service waits for the texts, which are read quickly, and
/// leaves scans and office files to <see cref="KnowledgeWatch"/>; a verb of the terminal waits for everything.
/// </summary>
internal sealed class KnowledgeStart(
    KnowledgeIngestor ingestor, KnowledgeIntake intake, SourceKeeper keeper, CopilotHostOptions options, CopilotSettings settings, TimeProvider time, ILogger<KnowledgeStart> logger) : IStartStep
{
    /// <summary>The name of this part.</summary>
    public const string Name = "knowledge";

    private const string By = "system:start";

    // A folder of a hundred thousand texts must not keep the service shut for an hour.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public string Part => Name;

    /// <inheritdoc/>
    public async Task<PartState> RunAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(settings.KnowledgeFolder))
        {
            Log.NoKnowledge(logger, settings.KnowledgeFolder);
        }

        var run = await ingestor.BeginFoldersAsync(cancellationToken);
        IngestReport report;
        if (options.Listen)
        {
            await WaitForQuickAsync(run, cancellationToken);
            keeper.Follow(run, By);
            report = await ingestor.ReportAsync(run, cancellationToken);
        }
        else
        {
            report = await ingestor.FinishAsync(run, progress: null, cancellationToken);
            await intake.NoteAsync(report, By, readers: null, cancellationToken);
        }

        if (report.Failed.Count > 0)
        {
            Log.Refused(logger, report.Failed.Count, report.Failed[0].File);
        }

        return new PartState(true, report.Files == 0 && !Directory.Exists(settings.KnowledgeFolder)
            ? "no folder"
            : string.Create(CultureInfo.InvariantCulture, $"{report.Added + report.Updated + report.Unchanged} documents"));
    }

    private async Task WaitForQuickAsync(long run, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(LongestWait, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await ingestor.FinishQuickAsync(run, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The rest is read while questions are answered.
        }
    }
}
