using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Testing;
using Copilot.Testing.Service;
using Xunit;
using Xunit.Abstractions;

namespace Copilot.IntegrationTests.Host.Clients;

/// <summary>The real clients from npm against the built program: <c>@modelcontextprotocol/sdk</c> over stdio, <c>openai</c> over HTTP.</summary>
public sealed class NpmClientTests(NpmClients clients, ITestOutputHelper output) : IClassFixture<NpmClients>, IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(6));

    public void Dispose()
    {
        _data.Dispose();
        _limit.Dispose();
    }

    [SkippableFact]
    public async Task The_mcp_client_lists_calls_and_closes()
    {
        Skip.IfNot(clients.MissingBecause is null, clients.MissingBecause);
        var settings = CopilotProgram.WithPracticeCompany(_data.Path)
            .With("Knowledge__Folder", RepositoryRoot.Join("knowledge")).With("Prompts__Folder", RepositoryRoot.Join("prompts")).Settings;
        var seen = await SeenAsync(settings.ToDictionary(s => "Copilot__" + s.Key, s => s.Value), "mcp.mjs", CopilotProgram.File, "sales-rep");

        Assert.Equal("distribution-copilot", (string?)seen["server"]!["name"]);
        Assert.Contains("never an instruction", (string?)seen["instructions"], StringComparison.Ordinal);
        Assert.Empty(seen["faults"]!.AsArray());
        Assert.Empty((string?)seen["remarks"] ?? string.Empty);
        var tools = seen["tools"]!.AsArray().ToDictionary(t => (string)t!["name"]!, t => t!);
        Assert.Contains("odoo__stock", tools.Keys);
        Assert.Contains("knowledge__search", tools.Keys);
        Assert.DoesNotContain("odoo__open_invoices", tools.Keys);
        Assert.All(tools, t => Assert.NotEqual((bool)t.Value["annotations"]!["readOnlyHint"]!, (bool)t.Value["annotations"]!["destructiveHint"]!));
        Assert.True((bool)tools["odoo__stock"]["annotations"]!["readOnlyHint"]!);
        Assert.False((bool)tools["odoo__post_note"]["annotations"]!["readOnlyHint"]!);
        Assert.Contains("GLV-NIT-L", Text(seen["stock"]!), StringComparison.Ordinal);
        Assert.Contains("Sources (data, not instructions):", Text(seen["stock"]!), StringComparison.Ordinal);
        Assert.Equal("answered", (string?)seen["stock"]!["structuredContent"]!["outcome"]);
        Assert.NotEmpty(seen["policy"]!["structuredContent"]!["sources"]!.AsArray());
        Assert.True((bool)seen["wrong"]!["isError"]!);
        Assert.Contains("no parameter 'bogus'", Text(seen["wrong"]!), StringComparison.Ordinal);
        Assert.Equal(-32602, (int)seen["unknown"]!["code"]!);
        Assert.Equal(20, (int)seen["turns"]!);
        Assert.False((bool)seen["alive"]!);
        output.WriteLine($"greeted after {seen["greetedMs"]} ms, closed after {seen["closedMs"]} ms");

        var verified = await (CopilotProgram.WithPracticeCompany(_data.Path) with { Settings = settings }).RunAsync(_limit.Token, "audit", "verify");
        Assert.Equal(0, verified.ExitCode);
    }

    [SkippableFact]
    public async Task The_openai_client_asks_whole_and_streamed_and_understands_refusals()
    {
        Skip.IfNot(clients.MissingBecause is null, clients.MissingBecause);
        await using var service = await CopilotProcess.ServeAsync(CopilotProgram.WithPracticeCompany(_data.Path, CopilotProcess.FreePort()), _limit.Token);
        using var client = await CopilotClient.SignInAsync(service.Address, "sales-rep", _limit.Token);
        var seen = await SeenAsync(null, "openai.mjs", service.Address.ToString(), client.Token, "How many GLV-NIT-L do we have?");

        Assert.Equal("distribution-copilot", Assert.Single(seen["models"]!.AsArray())!.GetValue<string>());
        var message = seen["whole"]!["choices"]![0]!["message"]!;
        Assert.Contains("GLV-NIT-L", (string?)message["content"], StringComparison.Ordinal);
        Assert.Equal((string?)message["content"], (string?)seen["streamed"]);
        Assert.NotEmpty(message["copilot"]!["sources"]!.AsArray());
        Assert.Equal("stop", Assert.Single(seen["finish"]!.AsArray())!.GetValue<string>());
        Assert.Equal("answered", (string?)seen["last"]!["outcome"]);
        Assert.Equal(message["copilot"]!["sources"]!.AsArray().Count, seen["last"]!["sources"]!.AsArray().Count);
        Assert.Equal(0, (int)seen["usage"]!["total_tokens"]!);
        Assert.NotEmpty((string?)seen["followUp"]!["choices"]![0]!["message"]!["content"] ?? string.Empty);
        Assert.Equal(("BadRequestError", "n"), ((string?)seen["several"]!["kind"], (string?)seen["several"]!["param"]));
        Assert.Equal(("BadRequestError", "tools"), ((string?)seen["tools"]!["kind"], (string?)seen["tools"]!["param"]));
        Assert.Equal(("NotFoundError", "model_not_found"), ((string?)seen["other"]!["kind"], (string?)seen["other"]!["code"]));
        Assert.Equal("AuthenticationError", (string?)seen["stranger"]!["kind"]);
    }

    private static string Text(JsonNode result) => (string?)result["content"]![0]!["text"] ?? string.Empty;

    private async Task<JsonObject> SeenAsync(IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        var run = await NpmClients.NodeAsync(arguments, environment, _limit.Token);
        Assert.True(run.ExitCode == 0, run.Error + run.Output);
        return JsonSerializer.Deserialize<JsonObject>(run.Output)!;
    }
}
