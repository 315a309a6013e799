using Copilot.Contracts;
using Copilot.Governance.Audit;
using Copilot.Governance.Policies;
using Copilot.Governance.Policies.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Governance;

/// <summary>Adds the lock and the logbook to the house.</summary>
public static class GovernanceSetup
{
    /// <summary>Registers <see cref="IGuard"/>, <see cref="IAuditTrail"/>, <see cref="AuditReader"/>, <see cref="AuditSeal"/> and the tables they need. Needs an <see cref="IStoreDatabase"/>, an <see cref="INodeRoster"/> and a <see cref="TimeProvider"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">The options.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="CopilotException">An option is wrong.</exception>
    public static IServiceCollection AddGovernance(this IServiceCollection services, GovernanceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Faults() is { Count: > 0 } faults)
        {
            throw new CopilotException(string.Join(Environment.NewLine, faults));
        }

        services.AddSingleton(options);

        // The rules, in the order they are described in Policies/Rules.md; the order decides nothing.
        services.AddSingleton<IPolicyRule, KnownArgumentsRule>();
        services.AddSingleton<IPolicyRule, RoleGrantsRule>();
        services.AddSingleton<IPolicyRule, NoUnapprovedWritesRule>();
        services.AddSingleton<IPolicyRule, SuspiciousTurnRule>();
        services.AddSingleton<PolicyEngine>();
        services.AddSingleton<IGuard, Guard>();

        services.AddSingleton<SealKey>();
        services.AddSingleton<ChainWitness>();
        services.AddSingleton<AuditStore>();
        services.AddSingleton<IAuditTrail, AuditTrail>();
        services.AddSingleton(p => new AuditReader(p.GetRequiredService<AuditStore>(), p.GetRequiredService<SealKey>(), p.GetRequiredService<INodeRoster>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new AuditSeal(p.GetRequiredService<AuditStore>(), p.GetRequiredService<SealKey>(), options));
        foreach (var step in AuditSchemaStore.Steps)
        {
            services.AddSingleton(step);
        }

        foreach (var table in AuditSchemaStore.Tables)
        {
            services.AddSingleton(table);
        }

        return services;
    }
}
