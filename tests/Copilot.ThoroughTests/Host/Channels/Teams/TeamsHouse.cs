using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Host;
using Copilot.Host.Channels;
using Copilot.Host.Channels.Teams.People;
using Copilot.Host.Channels.Teams.Telling;
using Copilot.Host.Identity;
using Copilot.Testing.Approvals;
using Copilot.Testing.Service;
using Copilot.Testing.Teams;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels.Teams;

/// <summary>A house with a bot, and the Teams it serves, both on loopback.</summary>
public sealed class TeamsHouse : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private CopilotHost? house;

    public PracticeTeams Teams { get; private set; } = null!;

    internal ScriptedRunner Runner => (ScriptedRunner)Services.GetRequiredService<ITurnRunner>();

    internal IServiceProvider Services => house!.Services;

    internal Uri Address => house!.Address;

    /// <summary>Starts both.</summary>
    internal static async Task<TeamsHouse> StartAsync(Func<CopilotHostOptions, CopilotHostOptions>? change = null)
    {
        var house = new TeamsHouse();
        await house.InitializeAsync(change ?? (options => options));
        return house;
    }

    /// <summary>Starts both, with the real lock and an action on a practice business system behind them.</summary>
    internal static async Task<TeamsHouse> StartAsync(TemporaryFolder folder, PracticeErp erp, Action<IServiceCollection>? more = null, params (string Key, string? Value)[] settings)
    {
        var policies = folder.Join("policies.yaml");
        await File.WriteAllTextAsync(policies, $$"""
            version: 1
            grants: { sales-rep: [sales], operations-manager: [sales], accountant: [sales] }
            models: { cloud: { may_read: [], hide: [] }, in-house: { may_read: [], hide: [] } }
            actions:
              {{ActionHouse.Rules}}
            """);
        return await StartAsync(options => options with
        {
            Settings = new Dictionary<string, string?>([.. options.Settings, .. settings.Select(s => KeyValuePair.Create(s.Key, s.Value))]) { ["Copilot:Governance:Policies"] = policies },
            Configure = services =>
            {
                options.Configure!(services);
                services.AddSingleton<ITool>(new PracticeAction(erp));
                more?.Invoke(services);
            },
        });
    }

    /// <summary>Has a persona propose to move an order, as a question in some channel does.</summary>
    internal async Task<Proposal> ProposeAsync(PracticeErp erp, string channel, string persona = RoleNames.SalesRep, string day = "2026-12-01")
    {
        var caller = Personas.Find(persona)!.ToCaller();
        var request = new TurnRequest { TurnId = Guid.NewGuid().ToString("N"), ConversationId = "c", Question = "q", Caller = caller, Channel = channel };
        var call = new ToolCall { Id = "1", Tool = "practice.move_date", Arguments = new JsonObject { ["order"] = "S00042", ["day"] = day } };
        var verdict = await Services.GetRequiredService<IProposals>().ProposeAsync(request, call, PracticeAction.Draft(erp, day: day), [], new GuardVerdict { Allowed = true }, CancellationToken.None);
        return verdict.Proposal!;
    }

    /// <summary>A client that is signed in elsewhere.</summary>
    internal async Task<HttpClient> SignedInAsync(string persona)
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", await TestHouse.TokenAsync(client, persona));
        return client;
    }

    /// <summary>Links the person of the practice channel to a persona, as a code does.</summary>
    internal async Task LinkAsync(string persona = RoleNames.SalesRep, string person = PracticeTeams.Person, string conversation = "a:1xyz")
    {
        var (code, _) = await Services.GetRequiredService<PeopleDesk>().InviteAsync(Personas.Find(persona)!.ToCaller(), CancellationToken.None);
        await Teams.BringAsync(Teams.Message("link " + code, conversation, person: person));
        Assert.StartsWith("Hello", (await Teams.NextMessageAsync(conversation)).Text);
    }

    public Task InitializeAsync() => InitializeAsync(options => options);

    public async Task DisposeAsync()
    {
        await house!.DisposeAsync();
        await Teams.DisposeAsync();
        folder.Dispose();
    }

    private async Task InitializeAsync(Func<CopilotHostOptions, CopilotHostOptions> change)
    {
        Teams = await PracticeTeams.StartAsync();
        house = await CopilotHost.StartAsync(change(TestHouse.Options(folder, Teams.Settings())), CancellationToken.None);
        Teams.Bot = new Uri(house.Address, "/api/messages");

        // The first round of all only notes how far things are; what a test does comes after it.
        await Services.GetRequiredService<ProposalCourier>().RoundAsync(CancellationToken.None);
    }
}
