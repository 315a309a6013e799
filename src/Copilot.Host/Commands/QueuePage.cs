using System.Globalization;
using System.Text;
using Copilot.Knowledge;

namespace Copilot.Host.Commands;

/// <summary>Prints what ingestion is doing.</summary>
internal static class QueuePage
{
    private const int ShownRuns = 5;

    /// <summary>Prints what waits, what is being read, the last runs, and what failed and why.</summary>
    public static string Print(IngestProgressView view)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{view.Waiting} files wait, {view.Running.Count} are being read{Rate(view)}");
        foreach (var file in view.Running)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  reading {Line(file.File)}: {file.Pages} pages, {file.Passages} passages{(file.Attempt > 1 ? $", attempt {file.Attempt}" : string.Empty)}");
        }

        foreach (var run in view.Runs.Take(ShownRuns))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{(run.FinishedAt is null ? "running" : "done")}: {Line(run.What)} into {run.Collection}, {run.Done} of {run.Files} files, {run.Pages} pages, {run.Passages} passages; {run.Added} new, {run.Updated} changed, {run.Unchanged} as before, {run.Removed} gone, {run.Refused} refused");
        }

        foreach (var failed in view.Failed)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"refused: {Line(failed.File)} ({failed.Collection}): {Line(failed.Message)}");
        }

        if (view.RefusedUploads > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"refused: {view.RefusedUploads} uploads; their owners were told why");
        }

        return text.ToString();
    }

    // A name with a line break must not look like a line of ours.
    private static string Line(string text) => TerminalText.Clean(text).ReplaceLineEndings(" ");

    private static string Rate(IngestProgressView view)
        => view.FilesPerSecond > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {view.FilesPerSecond:0.##} files and {view.PassagesPerSecond:0.##} passages a second") : string.Empty;
}
