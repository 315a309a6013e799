using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Governance;

/// <summary>Adds this room to the house.</summary>
public static class GovernanceSetup
{
    /// <summary>Registers the room's services.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddGovernance(this IServiceCollection services) => services;
}
