using System.CommandLine;
using Copilot.Contracts;
using Copilot.Knowledge;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Host.Commands;

/// <summary><c>copilot search</c>: retrieval alone, for one query or a file of them.</summary>
internal static class SearchCommand
{
    private const int ExcerptLength = 300;

    /// <summary>Makes the verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    /// <returns>The verb.</returns>
    public static Command Create(Terminal terminal)
    {
        var query = new Argument<string?>("QUERY") { Description = "The query, in quotes.", Arity = ArgumentArity.ZeroOrOne };
        var queries = new Option<FileInfo?>("--queries") { Description = "A file with one query a line: {\"id\":\"…\",\"query\":\"…\"}.", HelpName = "FILE.jsonl" };
        var run = new Option<FileInfo?>("--run") { Description = "Where the results of --queries go, as a TREC run.", HelpName = "FILE.trec" };
        var collection = new Option<string?>("--collection") { Description = "The collection; all when left out.", HelpName = "NAME" };
        var top = new Option<int>("--top") { Description = "How many results, 1 to 1,000.", HelpName = "N", DefaultValueFactory = _ => 10 };
        var persona = PersonaOption.Create();
        var json = new Option<bool>("--json") { Description = "Writes the passages as JSON and nothing else." };
        var command = new Command("search", "Finds passages, within the rights of a role.") { query, queries, run, collection, top, persona, json };
        top.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 1000)
            {
                result.AddError("--top must be from 1 to 1000.");
            }
        });
        command.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValue(query)) == (result.GetValue(queries) is null))
            {
                result.AddError("Write either a QUERY or --queries FILE.jsonl.");
            }

            if ((result.GetValue(queries) is null) != (result.GetValue(run) is null))
            {
                result.AddError("--queries and --run belong together.");
            }
        });
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var wanted = new KnowledgeQuery
            {
                Text = arguments.GetValue(query) ?? string.Empty,
                Caller = arguments.Caller(persona),
                Collection = arguments.GetValue(collection),
                Top = arguments.GetValue(top),
            };
            return arguments.GetValue(queries) is { } file
                ? await SearchBatch.RunAsync(terminal, wanted, file, arguments.GetValue(run)!, cancellationToken)
                : await OneAsync(terminal, wanted, arguments.GetValue(json), cancellationToken);
        });
        return command;
    }

    private static async Task<int> OneAsync(Terminal terminal, KnowledgeQuery query, bool json, CancellationToken cancellationToken)
    {
        await using var house = await CopilotHost.StartAsync(terminal.House with { Listen = false, Prepare = HouseParts.Knowledge }, cancellationToken);
        var hits = await house.Services.GetRequiredService<KnowledgeSearch>().SearchAsync(query, cancellationToken);
        if (json)
        {
            await JsonLines.WriteAsync(terminal.Out, new { query = query.Text, hits });
            return 0;
        }

        if (hits.Count == 0)
        {
            await terminal.Out.WriteLineAsync("Nothing found.");
        }

        foreach (var (hit, rank) in hits.Select((hit, index) => (hit, index + 1)))
        {
            var place = string.Join(" › ", hit.Place.HeadingPath);
            var text = string.Join(' ', hit.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            var excerpt = text.Length <= ExcerptLength ? text : text[..ExcerptLength] + "…";
            await terminal.Out.WriteLineAsync(TerminalText.Clean(FormattableString.Invariant($"{rank}. {hit.Title}{Revision(hit)}  ({hit.Score:0.000})\n   {place}\n   {excerpt}\n")));
        }

        return 0;
    }

    private static string Revision(KnowledgeHit hit) => hit.Revision is null ? string.Empty : $", revision {hit.Revision}";
}
