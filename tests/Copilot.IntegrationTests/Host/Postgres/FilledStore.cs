using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Documents.Desk.Stores;
using Copilot.Forecasting.Overrides;
using Copilot.Forecasting.Ready;
using Copilot.Governance;
using Copilot.Governance.Approvals;
using Copilot.Governance.Audit;
using Copilot.Governance.Budgets;
using Copilot.Host;
using Copilot.Host.Channels.Helpdesk.Store;
using Copilot.Host.Channels.Teams.Store;
using Copilot.Host.Identity.Accounts;
using Copilot.Host.Storage;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Testing;
using Copilot.Testing.Service;
using Copilot.Testing.Storage;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging;

namespace Copilot.IntegrationTests.Host.Postgres;

/// <summary>An embedded store that was in use: more rows than fit into a batch, two tenants, text of all kinds.</summary>
internal sealed class FilledStore : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Data => _folder.Path;

    public string File => Path.Combine(Data, "copilot.db");

    /// <summary>A house on this store, or on PostgreSQL with this store's key.</summary>
    public CopilotHostOptions House(string? store = null) => new()
    {
        ReadEnvironment = false,
        WorkingFolder = RepositoryRoot.Path,
        LogLevel = LogLevel.None,
        Settings = new Dictionary<string, string?> { ["Copilot:Data"] = Data, ["Copilot:Store"] = store, ["Copilot:Sandbox:Port"] = "0", ["Copilot:Knowledge:Folder"] = Path.Combine(Data, "none") },
    };

    /// <summary>What a store that is up to date holds.</summary>
    private static IReadOnlyList<SchemaStep> Steps { get; } =
    [
        .. TurnSchemaStore.Steps, .. LiveTurnSchemaStore.Steps, .. AuditSchemaStore.Steps, .. BudgetSchemaStore.Steps, .. ProposalSchemaStore.Steps, .. CaseSchemaStore.Steps, .. DeskSchemaStore.Steps, .. AccountLinkStore.Steps, .. TeamsSchemaStore.Steps, .. SidebarStore.Steps, .. OverrideSchemaStore.Steps, .. ReadySchemaStore.Steps,
    ];

    public async Task FillAsync(int turns = 2300, int entries = 1200)
    {
        await using var database = new SqliteDatabase(File);
        using var node = new NodeFiles(Data);
        await new SchemaStore(database, Steps, TimeProvider.System).ApplyAsync(CancellationToken.None);
        var store = new TurnStore(database, node, TimeProvider.System);
        foreach (var turn in new[] { "t1", "t2" })
        {
            var request = PracticeTurns.Request(turn: turn, question: "Where is \"S00042\"? ümläute, 数量 und \uD83D\uDE9A\n\t\\");
            await store.BeginAsync(request, DateTimeOffset.UnixEpoch, CancellationToken.None);
            await store.FinishAsync(PracticeTurns.Finished(request), CancellationToken.None);
        }

        await new ConversationStore(database, TimeProvider.System).RateAsync(PracticeTurns.Caller(), "t2", "down", null, "no", CancellationToken.None);
        await AddTurnsAsync(database, turns);
        await AuditAsync(database, node, entries);
    }

    /// <summary>Uses the store some more.</summary>
    public async Task UseAsync()
    {
        await using var database = new SqliteDatabase(File);
        using var node = new NodeFiles(Data);
        await new ConversationStore(database, TimeProvider.System).RateAsync(PracticeTurns.Caller(), "t1", "up", null, null, CancellationToken.None);
        await database.WriteAsync(t => t.Connection!.Execute("DELETE FROM turns WHERE id = 'x00001'", transaction: t), CancellationToken.None);
        await AuditAsync(database, node, 30);
    }

    /// <summary>Does to the database what its owner can do.</summary>
    public async Task TamperAsync(string sql)
    {
        await using var database = new SqliteDatabase(File);
        await database.WriteAsync(t => t.Connection!.Execute(sql, transaction: t), CancellationToken.None);
    }

    public void Dispose() => _folder.Dispose();

    private static Task<int> AddTurnsAsync(SqliteDatabase database, int count)
        => database.WriteAsync(
            t => t.Connection!.Execute(
                "INSERT INTO turns (id, conversation_id, tenant, owner, channel, node, question, state, started_at) VALUES (@id, 'c1', 'default', 'demo:sales-rep', 'rest', 'gone', @question, 'running', '2026')",
                Enumerable.Range(0, count).Select(i => new { id = string.Create(CultureInfo.InvariantCulture, $"x{i:D5}"), question = i == 7 ? "a\0b" : "Question " + i }),
                t),
            CancellationToken.None);

    private async Task AuditAsync(SqliteDatabase database, NodeFiles node, int count)
    {
        var options = new GovernanceOptions { SealKeyFile = Path.Combine(Data, "audit.key"), WitnessFile = Path.Combine(Data, "audit.witness") };
        using var witness = new ChainWitness(options, NullLogger<ChainWitness>.Instance);
        var trail = new AuditTrail(new AuditStore(database, witness), new SealKey(options), node);
        for (var i = 0; i < count; i++)
        {
            await trail.AppendAsync(
                new AuditEntry
                {
                    Tenant = i % 10 == 0 ? "other" : "default",
                    Kind = AuditEntryKind.SourceOpened,
                    TurnId = $"t{i}",
                    CallerId = "demo:sales-rep",
                    At = DateTimeOffset.UnixEpoch.AddSeconds(i),
                    Content = new JsonObject { ["n"] = i, ["text"] = "quotes \" and \\, 数量, \0 and \uD83D\uDE9A" },
                },
                CancellationToken.None);
        }
    }
}
