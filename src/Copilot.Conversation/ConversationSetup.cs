using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Conversation;

/// <summary>Adds this room to the house.</summary>
public static class ConversationSetup
{
    /// <summary>Registers the room's services.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddConversation(this IServiceCollection services) => services;
}
