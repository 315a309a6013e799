using Copilot.Contracts;
using Copilot.Conversation.Planning;
using Copilot.Conversation.Routing;
using Copilot.Conversation.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Copilot.Conversation;

/// <summary>Adds this room to the house.</summary>
public static class ConversationSetup
{
    /// <summary>
    /// Registers <see cref="TurnPipeline"/> and <see cref="RoutePreview"/>, both single and thread-safe. They need an <see cref="IGuard"/>, an
    /// <see cref="IAuditTrail"/>, an <see cref="ITurnStore"/>, an <see cref="IEntityCatalog"/> and the <see cref="ITool"/>s, registered as singletons.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; they freeze at start.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddConversation(this IServiceCollection services, Action<ConversationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<ConversationOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        options.ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ConversationOptions>, ConversationOptionsCheck>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(p => new TurnRooms(
            p.GetRequiredService<IGuard>(),
            p.GetRequiredService<IAuditTrail>(),
            p.GetRequiredService<ITurnStore>(),
            p.GetRequiredService<IEntityCatalog>(),
            [.. p.GetServices<ITool>()]));
        services.AddSingleton(Router);
        services.AddSingleton(p => new RulePlanner(p.GetRequiredService<IntentRouter>(), OptionsOf(p)));
        services.AddSingleton(p => new ToolRunner(p.GetServices<ITool>(), OptionsOf(p), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<ToolRunner>>()));
        services.AddSingleton(p => new TurnStages(p.GetRequiredService<TurnRooms>(), p.GetRequiredService<RulePlanner>(), p.GetRequiredService<ToolRunner>(), OptionsOf(p), p.GetRequiredService<ILogger<TurnStages>>()));
        services.AddSingleton(p => new TurnEnding(p.GetRequiredService<TurnRooms>(), OptionsOf(p), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<TurnEnding>>()));
        services.AddSingleton(p => new TurnPipeline(p.GetRequiredService<TurnStages>(), p.GetRequiredService<TurnEnding>(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<TurnPipeline>>()));
        services.AddSingleton(p => new RoutePreview(p.GetRequiredService<RulePlanner>(), p.GetRequiredService<IEntityCatalog>(), p.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static IntentRouter Router(IServiceProvider services)
    {
        var time = services.GetRequiredService<TimeProvider>();
        var log = services.GetRequiredService<ILogger<TurnPipeline>>();
        var started = time.GetTimestamp();
        var examples = RoutingFiles.Read(OptionsOf(services).PromptsFolder);
        var tools = services.GetServices<ITool>().Select(t => t.Definition).ToList();
        var router = new IntentRouter(examples, tools);
        Log.RoutingLearned(log, examples.Count, tools.Count, (long)time.GetElapsedTime(started).TotalMilliseconds);
        foreach (var tool in router.Untrained)
        {
            Log.ToolWithoutExamples(log, tool);
        }

        return router;
    }

    private static ConversationOptions OptionsOf(IServiceProvider services) => services.GetRequiredService<IOptions<ConversationOptions>>().Value;
}
