using System.CommandLine;
using System.Globalization;
using Copilot.Host.Start;
using Copilot.Knowledge;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Host.Commands;

/// <summary><c>copilot ingest</c>.</summary>
internal static class IngestCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    /// <returns>The verb.</returns>
    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files and folders of Markdown or plain text.", Arity = ArgumentArity.OneOrMore };
        var collection = new Option<string?>("--collection") { Description = "The collection.", HelpName = "NAME" };
        var acl = new Option<string?>("--acl") { Description = "Who may read them, in the place of what the documents say: roles with commas between, or all.", HelpName = "ROLE,…" };
        var json = new Option<bool>("--json") { Description = "Writes the report as JSON and nothing else." };
        var command = new Command("ingest", "Takes documents into a knowledge collection; what has not changed costs nothing.") { paths, collection, acl, json };
        command.SetAction((arguments, cancellationToken) => RunAsync(
            terminal,
            [.. arguments.GetValue(paths)!.Select(path => Path.GetFullPath(path, terminal.House.WorkingFolder))],
            arguments.GetValue(collection),
            arguments.GetValue(acl)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            arguments.GetValue(json),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, string[] paths, string? collection, string[]? readers, bool json, CancellationToken cancellationToken)
    {
        await using var house = await CopilotHost.StartAsync(terminal.House with { Listen = false, Prepare = HouseParts.None }, cancellationToken);
        IngestReport report;
        using (var bar = new Progress(terminal, "ingesting"))
        {
            report = await house.Services.GetRequiredService<KnowledgeIntake>()
                .TakeAsync(paths, collection, readers, "system:terminal", new Told(bar), cancellationToken);
        }

        using (var bar = new Progress(terminal, "embedding"))
        {
            await house.Services.GetRequiredService<EmbeddingKeeper>().TendAsync(new Embedded(bar), cancellationToken);
        }

        foreach (var refused in report.Failed)
        {
            await terminal.RemarkAsync($"{refused.File}: {refused.Message}");
        }

        if (json)
        {
            await JsonLines.WriteAsync(terminal.Out, report);
        }
        else
        {
            foreach (var note in report.Notes)
            {
                await terminal.RemarkAsync($"{note.File}: {note.Message}");
            }

            await terminal.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Collection}: {report.Files} files, {report.Added} new, {report.Updated} changed, {report.Unchanged} as before, {report.Removed} gone, {report.Failed.Count} refused; {report.Passages} passages written"));
        }

        return report.Failed.Count == 0 ? 0 : 1;
    }

    // Not System.Progress, which reports later and from elsewhere: the bar would be drawn after its end.
    private sealed class Told(Progress bar) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) => bar.Show(value.Done, value.Total);
    }

    private sealed class Embedded(Progress bar) : IProgress<VectorProgress>
    {
        public void Report(VectorProgress value) => bar.Show(value.Done, value.Total);
    }
}
