using Copilot.Contracts;
using Copilot.Host.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;

namespace Copilot.Host.Identity;

/// <summary>Adds who people are: tokens, rights of routes, ERP accounts.</summary>
internal static class IdentitySetup
{
    /// <summary>Registers the services. Every route that does not say otherwise wants somebody signed in.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The settings.</param>
    public static void AddIdentity(this IServiceCollection services, CopilotSettings settings)
    {
        services.AddDataProtection()
            .SetApplicationName("distribution-copilot")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.Data, "keys")));
        services.AddSingleton<DemoSessions>();
        services.AddSingleton<IErpCredentials, PersonaCredentials>();
        services.AddAuthentication(BearerHandler.Bearer).AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.Bearer, null);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }
}
