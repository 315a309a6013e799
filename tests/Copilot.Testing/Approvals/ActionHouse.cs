using Copilot.Contracts;
using Copilot.Conversation;
using Copilot.Governance;
using Copilot.Governance.Approvals;
using Copilot.Governance.Audit;
using Copilot.Governance.Budgets;
using Copilot.Testing.Conversation;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Testing.Approvals;

/// <summary>One node with the real lock, logbook and conversation over a practice business system. Several may share a store, a folder and a business system.</summary>
public sealed class ActionHouse : IAsyncDisposable
{
    /// <summary>Rules for the practice action: 500 oneself, 5,000 somebody else, above that two.</summary>
    public const string Rules = """
        currency: EUR
          expires_after_hours: 24
          own_approval_up_to: { operations-manager: 10000, others: 500 }
          above_own_ask: [operations-manager]
          rules:
            - name: dates
              say: ask_requester
              when: { tools: [practice.move_date] }
              above:
                - { amount: 1000, say: ask_role, roles: [operations-manager] }
                - { amount: 5000, say: two_persons, roles: [operations-manager, accountant] }
        """;

    private readonly ServiceProvider _services;
    private readonly string _prompts;
    private int _turns;

    internal ActionHouse(IStoreDatabase database, INodeRoster node, string folder, PracticeErp erp, TimeProvider time, string rules = Rules)
    {
        Erp = erp;
        _prompts = PromptsOf();
        var policies = Path.Combine(_prompts, "policies.yaml");
        File.WriteAllText(policies, $$"""
            version: 1
            grants:
              sales-rep: [sales]
              accountant: [sales, receivables]
              operations-manager: [sales]
              purchaser: [stock]
            models: { cloud: { may_read: [], hide: [] }, in-house: { may_read: [], hide: [] } }
            actions:
              {{rules}}
            """);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(time).AddSingleton(database).AddSingleton(node);
        services.AddGovernance(new GovernanceOptions { SealKeyFile = Path.Combine(folder, "audit.key"), WitnessFile = Path.Combine(_prompts, "audit.witness"), PoliciesFile = policies });
        services.AddSingleton<ITurnStore>(Rooms).AddSingleton<IEntityCatalog>(Rooms);
        services.AddSingleton<ITool>(PracticeTools.Orders()).AddSingleton<ITool>(new PracticeAction(erp));
        services.AddConversation(new ConversationOptions { PromptsFolder = _prompts });
        _services = services.BuildServiceProvider();
    }

    internal static IReadOnlyList<SchemaStep> Steps { get; } = [.. AuditSchemaStore.Steps, .. BudgetSchemaStore.Steps, .. ProposalSchemaStore.Steps];

    public PracticeErp Erp { get; }

    public PracticeRooms Rooms { get; } = new();

    public IProposals Proposals => _services.GetRequiredService<IProposals>();

    public IApprovalDesk Desk => _services.GetRequiredService<IApprovalDesk>();

    public IProposalFeed Feed => _services.GetRequiredService<IProposalFeed>();

    public AuditReader Audit => _services.GetRequiredService<AuditReader>();

    internal ProposalStore Store => _services.GetRequiredService<ProposalStore>();

    internal ProposalView View => _services.GetRequiredService<ProposalView>();

    internal Approvers Who => _services.GetRequiredService<Approvers>();

    public Task<int> TendAsync() => _services.GetRequiredService<ProposalCare>().TendAsync(CancellationToken.None);

    public static Caller Person(string role, string name = "") => new()
    {
        Id = $"demo:{role}{name}",
        DisplayName = $"{role}{name}",
        Roles = [role],
        Companies = [new CompanyRef(1, "Meridian Industrial Supply")],
    };

    public static Caller Rep { get; } = Person(RoleNames.SalesRep);

    public static Caller Boss { get; } = Person(RoleNames.OperationsManager);

    public static Caller Books { get; } = Person(RoleNames.Accountant);

    /// <summary>Proposes as a turn would.</summary>
    public async Task<ProposalVerdict> ProposeAsync(Caller caller, string day = "2026-12-01", string channel = "web", IReadOnlyList<string>? signals = null, string conversation = "c1")
    {
        var request = new TurnRequest { TurnId = $"p{Interlocked.Increment(ref _turns)}", ConversationId = conversation, Question = "q", Caller = caller, Channel = channel };
        var call = new ToolCall { Id = request.TurnId + "/1", Tool = "practice.move_date", Arguments = new() { ["order"] = "S00042", ["day"] = day } };
        return await Proposals.ProposeAsync(request, call, PracticeAction.Draft(Erp, day: day), [], new GuardVerdict { Allowed = true, Signals = signals ?? [] }, CancellationToken.None);
    }

    public Task<ApprovalVerdict> ApproveAsync(Caller caller, Proposal proposal, string? fingerprint = null)
        => Desk.DecideAsync(caller, proposal.Id, new ApprovalDecision(DecisionKind.Approved, "rest", null, fingerprint), CancellationToken.None);

    public Task<ApprovalVerdict> RejectAsync(Caller caller, Proposal proposal, string? why = null)
        => Desk.DecideAsync(caller, proposal.Id, new ApprovalDecision(DecisionKind.Rejected, "rest", why), CancellationToken.None);

    public async Task<Proposal> SeeAsync(Caller caller, Proposal proposal) => (await Desk.FindAsync(caller, proposal.Id, CancellationToken.None))!;

    /// <summary>Asks in words, as somebody in a conversation.</summary>
    public async Task<Turn> AskAsync(string question, Caller? caller = null, string conversation = "c1", string channel = "web")
    {
        var request = new TurnRequest { TurnId = $"t{Interlocked.Increment(ref _turns)}", ConversationId = conversation, Question = question, Caller = caller ?? Rep, Channel = channel };
        Turn? turn = null;
        await foreach (var update in _services.GetRequiredService<TurnPipeline>().RunAsync(request, CancellationToken.None))
        {
            turn = (update as TurnFinished)?.Turn ?? turn;
        }

        return turn!;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_prompts, recursive: true);
    }

    /// <summary>The practice routing, and examples of the action.</summary>
    private static string PromptsOf()
    {
        var folder = Directory.CreateTempSubdirectory("copilot-actions-").FullName;
        var from = RepositoryRoot.Join("tests", "Copilot.Testing", "Conversation", "prompts");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        File.WriteAllText(Path.Combine(folder, "routing", "practice.move_date.yaml"), """
            tool: practice.move_date
            examples:
              - move the promised date of {order} to {day}
              - move {order} to {day}
              - change the delivery date of {order} to {day}
              - change the promised date of {order} to {day}
              - set the promised date of {order} to {day}
              - reschedule {order} to {day}
              - postpone {order} to {day}
              - put {order} on {day}
              - promise {order} for {day}
              - can you move {order} to {day}
              - please reschedule {order} for {day}
              - push {order} out to {day}
              - new promised date for {order}, {day}
              - update the promised date of {order}, it is {day} now
            """);
        return folder;
    }
}
