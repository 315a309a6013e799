using Copilot.Contracts;
using Copilot.Conversation;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Testing.Conversation;

/// <summary>A whole conversation room over practice rooms and tools.</summary>
public sealed class PracticeHouse : IDisposable
{
    private readonly ServiceProvider _services;
    private int _turns;

    public PracticeHouse()
        : this(null, null)
    {
    }

    private PracticeHouse(TimeProvider? time, Action<ConversationOptions>? configure)
    {
        var options = new ConversationOptions { PromptsFolder = RepositoryRoot.Join("tests", "Copilot.Testing", "Conversation", "prompts") };
        configure?.Invoke(options);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(time ?? new PracticeClock(PracticeTools.Now));
        services.AddSingleton<IGuard>(Rooms).AddSingleton<IAuditTrail>(Rooms).AddSingleton<ITurnStore>(Rooms).AddSingleton<IEntityCatalog>(Rooms);
        services.AddSingleton<ITool>(Orders).AddSingleton<ITool>(Stock).AddSingleton<ITool>(Invoices).AddSingleton<ITool>(Policy);
        _services = services.AddConversation(options).BuildServiceProvider();
    }

    public static PracticeHouse With(TimeProvider? time = null, Action<ConversationOptions>? configure = null) => new(time, configure);

    public PracticeRooms Rooms { get; } = new();

    public PracticeTool Orders { get; } = PracticeTools.Orders();

    public PracticeTool Stock { get; } = PracticeTools.Stock();

    public PracticeTool Invoices { get; } = PracticeTools.Invoices();

    public PracticeTool Policy { get; } = PracticeTools.Policy();

    public TurnPipeline Pipeline => _services.GetRequiredService<TurnPipeline>();

    public ToolTurns Calls => _services.GetRequiredService<ToolTurns>();

    public RoutePreview Routes => _services.GetRequiredService<RoutePreview>();

    public static Caller Caller { get; } = new() { Id = "demo:sales-rep", DisplayName = "Sofia Marin", Roles = [RoleNames.SalesRep], Companies = [new CompanyRef(1, "Meridian Industrial Supply")] };

    public TurnRequest Request(string question, string conversation = "c1")
        => new() { TurnId = $"t{Interlocked.Increment(ref _turns)}", ConversationId = conversation, Question = question, Caller = Caller, Channel = "test" };

    public Task<(Turn Turn, IReadOnlyList<TurnUpdate> Updates)> AskAsync(string question, string conversation = "c1", CancellationToken cancellationToken = default)
        => AskAsync(Request(question, conversation), cancellationToken);

    public async Task<(Turn Turn, IReadOnlyList<TurnUpdate> Updates)> AskAsync(TurnRequest request, CancellationToken cancellationToken = default)
    {
        var updates = new List<TurnUpdate>();
        await foreach (var update in Pipeline.RunAsync(request, cancellationToken))
        {
            updates.Add(update);
        }

        return (((TurnFinished)updates[^1]).Turn, updates);
    }

    public void Dispose() => _services.Dispose();
}
