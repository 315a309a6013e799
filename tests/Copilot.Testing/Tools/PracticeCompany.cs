using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo;
using Copilot.Odoo.Client;
using Copilot.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.Testing.Tools;

/// <summary>The practice company on a free port, the real client, the tools of the business system, and its people.</summary>
public sealed class PracticeCompany : IAsyncLifetime
{
    private static readonly CompanyRef Industrial = new(1, "Meridian Industrial Supply");
    private static readonly CompanyRef Packaging = new(2, "Meridian Packaging");

    private SandboxServer? server;
    private ServiceProvider? services;

    /// <summary>The personas of the demo, with every right there is to have.</summary>
    public static IReadOnlyList<Caller> People { get; } =
    [
        Person(RoleNames.SalesRep, "Sofia Marin", Industrial),
        Person(RoleNames.WarehouseSupervisor, "Bram de Wit", Industrial),
        Person(RoleNames.ServiceAgent, "Lena Vogt", Industrial, Packaging),
        Person(RoleNames.Purchaser, "Tomás Ferreira", Industrial, Packaging),
        Person(RoleNames.Accountant, "Claire Dubois", Industrial, Packaging),
        Person(RoleNames.OperationsManager, "Henrik Aalto", Industrial, Packaging),
        Person(RoleNames.Auditor, "Nadia Petrova", Industrial, Packaging),
    ];

    public IReadOnlyList<ITool> Tools => [.. services!.GetServices<ITool>()];

    /// <summary>Round trips to Odoo since the last reset.</summary>
    public int RoundTrips => Client.RoundTrips;

    public void ResetRoundTrips() => Client.Reset();

    private CountingOdooClient Client => (CountingOdooClient)services!.GetRequiredService<IOdooClient>();

    public IServiceProvider Services => services!;

    public DateTimeOffset Now { get; } = TimeProvider.System.GetUtcNow();

    public static Caller As(string role) => People.Single(p => p.Roles.Contains(role));

    public ITool Tool(string name) => Tools.Single(t => t.Definition.Name == name);

    public async Task InitializeAsync()
    {
        server = await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, TimeProvider.System, CancellationToken.None);
        var real = Collection().BuildServiceProvider();
        services = Collection()
            .AddSingleton<IOdooClient>(new CountingOdooClient(real.GetRequiredService<IOdooClient>()))
            .BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await services!.DisposeAsync();
        await server!.DisposeAsync();
    }

    /// <summary>Runs a tool as a person, with a permit for exactly this call.</summary>
    public async Task<ToolResult> RunAsync(Caller caller, string tool, JsonObject arguments, RecordRef? focus = null)
    {
        Client.Reset();
        var call = new ToolCall { Id = "c1", Tool = tool, Arguments = arguments };
        var context = new ToolContext { Caller = caller, TurnId = "t1", Question = string.Empty, Now = Now, Focus = focus };
        return await Tool(tool).RunAsync(context, call, Permits.For(call, caller), CancellationToken.None);
    }

    private static Caller Person(string role, string name, params CompanyRef[] companies)
        => new() { Id = $"demo:{role}", DisplayName = name, Roles = [role], Companies = companies };

    private IServiceCollection Collection() => new ServiceCollection()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddSingleton<IErpCredentials, PersonaLogins>()
        .AddOdoo(o =>
        {
            o.Url = server!.Address.ToString();
            o.Database = "distributor";
        });

    private sealed class PersonaLogins : IErpCredentials
    {
        public ValueTask<ErpCredential> ForAsync(Caller caller, CancellationToken cancellationToken)
            => ValueTask.FromResult(new ErpCredential(caller.Roles[0], caller.Roles[0]));
    }
}
