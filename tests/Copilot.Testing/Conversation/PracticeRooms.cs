using System.Collections.Concurrent;
using Copilot.Contracts;

namespace Copilot.Testing.Conversation;

/// <summary>A guard, a logbook, a store and a catalogue that do as told.</summary>
public sealed class PracticeRooms : IGuard, IAuditTrail, ITurnStore, IEntityCatalog
{
    private readonly ConcurrentQueue<AuditEntry> _entries = new();
    private readonly ConcurrentDictionary<string, StoredTurn> _turns = new();
    private readonly ConcurrentDictionary<string, TurnRequest> _begun = new();
    private readonly ConcurrentQueue<string> _order = new();

    public HashSet<string> Denied { get; } = new(StringComparer.Ordinal);

    public Func<TurnRequest, GuardVerdict> Screen { get; set; } = _ => new GuardVerdict { Allowed = true };

    public bool IssuesWrongPermits { get; set; }

    public Func<AuditEntry, CancellationToken, Task> BeforeAppend { get; set; } = (_, _) => Task.CompletedTask;

    public Func<CancellationToken, Task> BeforeBegin { get; set; } = _ => Task.CompletedTask;

    public Func<CancellationToken, Task> BeforeNames { get; set; } = _ => Task.CompletedTask;

    public Func<Task> BeforeFinish { get; set; } = () => Task.CompletedTask;

    public EntityNames Names { get; set; } = PracticeNames.Small;

    public IReadOnlyList<AuditEntry> Entries => [.. _entries];

    public IReadOnlyDictionary<string, StoredTurn> Turns => _turns;

    public ValueTask<GuardVerdict> ScreenQuestionAsync(TurnRequest request, CancellationToken cancellationToken) => ValueTask.FromResult(Screen(request));

    public Func<string, IReadOnlyList<string>> Outside { get; set; } = _ => [];

    public IReadOnlyList<string> ScreenOutside(string text) => Outside(text);

    public PermitVerdict RequestPermit(TurnRequest request, ToolDefinition tool, ToolCall call, GuardVerdict verdict)
        => Denied.Contains(tool.Name)
            ? new PermitVerdict { Rule = "role", Reason = "your role may not read this" }
            : new PermitVerdict { Rule = "role", Permit = new ToolPermit(call.Id, call.Tool, IssuesWrongPermits ? "0" : call.ArgumentsHash(), request.Caller.Id) };

    public string ScreenAnswer(TurnRequest request, string answer) => answer;

    public async Task<long> AppendAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        await BeforeAppend(entry, cancellationToken);
        _entries.Enqueue(entry);
        return _entries.Count;
    }

    public async Task BeginAsync(TurnRequest request, DateTimeOffset startedAt, CancellationToken cancellationToken)
    {
        await BeforeBegin(cancellationToken);
        if (!_begun.TryAdd(request.TurnId, request))
        {
            throw new CopilotException("This turn id is taken.");
        }
    }

    public async Task FinishAsync(StoredTurn turn, CancellationToken cancellationToken)
    {
        await BeforeFinish();
        _turns[turn.Turn.TurnId] = turn;
        _order.Enqueue(turn.Turn.TurnId);
    }

    public Task<IReadOnlyList<StoredTurn>> RecentAsync(Caller caller, string conversationId, int count, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<StoredTurn>>([.. _order.Distinct().Select(id => _turns[id]).Where(t => t.Turn.ConversationId == conversationId && _begun[t.Turn.TurnId].Caller.Id == caller.Id).TakeLast(count)]);

    public async Task<EntityNames> GetAsync(Caller caller, CancellationToken cancellationToken)
    {
        await BeforeNames(cancellationToken);
        return Names;
    }
}
