using Copilot.Contracts;
using Copilot.Conversation;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Testing.Conversation;

/// <summary>A whole conversation room over practice rooms and tools.</summary>
public sealed class PracticeHouse : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly string? _prompts;
    private int _turns;

    public PracticeHouse()
        : this(null, null, null, true)
    {
    }

    private PracticeHouse(TimeProvider? time, Action<ConversationOptions>? configure, PracticeVoices? voices, bool masks)
    {
        _prompts = voices is null ? null : PromptsOf();
        var options = new ConversationOptions { PromptsFolder = _prompts ?? RepositoryRoot.Join("tests", "Copilot.Testing", "Conversation", "prompts") };
        configure?.Invoke(options);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(time ?? new PracticeClock(PracticeTools.Now));
        services.AddSingleton<IGuard>(Rooms).AddSingleton<IAuditTrail>(Rooms).AddSingleton<ITurnStore>(Rooms).AddSingleton<IEntityCatalog>(Rooms);
        services.AddSingleton<ITool>(Orders).AddSingleton<ITool>(Stock).AddSingleton<ITool>(Invoices).AddSingleton<ITool>(Policy);
        if (voices is not null)
        {
            services.AddSingleton<IProposals, PracticeProposals>().AddSingleton<ITool>(Holds).AddSingleton<IChatModels>(voices).AddSingleton<IModelBudget>(voices);
            if (masks)
            {
                services.AddSingleton<IMasking>(voices);
            }
        }

        _services = services.AddConversation(options).BuildServiceProvider();
    }

    public static PracticeHouse With(TimeProvider? time = null, Action<ConversationOptions>? configure = null) => new(time, configure, null, true);

    /// <summary>A house with models.</summary>
    public static PracticeHouse Speaking(PracticeVoices voices, TimeProvider? time = null, Action<ConversationOptions>? configure = null, bool masks = true) => new(time, configure, voices, masks);

    /// <summary>A house with one model.</summary>
    public static PracticeHouse Speaking(ScriptedMind mind, TimeProvider? time = null, Action<ConversationOptions>? configure = null) => Speaking(PracticeVoices.Of(mind), time, configure);

    public PracticeRooms Rooms { get; } = new();

    public PracticeTool Orders { get; } = PracticeTools.Orders();

    public PracticeTool Stock { get; } = PracticeTools.Stock();

    public PracticeTool Invoices { get; } = PracticeTools.Invoices();

    /// <summary>A tool that writes; the rules never call it.</summary>
    public PracticeTool Holds { get; } = PracticeTools.Holds();

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

    public void Dispose()
    {
        _services.Dispose();
        if (_prompts is not null)
        {
            Directory.Delete(_prompts, recursive: true);
        }
    }

    /// <summary>The practice routing beside the product's own prompts.</summary>
    private static string PromptsOf()
    {
        var folder = Directory.CreateTempSubdirectory("copilot-prompts-").FullName;
        var routing = RepositoryRoot.Join("tests", "Copilot.Testing", "Conversation", "prompts");
        var own = RepositoryRoot.Join("prompts");
        foreach (var (root, file) in Directory.EnumerateFiles(routing, "*", SearchOption.AllDirectories).Select(f => (routing, f))
            .Concat(Directory.EnumerateDirectories(own).Where(d => Path.GetFileName(d) != "routing").SelectMany(d => Directory.EnumerateFiles(d, "*.yaml")).Select(f => (own, f))))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return folder;
    }
}
