using Copilot.Contracts;
using Copilot.Governance;
using Copilot.Governance.Audit;
using Copilot.Governance.Budgets;
using Copilot.Governance.Masking;
using Copilot.Governance.Pace;
using Copilot.Governance.Policies;
using Copilot.Governance.Policies.Rulebook;
using Copilot.Governance.Policies.Rules;
using Copilot.Governance.Screening;
using Copilot.Host.Storage;
using Copilot.Testing;
using Copilot.Testing.Service;
using Microsoft.Extensions.AI;

namespace Copilot.Testing.Governance;

/// <summary>The lock with the product's own policies, on a store of its own.</summary>
public sealed class GovernanceBench : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteDatabase database;

    public GovernanceBench()
    {
        database = new SqliteDatabase(Path.Combine(folder.Path, "copilot.db"));
        Options = new GovernanceOptions { SealKeyFile = Path.Combine(folder.Path, "audit.key") };
    }

    internal static PolicyFile Policies { get; } = PolicyFileReader.Load(RepositoryRoot.Join("policies", "policies.yaml"));

    internal GovernanceOptions Options { get; }

    internal TestTime Time { get; } = new();

    internal IStoreDatabase Database => database;

    internal static PolicyEngine Engine(PolicyFile? policies = null) => new(
        [new KnownArgumentsRule(), new RoleGrantsRule(policies ?? Policies), new NoUnapprovedWritesRule(), new SuspiciousTurnRule(), .. (policies ?? Policies).Rules.Select(r => new PolicyFileRule(r))]);

    internal Guard Guard(PolicyFile? policies = null) => new(policies ?? Policies, Engine(policies), new QuestionLimit(new PaceStore(database), Options, Time), new AnswerScreen(Options), Options);

    internal ModelMasking Masking(PolicyFile? policies = null) => new(policies ?? Policies, new MaskKey(new SealKey(Options)));

    internal ModelBudget Budget(PolicyFile policies) => new(policies, new BudgetStore(database), Time);

    internal async Task<GovernanceBench> OpenAsync()
    {
        await new SchemaStore(database, BudgetSchemaStore.Steps, TimeProvider.System).ApplyAsync(CancellationToken.None);
        return this;
    }

    internal static Caller Caller(params string[] roles)
        => new() { Id = "demo:" + string.Join('+', roles), DisplayName = "Someone", Roles = roles, Companies = [new CompanyRef(1, "Meridian Industrial Supply")] };

    internal static TurnRequest Request(string question = "q", Caller? caller = null, string turn = "t1", string conversation = "c1")
        => new() { TurnId = turn, ConversationId = conversation, Question = question, Caller = caller ?? Caller(RoleNames.SalesRep), Channel = "web" };

    internal static ChatModel Model(bool inHouse = false) => new()
    {
        Name = "m",
        Client = new SilentClient(),
        ContextTokens = 8000,
        MaxOutputTokens = 1000,
        InHouse = inHouse,
        IsAvailable = () => true,
        EstimateTokens = t => t.Length / 3,
        CostOf = _ => 0,
    };

    internal static EntityNames NoNames { get; } = new() { Entities = [], Numbers = [] };

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>A clock that stands until it is moved.</summary>
    internal sealed class TestTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 10, 9, 0, 30, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    /// <summary>A model that is never asked.</summary>
    private sealed class SilentClient : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
            => throw new InvalidOperationException("No model is asked here.");

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
            => throw new InvalidOperationException("No model is asked here.");

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
