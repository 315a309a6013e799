using System.Globalization;
using System.Net;
using System.Text.Json;
using Copilot.Contracts;
using Copilot.Host;
using Copilot.Host.Commands;
using Copilot.Testing;
using Copilot.Testing.Service;
using Microsoft.Extensions.Logging;
using Xunit;
using Xunit.Abstractions;

namespace Copilot.IntegrationTests.Host;

/// <summary>A sales representative can't get what only accounting or purchasing may see: by no phrasing, by no door.</summary>
public sealed class RightsProofTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Curious = "sales-rep";
    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _terminalData = new();
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(5));
    private readonly int _port = CopilotProcess.FreePort();
    private CopilotProcess _service = null!;
    private ForbiddenFacts _forbidden = null!;

    public async Task InitializeAsync()
    {
        _service = await CopilotProcess.ServeAsync(CopilotProgram.WithPracticeCompany(_data.Path, _port), _limit.Token);
        using var books = new PracticeBooks(_port);
        _forbidden = await ForbiddenFacts.ReadAsync(books, Curious, _limit.Token);
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        _data.Dispose();
        _terminalData.Dispose();
        _limit.Dispose();
    }

    [Fact]
    public async Task By_REST_and_by_every_source_link_nothing_closed_is_shown()
    {
        using var client = await CopilotClient.SignInAsync(_service.Address, Curious, _limit.Token);
        var leaks = new List<string>();
        foreach (var question in Phrasings.All)
        {
            await foreach (var update in client.EventsAsync(question, _limit.Token))
            {
                var shown = JsonSerializer.SerializeToElement(update);
                leaks.AddRange(Leaks(question, ShownLines.Of(shown)));
                if (update["type"]!.GetValue<string>() == "turn")
                {
                    leaks.AddRange(await SourceLeaksAsync(client, question, update["turn"].Deserialize<Turn>(ContractJson.Options)!));
                }
            }
        }

        output.WriteLine($"{Phrasings.All.Count} phrasings against {_forbidden.Count} closed facts");
        Assert.Empty(leaks);
    }

    [Fact]
    public async Task By_the_hub_nothing_closed_is_shown()
    {
        using var client = await CopilotClient.SignInAsync(_service.Address, Curious, _limit.Token);
        var leaks = new List<string>();
        foreach (var question in Phrasings.All)
        {
            var events = await HubClient.AskAsync(_service.Address, client.Token, question, _limit.Token);
            Assert.Contains(events, e => e["type"]?.ToString() == "turn");
            leaks.AddRange(events.SelectMany(e => Leaks(question, ShownLines.Of(JsonSerializer.SerializeToElement(e)))));
        }

        Assert.Empty(leaks);
    }

    [Fact]
    public async Task By_the_terminal_nothing_closed_is_shown()
    {
        var house = new CopilotHostOptions
        {
            ReadEnvironment = false,
            WorkingFolder = RepositoryRoot.Path,
            LogLevel = LogLevel.Error,
            Settings = new Dictionary<string, string?>
            {
                ["Copilot:Data"] = _terminalData.Path,
                ["Copilot:Odoo:Url"] = $"http://127.0.0.1:{_port}",
                ["Copilot:Odoo:Database"] = "distributor",
                ["Copilot:Odoo:Service:Login"] = "admin",
                ["Copilot:Odoo:Service:Secret"] = "admin",
                ["Copilot:Demo:Enabled"] = "true",
                ["Copilot:Demo:Accounts"] = string.Join(',', RoleNames.All.Select(r => $"{r}={r}:{r}")),
            },
        };
        var leaks = new List<string>();
        foreach (var question in Phrasings.All)
        {
            using var shown = new StringWriter();
            using var remarks = new StringWriter();
            var terminal = new Terminal { Out = shown, Error = remarks, House = house };
            await CopilotCommands.RunAsync(["ask", question, "--as", Curious], terminal, _limit.Token);
            Assert.True(shown.ToString().Length > 20, remarks.ToString());
            leaks.AddRange(Leaks(question, ShownLines.OfText(shown + "\n" + remarks)));
        }

        Assert.Empty(leaks);
    }

    [Fact]
    public async Task The_same_questions_show_closed_facts_to_the_operations_manager_so_the_watch_can_fail()
    {
        using var client = await CopilotClient.SignInAsync(_service.Address, "operations-manager", _limit.Token);
        var seen = new List<string>();
        foreach (var question in Phrasings.All)
        {
            seen.AddRange(Leaks(question, ShownLines.Of(JsonSerializer.SerializeToElement(await client.AskAsync(question, null, _limit.Token), ContractJson.Options))));
        }

        var kinds = seen.Select(leak => leak.Split("] ")[1]).CountBy(what => what[..3]).ToDictionary();
        output.WriteLine(string.Join(", ", kinds.Select(kind => $"{kind.Key}… {kind.Value}")));
        Assert.All(["INV", "S05", "ope", "rec"], kind => Assert.Contains(kind, kinds.Keys));
    }

    [Fact]
    public async Task Planted_secrets_are_found_and_other_figures_are_not()
    {
        using var books = new PracticeBooks(_port);
        var product = (await books.ReadAsync("product.product", "[['default_code','=','GLV-NIT-L']]", _limit.Token, "standard_price", "list_price"))[0];
        var partner = (await books.ReadAsync("res.partner", "[['name','like','Baltic Timber']]", _limit.Token, "name", "credit_limit"))[0];
        string[] planted =
        [
            string.Create(CultureInfo.InvariantCulture, $"GLV-NIT-L costs us €{product["standard_price"]!.GetValue<decimal>():0.00} a box"),
            string.Create(CultureInfo.InvariantCulture, $"{partner["name"]}: credit limit {partner["credit_limit"]!.GetValue<decimal>():#,0}"),
            "Adhesives &amp; Sealants | 24 % | 33 %",
        ];
        Assert.All(planted, line => Assert.NotEmpty(_forbidden.In([line], string.Empty)));
        Assert.Empty(_forbidden.In([string.Create(CultureInfo.InvariantCulture, $"GLV-NIT-L sells for €{product["list_price"]!.GetValue<decimal>() + 0.01m:0.00}")], string.Empty));
    }

    [Fact]
    public async Task Turns_and_sources_of_another_person_do_not_exist()
    {
        using var owner = await CopilotClient.SignInAsync(_service.Address, "accountant", _limit.Token);
        using var other = await CopilotClient.SignInAsync(_service.Address, Curious, _limit.Token);
        var turn = await owner.AskAsync("Which invoices are overdue, and by how much?", null, _limit.Token);
        var source = Assert.IsType<string>(turn.Sources[0].Id);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync($"/api/v1/sources/{turn.TurnId}/{source}", _limit.Token)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/api/v1/sources/{turn.TurnId}/{source}", _limit.Token)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/api/v1/conversations/{turn.ConversationId}", _limit.Token)).Status);
        var (status, text) = await other.GetAsync($"/api/v1/audit/turns/{turn.TurnId}", _limit.Token);
        Assert.True(status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, status.ToString());
        Assert.DoesNotContain("INV/", text, StringComparison.Ordinal);
    }

    private async Task<IEnumerable<string>> SourceLeaksAsync(CopilotClient client, string question, Turn turn)
    {
        var leaks = new List<string>();
        foreach (var source in turn.Sources)
        {
            var (status, text) = await client.GetAsync($"/api/v1/sources/{turn.TurnId}/{source.Id}", _limit.Token);
            if (status == HttpStatusCode.OK)
            {
                using var view = JsonDocument.Parse(text);
                leaks.AddRange(Leaks("source of " + question, ShownLines.Of(view.RootElement)));
            }
        }

        return leaks;
    }

    private IEnumerable<string> Leaks(string question, IEnumerable<string> shown)
        => _forbidden.In(shown, question).Select(leak => $"[{question}] {leak}");
}
