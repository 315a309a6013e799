using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Conversation.Prompts;

namespace Copilot.Host.Commands;

/// <summary>Reads of an evaluation's report what the record of the prompts needs.</summary>
internal static class EvalReportFile
{
    /// <summary>Reads a report.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The run, and the hash of each prompt it was made with.</returns>
    /// <exception cref="BadInputException">The file is no report, or the run did not pass.</exception>
    public static async Task<(PromptEvalRun Run, IReadOnlyDictionary<string, string> Examined)> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            throw new BadInputException($"There is no file {file.FullName}. copilot eval --out DIR writes DIR/report.json.");
        }

        try
        {
            var report = JsonNode.Parse(await File.ReadAllTextAsync(file.FullName, cancellationToken))!.AsObject();
            if (!(bool)report["passed"]!)
            {
                throw new BadInputException("This run did not keep all of its gates, so it is no ground for a prompt.");
            }

            var figures = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
            foreach (var gate in report["gates"]!.AsArray())
            {
                figures[(string)gate!["name"]!] = (decimal)gate["found"]!;
            }

            var run = new PromptEvalRun([.. report["suites"]!.AsArray().Select(s => (string)s!)], (DateTimeOffset)report["at"]!, figures);
            return (run, report["prompts"]!.AsArray().ToDictionary(p => (string)p!["name"]!, p => (string)p!["hash"]!, StringComparer.Ordinal));
        }
        catch (Exception e) when (e is JsonException or NullReferenceException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new BadInputException($"{file.Name} is not a report of copilot eval of this version.");
        }
    }
}
