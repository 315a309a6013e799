using System.CommandLine;
using System.Globalization;
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
        var day = new Option<string?>("--as-of") { Description = "The day whose documents hold, as 2026-03-31; the day the query names, or today, when left out.", HelpName = "DAY" };
        var explain = new Option<bool>("--explain") { Description = "Tells each passage's rank and score by words and by vector, and for operators what was filtered and why." };
        var persona = PersonaOption.Create();
        var json = new Option<bool>("--json") { Description = "Writes the passages as JSON and nothing else." };
        var command = new Command("search", "Finds passages, within the rights of a role.") { query, queries, run, collection, top, day, explain, persona, json };
        top.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 1000)
            {
                result.AddError("--top must be from 1 to 1000.");
            }
        });
        command.Validators.Add(result =>
        {
            if (result.GetValue(day) is { } written && Day(written) is null)
            {
                result.AddError("--as-of must be a day, written as 2026-03-31.");
            }

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
                AsOf = Day(arguments.GetValue(day)),
                Top = arguments.GetValue(top),
            };
            return arguments.GetValue(queries) is { } file
                ? await SearchBatch.RunAsync(terminal, wanted, file, arguments.GetValue(run)!, cancellationToken)
                : await OneAsync(terminal, wanted, arguments.GetValue(explain), arguments.GetValue(json), cancellationToken);
        });
        return command;
    }

    private static async Task<int> OneAsync(Terminal terminal, KnowledgeQuery query, bool explain, bool json, CancellationToken cancellationToken)
    {
        await using var house = await CopilotHost.StartAsync(terminal.House with { Listen = false, Prepare = HouseParts.Knowledge }, cancellationToken);
        var search = house.Services.GetRequiredService<KnowledgeSearch>();
        if (explain)
        {
            return await ExplainAsync(terminal, query, search, json, cancellationToken);
        }

        var hits = await search.SearchAsync(query, cancellationToken);
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

    private static async Task<int> ExplainAsync(Terminal terminal, KnowledgeQuery query, KnowledgeSearch search, bool json, CancellationToken cancellationToken)
    {
        var why = await search.ExplainAsync(query, asker: null, cancellationToken);
        if (json)
        {
            await JsonLines.WriteAsync(terminal.Out, new { query = query.Text, explanation = why });
        }
        else
        {
            await terminal.Out.WriteAsync(TerminalText.Clean(ExplainPage.Print(why)));
        }

        return 0;
    }

    private static DateOnly? Day(string? text)
        => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Revision(KnowledgeHit hit) => hit.Revision is null ? string.Empty : $", revision {hit.Revision}";
}
