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
        var paths = new Argument<string[]>("PATH") { Description = "Files and folders: Markdown, text, HTML, CSV, PDF, Office, pictures, e-mails, archives.", Arity = ArgumentArity.ZeroOrMore };
        var source = new Option<string?>("--source") { Description = "A source of sources.json in the place of paths, or all of them.", HelpName = "NAME|all" };
        var collection = new Option<string?>("--collection") { Description = "The collection.", HelpName = "NAME" };
        var acl = new Option<string?>("--acl") { Description = "Who may read them, in the place of what the documents say: roles with commas between, or all.", HelpName = "ROLE,…" };
        var status = new Option<bool>("--status") { Description = "Takes nothing in; shows the queue: what waits, what is being read, what was done last, what failed and why." };
        var json = new Option<bool>("--json") { Description = "Writes the report as JSON and nothing else." };
        var command = new Command("ingest", "Takes documents into a knowledge collection; what has not changed costs nothing.") { paths, source, collection, acl, status, json };
        command.SetAction((arguments, cancellationToken) => arguments.GetValue(status) ? ShowAsync(
            terminal,
            (arguments.GetValue(paths) ?? []).Length > 0 || arguments.GetValue(source) is not null || arguments.GetValue(collection) is not null || arguments.GetValue(acl) is not null,
            arguments.GetValue(json),
            cancellationToken) : RunAsync(
            terminal,
            [.. (arguments.GetValue(paths) ?? []).Select(path => Path.GetFullPath(path, terminal.House.WorkingFolder))],
            arguments.GetValue(source),
            arguments.GetValue(collection),
            arguments.GetValue(acl)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            arguments.GetValue(json),
            cancellationToken));
        return command;
    }

    private static async Task<int> ShowAsync(Terminal terminal, bool takes, bool json, CancellationToken cancellationToken)
    {
        if (takes)
        {
            throw new BadInputException("--status takes nothing in; leave out paths, --source, --collection and --acl.");
        }

        await using var house = await CopilotHost.StartAsync(terminal.House with { Listen = false, Prepare = HouseParts.None }, cancellationToken);
        var view = await house.Services.GetRequiredService<KnowledgeIngestor>().ProgressAsync(cancellationToken);
        if (json)
        {
            await JsonLines.WriteAsync(terminal.Out, view);
        }
        else
        {
            await terminal.Out.WriteAsync(QueuePage.Print(view));
        }

        return 0;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, string[] paths, string? source, string? collection, string[]? readers, bool json, CancellationToken cancellationToken)
    {
        if (paths.Length == 0 == source is null)
        {
            throw new BadInputException("Name files and folders, or a source with --source.");
        }

        if (source is not null && (collection is not null || readers is not null))
        {
            throw new BadInputException("A source says itself which collection its documents go to and who may read them; leave out --collection and --acl.");
        }

        var parts = source is null ? HouseParts.None : HouseParts.Business;
        await using var house = await CopilotHost.StartAsync(terminal.House with { Listen = false, Prepare = parts }, cancellationToken);
        IngestReport report;
        using (var bar = new Progress(terminal, "ingesting"))
        {
            var intake = house.Services.GetRequiredService<KnowledgeIntake>();
            report = source is null
                ? await intake.TakeAsync(paths, collection, readers, "system:terminal", new Told(bar), cancellationToken)
                : await intake.TakeSourceAsync(source == "all" ? null : source, "system:terminal", new Told(bar), cancellationToken);
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
                $"{report.Collection}: {report.Files} files, {report.Added} new, {report.Updated} changed, {report.Unchanged} as before, {report.Removed} gone, {report.Failed.Count} refused; {report.Passages} passages written{Pages(report)} in {report.Seconds:0.0} s"));
        }

        return report.Failed.Count == 0 ? 0 : 1;
    }

    private static string Pages(IngestReport report)
        => report.Pages == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" from {report.Pages} pages");

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
