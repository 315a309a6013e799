using System.Globalization;
using System.Text;
using Copilot.Knowledge;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Host.Commands;

/// <summary>Answers a file of queries with a TREC run: <c>qid Q0 docid rank score tag</c>.</summary>
internal static class SearchBatch
{
    private const string Tag = "copilot";

    /// <summary>Runs every query.</summary>
    /// <param name="terminal">Where it runs.</param>
    /// <param name="query">What all queries share.</param>
    /// <param name="queries">The file with the queries.</param>
    /// <param name="run">The file to write.</param>
    /// <param name="cancellationToken">Stops between two queries.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(Terminal terminal, KnowledgeQuery query, FileInfo queries, FileInfo run, CancellationToken cancellationToken)
    {
        var asked = await JsonLines.ReadQueriesAsync(queries, cancellationToken);
        await using var house = await CopilotHost.StartAsync(terminal.House with { Listen = false, Prepare = HouseParts.Knowledge }, cancellationToken);
        var search = house.Services.GetRequiredService<KnowledgeSearch>();
        using var bar = new Progress(terminal, "searching");
        await using var writer = new StreamWriter(run.FullName, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        for (var i = 0; i < asked.Count; i++)
        {
            var found = await search.RankDocumentsAsync(query with { Text = asked[i].Query }, cancellationToken);
            foreach (var (document, rank) in found.Select((document, index) => (document, index + 1)))
            {
                await writer.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture, $"{Word(asked[i].Id)} Q0 {Word(document.DocumentId)} {rank} {document.Score:0.######} {Tag}"));
            }

            bar.Show(i + 1, asked.Count);
        }

        return 0;
    }

    // The format separates by spaces.
    private static string Word(string text) => string.Join('_', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
