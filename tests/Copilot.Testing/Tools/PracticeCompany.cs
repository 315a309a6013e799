using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Documents;
using Copilot.Forecasting;
using Copilot.Governance.Policies;
using Copilot.Governance.Policies.Rulebook;
using Copilot.Host.Storage;
using Copilot.Odoo;
using Copilot.Odoo.Client;
using Copilot.Odoo.Exceptions;
using Copilot.Odoo.Exceptions.Watching;
using Copilot.Odoo.Purchasing.Matching;
using Copilot.Sandbox;
using Copilot.Testing.Service;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.Testing.Tools;

/// <summary>The practice company on a free port, the real client, the tools over the business system, and its people.</summary>
public sealed class PracticeCompany : IAsyncLifetime
{
    private static readonly CompanyRef Industrial = new(1, "Meridian Industrial Supply");
    private static readonly CompanyRef Packaging = new(2, "Meridian Packaging");

    private readonly TemporaryFolder folder = new();

    private SqliteDatabase? database;
    private NodeFiles? node;
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

    /// <summary>Where its Odoo listens.</summary>
    public Uri Address => server!.Address;

    public DateTimeOffset Now { get; } = TimeProvider.System.GetUtcNow();

    public static Caller As(string role) => People.Single(p => p.Roles.Contains(role));

    /// <summary>What is attached to each question of a tool that reads attachments: a supplier's invoice for one of the company's orders.</summary>
    public PracticePapers Papers { get; } = new();

    public ITool Tool(string name) => Tools.Single(t => t.Definition.Name == name);

    public async Task InitializeAsync()
    {
        server = await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, TimeProvider.System, CancellationToken.None);
        database = new SqliteDatabase(Path.Combine(folder.Path, "copilot.db"));
        node = new NodeFiles(folder.Path);
        var real = Collection(server.Address).BuildServiceProvider();
        services = Collection(server.Address)
            .AddSingleton<IOdooClient>(new CountingOdooClient(real.GetRequiredService<IOdooClient>()))
            .BuildServiceProvider();
        Papers.Paper = await PracticePaper.WriteAsync(real.GetRequiredService<IOdooClient>(), As(RoleNames.OperationsManager), folder.Path);
        Papers.Proof = await PracticeProof.WriteAsync(real.GetRequiredService<IOdooClient>(), As(RoleNames.OperationsManager), folder.Path);
        await new SchemaStore(database, services.GetServices<SchemaStep>(), TimeProvider.System).ApplyAsync(CancellationToken.None);
    }

    /// <summary>Has the company looked through for exceptions, once.</summary>
    public Task WatchAsync() => services!.GetRequiredService<ExceptionWatch>().FreshenAsync(CancellationToken.None);

    public async Task DisposeAsync()
    {
        await services!.DisposeAsync();
        node!.Dispose();
        await database!.DisposeAsync();
        await server!.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>Runs a tool as a person, with a permit for exactly this call.</summary>
    public async Task<ToolResult> RunAsync(Caller caller, string tool, JsonObject arguments, RecordRef? focus = null)
    {
        Client.Reset();
        var call = new ToolCall { Id = "c1", Tool = tool, Arguments = arguments };
        var context = new ToolContext { Caller = caller, TurnId = "t1", Question = string.Empty, Now = Now, Focus = focus, Attachments = Tool(tool).Definition.ReadsAttachments ? [PracticePapers.Attachment] : [] };
        return await Tool(tool).RunAsync(context, call, Permits.For(call, caller), CancellationToken.None);
    }

    private static Caller Person(string role, string name, params CompanyRef[] companies)
        => new() { Id = $"demo:{role}", DisplayName = name, Roles = [role], Companies = companies };

    /// <summary>The room's services over another address of the same company, with one try a call.</summary>
    internal ServiceProvider ServicesAt(Uri address, TimeSpan patience) => Collection(address).Configure<OdooOptions>(o => (o.ReadRetries, o.ReadTimeout) = (0, patience)).BuildServiceProvider();

    private IServiceCollection Collection(Uri address) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddSingleton<IErpCredentials, PersonaLogins>()
        .AddForecasting()
        .AddOdoo(o =>
        {
            o.Url = address.ToString();
            o.Database = "distributor";
        })
        .AddSingleton<IStoreDatabase>(database!)
        .AddSingleton<INodeRoster>(node!)
        .AddSingleton<IDataGrants>(new DataGrants(PolicyFileReader.Load(RepositoryRoot.Join("policies", "policies.yaml"))))
        .AddDocuments(new DocumentsOptions())
        .AddSingleton<IAttachedFiles>(Papers)
        .AddDocumentMatching()
        .AddExceptions();

    private sealed class PersonaLogins : IErpCredentials
    {
        public ValueTask<ErpCredential> ForAsync(Caller caller, CancellationToken cancellationToken)
            => ValueTask.FromResult(caller.Id == ServiceAccount.Id ? new ErpCredential("admin", "admin") : new ErpCredential(caller.Roles[0], caller.Roles[0]));
    }
}
