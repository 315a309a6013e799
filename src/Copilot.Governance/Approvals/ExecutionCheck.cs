using Copilot.Contracts;
using Copilot.Governance.Policies.Actions;

namespace Copilot.Governance.Approvals;

/// <summary>Looks once more, right before something is written, whether it may be: the draft is the one that was approved, the rules of today ask for no more, the account is still there.</summary>
internal sealed class ExecutionCheck(ActionShelf shelf, ActionPolicy policy, Approvers approvers, GovernanceOptions options, IErpCredentials? credentials)
{
    /// <summary>Says why it may not run, for people; null when it may.</summary>
    public async Task<string?> FaultAsync(KeptProposal proposal, CancellationToken cancellationToken)
    {
        if (proposal.Draft.Fingerprint() != proposal.Fingerprint)
        {
            return "What was approved was changed in the store since, so nothing was written. Tell whoever runs this service.";
        }

        if (shelf.Find(proposal.Draft.Tool) is not { } tool)
        {
            return $"The action {proposal.Draft.Tool} is no longer part of this program, so nothing was written.";
        }

        var need = policy.Decide(Judged(tool.Definition, proposal), proposal.Call, proposal.Draft, proposal.Requester, proposal.Signals, proposal.Channel);
        if (need.Level == ActionLevel.Never)
        {
            return $"The policies no longer allow this, so nothing was written. {need.Reason}";
        }

        if (approvers.Given(proposal, need) < need.Slots.Count)
        {
            return "The policies ask for more approvals than when this was decided, so nothing was written. Ask for it again.";
        }

        try
        {
            if (credentials is not null)
            {
                await credentials.ForAsync(proposal.RunsAs, cancellationToken);
            }
        }
        catch (CopilotException missing)
        {
            return $"{missing.Message} Nothing was written.";
        }

        return null;
    }

    /// <summary>The address under which people see a proposal and its evidence.</summary>
    public string AddressOf(KeptProposal proposal) => $"{options.PublicAddress.TrimEnd('/')}/console/proposals?id={proposal.Id}";

    /// <summary>The tool as the rules judge it. What takes something back was not called with arguments.</summary>
    public static ToolDefinition Judged(ToolDefinition tool, KeptProposal proposal) => proposal.UndoOf is null ? tool : tool with { Parameters = [] };
}
