using System.Globalization;
using Copilot.Host.Settings;

namespace Copilot.Host.Start;

/// <summary>Takes the knowledge folder in; what has not changed costs a look at each file.</summary>
internal sealed class KnowledgeStart(KnowledgeIntake intake, CopilotSettings settings, ILogger<KnowledgeStart> logger) : IStartStep
{
    /// <inheritdoc/>
    public string Part => "knowledge";

    /// <inheritdoc/>
    public async Task<PartState> RunAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(settings.KnowledgeFolder))
        {
            Log.NoKnowledge(logger, settings.KnowledgeFolder);
            return new PartState(true, "no folder");
        }

        var report = await intake.TakeAsync([settings.KnowledgeFolder], collection: null, readers: null, "system:start", progress: null, cancellationToken);
        if (report.Failed.Count > 0)
        {
            Log.Refused(logger, report.Failed.Count, report.Failed[0].File);
        }

        return new PartState(true, string.Create(CultureInfo.InvariantCulture, $"{report.Files - report.Failed.Count} documents"));
    }
}
