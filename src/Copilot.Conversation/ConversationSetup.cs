using Copilot.Contracts;
using Copilot.Conversation.Deciding;
using Copilot.Conversation.Planning;
using Copilot.Conversation.Planning.Model;
using Copilot.Conversation.Prompts;
using Copilot.Conversation.Routing;
using Copilot.Conversation.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Copilot.Conversation;

/// <summary>Adds this room to the house.</summary>
public static class ConversationSetup
{
    /// <summary>
    /// Registers <see cref="TurnPipeline"/>, <see cref="ToolTurns"/> and <see cref="RoutePreview"/>, all single and thread-safe. They need an <see cref="IGuard"/>, an
    /// <see cref="IAuditTrail"/>, an <see cref="ITurnStore"/>, an <see cref="IEntityCatalog"/> and the <see cref="ITool"/>s, registered as singletons.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">How turns run; the defaults when left out.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="CopilotException">An option is out of its range; the message names all that are.</exception>
    public static IServiceCollection AddConversation(this IServiceCollection services, ConversationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var frozen = ConversationOptionsCheck.Frozen(options ?? new ConversationOptions());
        services.AddSingleton(frozen);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(p => new TurnRooms(
            p.GetRequiredService<IGuard>(),
            p.GetRequiredService<IAuditTrail>(),
            p.GetRequiredService<ITurnStore>(),
            p.GetRequiredService<IEntityCatalog>(),
            [.. p.GetServices<ITool>()],
            p.GetService<IProposals>(),
            p.GetService<IApprovalDesk>()) { Figures = p.GetService<IFigureRights>() });
        services.AddSingleton(Router);
        services.AddSingleton(p => PromptLibrary.Load(p.GetRequiredService<ConversationOptions>().PromptsFolder));
        services.AddSingleton(p => new RulePlanner(p.GetRequiredService<IntentRouter>(), p.GetRequiredService<ConversationOptions>()));
        services.AddSingleton(p => new ToolRunner(p.GetServices<ITool>(), p.GetRequiredService<ConversationOptions>(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<ToolRunner>>()));
        services.AddSingleton(p => new PermittedCalls(p.GetRequiredService<TurnRooms>(), p.GetRequiredService<ToolRunner>()));
        services.AddSingleton(p => new TurnStages(p.GetRequiredService<TurnRooms>(), p.GetRequiredService<RulePlanner>(), p.GetRequiredService<PermittedCalls>(), p.GetRequiredService<ConversationOptions>(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<TurnStages>>()));
        services.AddSingleton(p => new TurnEnding(p.GetRequiredService<TurnRooms>(), p.GetRequiredService<ConversationOptions>(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<TurnEnding>>()));
        services.AddSingleton(p => new ProposalTalk(p.GetRequiredService<TurnRooms>(), p.GetRequiredService<RulePlanner>()));
        services.AddSingleton(p => new TurnPipeline(p.GetRequiredService<TurnStages>(), p.GetRequiredService<ProposalTalk>(), Models(p), p.GetRequiredService<TurnEnding>(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<TurnPipeline>>()));
        services.AddSingleton(p => new ToolTurns(p.GetRequiredService<TurnRooms>(), p.GetRequiredService<TurnStages>(), p.GetRequiredService<TurnEnding>(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<ToolTurns>>()));
        services.AddSingleton(p => new RoutePreview(p.GetRequiredService<RulePlanner>(), p.GetRequiredService<IEntityCatalog>(), p.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>Without models nothing of the model planner is made, and no prompt is read.</summary>
    private static ModelPlanner? Models(IServiceProvider services)
    {
        if (services.GetService<IChatModels>() is not { } models)
        {
            return null;
        }

        var options = services.GetRequiredService<ConversationOptions>();
        var rules = services.GetRequiredService<RulePlanner>();
        var calls = services.GetRequiredService<PermittedCalls>();
        var rooms = new ModelRooms(models, services.GetService<IMasking>(), services.GetService<IModelBudget>(), services.GetService<IModelPolicy>(), services.GetRequiredService<PromptLibrary>());
        return new ModelPlanner(
            new PlannerParts(services.GetRequiredService<TurnRooms>(), rooms, calls, new ToolOffer(calls, rules, options), rules, new RuleRest(services.GetRequiredService<TurnStages>(), services.GetRequiredService<TurnRooms>().Guard), options),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<ModelPlanner>>());
    }

    private static IntentRouter Router(IServiceProvider services)
    {
        var time = services.GetRequiredService<TimeProvider>();
        var log = services.GetRequiredService<ILogger<TurnPipeline>>();
        var started = time.GetTimestamp();
        var options = services.GetRequiredService<ConversationOptions>();
        var folder = options.PromptsFolder;
        var examples = RoutingFiles.Read(folder);
        var tools = services.GetServices<ITool>().Select(t => t.Definition).ToList();
        var router = new IntentRouter(examples, tools, RoutingFiles.ReadGroups(folder), options.LearnedFolder is { } kept ? new LearnedFile(kept) : null);
        Log.RoutingLearned(log, examples.Count, tools.Count, (long)time.GetElapsedTime(started).TotalMilliseconds);
        foreach (var tool in router.Untrained)
        {
            Log.ToolWithoutExamples(log, tool);
        }

        return router;
    }
}
