using Copilot.Contracts;
using Copilot.Governance.Approvals;
using Copilot.Governance.Approvals.Telling;
using Copilot.Governance.Audit;
using Copilot.Governance.Budgets;
using Copilot.Governance.Masking;
using Copilot.Governance.Masking.Figures;
using Copilot.Governance.Pace;
using Copilot.Governance.Policies;
using Copilot.Governance.Policies.Actions;
using Copilot.Governance.Policies.Rulebook;
using Copilot.Governance.Policies.Rules;
using Copilot.Governance.Screening;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Copilot.Governance;

/// <summary>Adds the lock and the logbook to the house.</summary>
public static class GovernanceSetup
{
    /// <summary>
    /// Registers <see cref="IGuard"/>, <see cref="IMasking"/>, <see cref="IModelPolicy"/>, <see cref="IModelBudget"/>, <see cref="PolicyCheck"/>,
    /// <see cref="IProposals"/>, <see cref="IApprovalDesk"/>, <see cref="ProposalCare"/>, <see cref="IAuditTrail"/>, <see cref="AuditReader"/>, <see cref="AuditSeal"/> and the tables they need. Needs an <see cref="IStoreDatabase"/>, an
    /// <see cref="INodeRoster"/> and a <see cref="TimeProvider"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">The options.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="CopilotException">An option or the policies file is wrong.</exception>
    public static IServiceCollection AddGovernance(this IServiceCollection services, GovernanceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Faults() is { Count: > 0 } faults)
        {
            throw new CopilotException(string.Join(Environment.NewLine, faults));
        }

        services.AddSingleton(options);

        services.AddPolicies(PolicyFileReader.Load(options.PoliciesFile));
        services.AddSingleton<AnswerScreen>();
        services.AddSingleton<PaceStore>();
        services.AddSingleton<QuestionLimit>();
        services.AddSingleton<IGuard, Guard>();
        services.AddSingleton<IFigureRights, FigureRights>();
        services.AddSingleton<MaskKey>();
        services.AddSingleton<IMasking, ModelMasking>();
        services.AddSingleton<BudgetStore>();
        services.AddSingleton<IModelBudget, ModelBudget>();

        services.AddSingleton<SealKey>();
        services.AddSingleton<ChainWitness>();
        services.AddSingleton<AuditStore>();
        services.AddSingleton<IAuditTrail, AuditTrail>();
        services.AddSingleton(p => new AuditReader(p.GetRequiredService<AuditStore>(), p.GetRequiredService<SealKey>(), p.GetRequiredService<INodeRoster>(), p.GetRequiredService<TimeProvider>()));
        services.AddApprovals();
        services.AddSingleton(p => new AuditSeal(p.GetRequiredService<AuditStore>(), p.GetRequiredService<SealKey>(), options));
        foreach (var step in AuditSchemaStore.Steps.Concat(BudgetSchemaStore.Steps).Concat(ProposalSchemaStore.Steps))
        {
            services.AddSingleton(step);
        }

        foreach (var table in AuditSchemaStore.Tables.Concat(BudgetSchemaStore.Tables).Concat(ProposalSchemaStore.Tables))
        {
            services.AddSingleton(table);
        }

        return services;
    }

    /// <summary>Registers the look-up of what was proposed and decided; it needs its examples under <c>prompts/routing</c>.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddProposalQuestions(this IServiceCollection services) => services.AddSingleton<ITool, ProposalsTool>();

    private static void AddApprovals(this IServiceCollection services)
    {
        services.AddSingleton<ActionPolicy>();
        services.AddSingleton<Approvers>();
        services.AddSingleton<ActionShelf>();
        services.AddSingleton<ProposalStore>();
        services.AddSingleton<ProposalView>();
        services.AddSingleton(p => new ExecutionCheck(
            p.GetRequiredService<ActionShelf>(), p.GetRequiredService<ActionPolicy>(), p.GetRequiredService<Approvers>(), p.GetRequiredService<GovernanceOptions>(), p.GetService<IErpCredentials>()));
        services.AddSingleton<ActionRunner>();
        services.AddSingleton<ExecutionRoom>();
        services.AddSingleton<ProposalDesk>();
        services.AddSingleton<IProposals>(p => p.GetRequiredService<ProposalDesk>());
        services.AddSingleton<IApprovalDesk, ApprovalDesk>();
        services.AddSingleton<IProposalFeed, ProposalFeed>();
        services.AddSingleton(p => new ProposalCare(
            p.GetRequiredService<ProposalStore>(), p.GetRequiredService<ActionRunner>(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<ProposalCare>>()));
    }

    // The rules, in the order they are described in Policies/Rules.md; the order decides nothing.
    private static void AddPolicies(this IServiceCollection services, PolicyFile policies)
    {
        services.AddSingleton(policies);
        services.AddSingleton<IDataGrants, DataGrants>();
        services.AddSingleton<IPolicyRule, KnownArgumentsRule>();
        services.AddSingleton<IPolicyRule, RoleGrantsRule>();
        services.AddSingleton<IPolicyRule, NoUnapprovedWritesRule>();
        services.AddSingleton<IPolicyRule, SuspiciousTurnRule>();
        foreach (var rule in policies.Rules)
        {
            services.AddSingleton<IPolicyRule>(new PolicyFileRule(rule));
        }

        services.AddSingleton<PolicyEngine>();
        services.AddSingleton<IModelPolicy, ModelPolicy>();
        services.AddSingleton(p => new PolicyCheck(policies, p.GetServices<ITool>()));
    }
}
