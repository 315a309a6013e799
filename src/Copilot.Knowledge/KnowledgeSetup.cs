using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Knowledge;

/// <summary>Adds this room to the house.</summary>
public static class KnowledgeSetup
{
    /// <summary>Registers the room's services.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddKnowledge(this IServiceCollection services) => services;
}
