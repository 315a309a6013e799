using System.Diagnostics;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Evals.Cases;
using Copilot.Evals.Reports;

namespace Copilot.Evals.Running;

/// <summary>Asks <c>copilot route</c> where the routing questions go; no tool runs.</summary>
internal sealed class RoutingRunner(string program, string workingFolder, IReadOnlyDictionary<string, string?> settings)
{
    /// <summary>Routes the questions, one call of the program for each persona.</summary>
    public async Task<IReadOnlyList<RouteResult>> RunAsync(IReadOnlyList<RoutingCase> cases, CancellationToken cancellationToken)
    {
        var chosen = new Dictionary<RoutingCase, IReadOnlyList<string>>(ReferenceEqualityComparer.Instance);
        foreach (var persona in cases.GroupBy(c => c.As, StringComparer.Ordinal))
        {
            var asked = persona.ToList();
            var answers = await RouteAsync(persona.Key, asked, cancellationToken);
            for (var i = 0; i < asked.Count; i++)
            {
                chosen[asked[i]] = answers.GetValueOrDefault(i) ?? [];
            }
        }

        return [.. cases.Select(c => new RouteResult(c.Q, c.Tools, chosen[c], IsRight(c.Tools, chosen[c])))];
    }

    private static bool IsRight(IReadOnlyList<string> expected, IReadOnlyList<string> chosen)
        => expected.All(e => chosen.Any(c => Is(e, c))) && chosen.All(c => expected.Any(e => Is(e, c)));

    private static bool Is(string expected, string tool) => expected.Split('|', StringSplitOptions.TrimEntries).Contains(tool);

    private async Task<Dictionary<int, IReadOnlyList<string>>> RouteAsync(string persona, List<RoutingCase> asked, CancellationToken cancellationToken)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(file, asked.Select((c, i) => new JsonObject { ["id"] = $"{i}", ["query"] = c.Q, ["question"] = c.Q }.ToJsonString()), cancellationToken);
            var start = new ProcessStartInfo("dotnet", [program, "route", "--queries", file, "--json", "--as", persona, .. settings.Select(s => $"--{s.Key}={s.Value}")])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                WorkingDirectory = workingFolder,
            };
            using var process = Process.Start(start) ?? throw new CopilotException("dotnet can't be started; is it installed?");
            var lines = (await process.StandardOutput.ReadToEndAsync(cancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode != 0
                ? throw new CopilotException($"copilot route ended with {process.ExitCode}; its message stands above.")
                : lines.Select(l => JsonNode.Parse(l)!).ToDictionary(
                    l => int.Parse(l["id"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture),
                    l => (IReadOnlyList<string>)[.. l["tools"]!.AsArray().Select(t => t!["name"]!.GetValue<string>()).Distinct()]);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
