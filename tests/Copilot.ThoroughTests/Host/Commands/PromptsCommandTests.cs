using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Host.Commands;
using Copilot.Testing;
using Copilot.Testing.Service;
using Xunit;

namespace Copilot.ThoroughTests.Host.Commands;

public sealed class PromptsCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public PromptsCommandTests()
    {
        foreach (var file in Directory.EnumerateFiles(RepositoryRoot.Join("prompts"), "*.yaml", SearchOption.AllDirectories))
        {
            var copy = folder.Join(Path.Combine("prompts", Path.GetRelativePath(RepositoryRoot.Join("prompts"), file)));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_run_is_recorded_checked_and_later_changes_are_shown()
    {
        Assert.Equal(1, (await RunAsync("check")).Code);
        var (_, json, _) = await RunAsync("check", "--json");
        var report = await ReportAsync(passed: true, JsonNode.Parse(json)!["prompts"]!.DeepClone());

        Assert.Equal(0, (await RunAsync("record", report)).Code);
        var (code, output, error) = await RunAsync("check");
        Assert.Equal(0, code);
        Assert.Contains("answer/turn", output);
        Assert.Contains("voices on 2026-11-21", output);
        Assert.Empty(error);

        var path = folder.Join("prompts/answer/turn.yaml");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("You are the copilot", "You are a copilot", StringComparison.Ordinal));
        var (changed, _, said) = await RunAsync("check");
        Assert.Equal(1, changed);
        Assert.Contains("answer/turn: its text differs from version 1 on record", said);
        Assert.Contains("+  You are a copilot", (await RunAsync("diff", "answer/turn")).Output);
        Assert.Empty((await RunAsync("diff", "answer/repair")).Output);
        Assert.Equal("answer/turn", JsonDocument.Parse((await RunAsync("diff", "--json")).Output).RootElement.GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_run_that_fell_short_is_not_recorded()
    {
        var (_, json, _) = await RunAsync("check", "--json");
        var report = await ReportAsync(passed: false, JsonNode.Parse(json)!["prompts"]!.DeepClone());

        var (code, _, error) = await RunAsync("record", report);

        Assert.Equal(2, code);
        Assert.Contains("did not keep all of its gates", error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"passed\":\"yes\"}")]
    [InlineData("{\"passed\":true}")]
    [InlineData("{\"passed\":true,\"gates\":[{}],\"suites\":[],\"prompts\":[]}")]
    public async Task A_file_that_is_no_report_is_bad_input(string text)
    {
        await File.WriteAllTextAsync(folder.Join("report.json"), text);
        Assert.Equal(2, (await RunAsync("record", folder.Join("report.json"))).Code);
    }

    [Fact]
    public async Task A_prompt_that_can_not_be_used_is_told_with_its_line()
    {
        await File.WriteAllTextAsync(folder.Join("prompts/answer/turn.yaml"), "name: answer_turn\nversion: none\n");
        var (code, _, error) = await RunAsync("check");

        Assert.Equal(1, code);
        Assert.Contains("turn.yaml, line 1: 'template' is missing", error);
    }

    private async Task<string> ReportAsync(bool passed, JsonNode prompts)
    {
        var report = new JsonObject
        {
            ["passed"] = passed,
            ["suites"] = new JsonArray("voices"),
            ["at"] = "2026-11-21T08:00:00+00:00",
            ["gates"] = new JsonArray(new JsonObject { ["name"] = "facts right, %", ["found"] = 99.5, ["limit"] = 95, ["passed"] = passed }),
            ["prompts"] = prompts,
        };
        await File.WriteAllTextAsync(folder.Join("report.json"), report.ToJsonString());
        return folder.Join("report.json");
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var house = TestHouse.Options(folder);
        var settings = new Dictionary<string, string?>(house.Settings) { ["Copilot:Prompts:Folder"] = folder.Join("prompts") };
        var terminal = new Terminal { Out = output, Error = error, House = house with { Settings = settings } };
        var code = await CopilotCommands.RunAsync(["prompts", .. args], terminal, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }
}
