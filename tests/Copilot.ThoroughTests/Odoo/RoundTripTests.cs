using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Testing;
using Copilot.Testing.Tools;
using Xunit;
using Xunit.Abstractions;

namespace Copilot.ThoroughTests.Odoo;

/// <summary>How often each tool asks Odoo: the list in the documentation names every tool, and what is counted stays below it.</summary>
[Collection(PracticeCompanyCollection.Name)]
public sealed partial class RoundTripTests(PracticeCompany company, ITestOutputHelper output)
{
    [Fact]
    public void The_list_names_every_tool_with_the_bound_it_promises()
        => Assert.Equal(
            company.Tools.OrderBy(t => t.Definition.Name, StringComparer.Ordinal).Select(t => (t.Definition.Name, t.Definition.MaxRoundTrips)),
            Listed().Select(row => (row.Tool, row.Bound)));

    [Fact]
    public async Task No_call_asks_more_often_than_the_list_says()
    {
        var listed = Listed().ToDictionary(row => row.Tool, row => row.Bound);
        var over = new List<string>();
        foreach (var (tool, samples) in await ToolSuites.CallsAsync(company))
        {
            var most = 0;
            foreach (var sample in samples)
            {
                await company.RunAsync(PracticeCompany.As(RoleNames.OperationsManager), tool, (JsonObject)JsonNode.Parse(sample)!);
                most = Math.Max(most, company.RoundTrips);
            }

            output.WriteLine($"| `{tool}` | {company.Tool(tool).Definition.MaxRoundTrips} | {most} |");
            if (most == 0 || most > listed.GetValueOrDefault(tool))
            {
                over.Add($"{tool}: {most} calls, listed {listed.GetValueOrDefault(tool)}");
            }
        }

        Assert.Empty(over);
    }

    private static IReadOnlyList<(string Tool, int Bound)> Listed()
        => [.. File.ReadLines(RepositoryRoot.Join("docs", "odoo-round-trips.md")).Select(line => Row().Match(line)).Where(m => m.Success).Select(m => (m.Groups[1].Value, int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture)))];

    [GeneratedRegex(@"^\| `([a-z]+\.[a-z_]+)` \| (\d+) \|")]
    private static partial Regex Row();
}
