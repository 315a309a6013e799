using System.Collections.Concurrent;
using Copilot.Contracts;
using Copilot.Conversation;
using Copilot.Conversation.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Copilot.ThoroughTests.Host;

/// <summary>Houses with the same tools learn to route once for all tests: learning costs more than the rest of a start.</summary>
internal static class SharedRouter
{
    private static readonly ConcurrentDictionary<string, Lazy<IntentRouter>> Learned = new();

    /// <summary>Has a house take the router that another one with its tools has learned, or learn it for them.</summary>
    public static void Use(IServiceCollection services)
    {
        var own = services.Last(s => s.ServiceType == typeof(IntentRouter)).ImplementationFactory!;
        services.Replace(ServiceDescriptor.Singleton(house => Learned.GetOrAdd(KeyOf(house), _ => new Lazy<IntentRouter>(() => (IntentRouter)own(house))).Value));
    }

    private static string KeyOf(IServiceProvider house)
        => house.GetRequiredService<ConversationOptions>().PromptsFolder + string.Concat(house.GetServices<ITool>().Select(t => $"\n{t.Definition.Name}: {t.Definition.Ability}"));
}
