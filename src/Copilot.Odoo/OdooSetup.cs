using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Odoo;

/// <summary>Adds this room to the house.</summary>
public static class OdooSetup
{
    /// <summary>Registers the room's services.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddOdoo(this IServiceCollection services) => services;
}
