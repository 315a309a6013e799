using Copilot.Contracts;
using Copilot.Governance;
using Copilot.Host.Channels;
using Copilot.Host.Channels.Helpdesk;
using Copilot.Host.Identity.Accounts;
using Copilot.Host.Settings;
using Copilot.Host.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Copilot.Host.Identity;

/// <summary>Adds who people are: tokens, rights of routes, ERP accounts.</summary>
internal static class IdentitySetup
{
    /// <summary>Registers the services. Every route that does not say otherwise wants somebody signed in.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The settings.</param>
    public static void AddIdentity(this IServiceCollection services, CopilotSettings settings)
    {
        var protection = services.AddDataProtection().SetApplicationName("distribution-copilot");
        if (settings.Store is null)
        {
            protection.PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.Data, "keys")));
        }
        else
        {
            services.AddOptions<KeyManagementOptions>().Configure<KeyRingStore>((keys, ring) => keys.XmlRepository = ring);
        }

        services.AddSingleton<DemoSessions>();
        services.AddSingleton<SidebarSessions>();
        services.AddSingleton<OutsideLine>();
        services.AddSingleton<OidcPeople>();
        services.AddSingleton<CodeSignIn>();
        services.AddAccounts();
        services.AddAuthentication(BearerHandler.Bearer).AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.Bearer, null);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    // In the order they are asked. A channel that vouches for a person registers its source before the linked ones.
    private static void AddAccounts(this IServiceCollection services)
    {
        foreach (var step in AccountLinkStore.Steps)
        {
            services.AddSingleton(step);
        }

        services.AddSingleton<AccountLinkStore>();
        services.AddSingleton(provider => new LinkAddress(provider.GetRequiredService<GovernanceOptions>().PublicAddress));
        services.AddSingleton<IAccountSource, SettingsAccounts>();
        services.AddSingleton<HandedAccounts>();
        services.AddSingleton<IAccountSource>(provider => provider.GetRequiredService<HandedAccounts>());
        services.AddSingleton<LinkedAccounts>();
        services.AddSingleton<IAccountSource>(provider => provider.GetRequiredService<LinkedAccounts>());
        services.AddSingleton<IAccountSource, PersonaAccounts>();
        services.AddSingleton<IAccountSource, SharedAccounts>();
        services.AddSingleton<IErpCredentials, CallerCredentials>();
    }
}
