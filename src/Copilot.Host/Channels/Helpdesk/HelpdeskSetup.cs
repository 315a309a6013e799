using Copilot.Host.Channels.Helpdesk.Store;

namespace Copilot.Host.Channels.Helpdesk;

/// <summary>Adds the sidebar inside Odoo. Its tables are always there, so that a store knows one schema.</summary>
internal static class HelpdeskSetup
{
    /// <summary>Registers what the channel needs. The accounts come in <c>AddIdentity</c>, where their order is.</summary>
    /// <param name="services">The services.</param>
    public static void AddHelpdeskChannel(this IServiceCollection services)
    {
        foreach (var step in SidebarStore.Steps)
        {
            services.AddSingleton(step);
        }

        services.AddSingleton<SidebarStore>();
        services.AddSingleton<OdooDoor>();
        services.AddSingleton<VisitorPeople>();
        services.AddSingleton<SidebarArrival>();
    }
}
