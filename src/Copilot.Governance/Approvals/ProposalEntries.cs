using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Governance.Approvals;

/// <summary>What a proposal leaves in the audit trail.</summary>
internal static class ProposalEntries
{
    /// <summary>Describes a new proposal: all of it, since what runs later is this.</summary>
    public static AuditEntry Added(KeptProposal proposal)
    {
        var content = Content(proposal, null, proposal.State == ProposalState.Proposed ? "proposed" : "allowed");
        content["draft"] = Node(proposal.Draft);
        content["need"] = Node(proposal.Need);
        content["evidence"] = Node(proposal.Evidence.Select(e => e.Id));
        content["signals"] = Node(proposal.Signals);
        content["expiresAt"] = Node(proposal.ExpiresAt);
        content["undoOf"] = proposal.UndoOf;
        content["channel"] = proposal.Channel;
        return Entry(proposal, proposal.Requester.Id, proposal.RequestedAt, content);
    }

    /// <summary>Describes a change.</summary>
    public static AuditEntry Changed(KeptProposal before, KeptProposal next, ProposalChange change, DateTimeOffset at)
    {
        var content = Content(next, before.State, change.Why);
        if (change.Decision is { } decision)
        {
            content["decision"] = Node(decision.Said);
            content["roles"] = Node(decision.By.Roles);
        }

        if (next.Attempts > 0)
        {
            content["attempt"] = next.Attempts;
            content["runsAs"] = next.RunsAs.Id;
        }

        if (change.Ended is { } ended)
        {
            content["outcome"] = Node(new ProposalOutcome(ended.Kind, ended.Summary, ended.Steps, at));
        }

        return Entry(next, change.By, at, content);
    }

    private static JsonObject Content(KeptProposal proposal, ProposalState? from, string why) => new()
    {
        ["proposal"] = proposal.Id,
        ["reference"] = proposal.Reference,
        ["tool"] = proposal.Draft.Tool,
        ["fingerprint"] = proposal.Fingerprint,
        ["why"] = why,
        ["from"] = from is { } was ? Node(was) : null,
        ["to"] = Node(proposal.State),
        ["rule"] = proposal.Need.Rule,
    };

    private static AuditEntry Entry(KeptProposal proposal, string by, DateTimeOffset at, JsonObject content) => new()
    {
        Tenant = proposal.Tenant,
        Kind = AuditEntryKind.ProposalChanged,
        TurnId = proposal.TurnId,
        ConversationId = proposal.ConversationId,
        CallerId = by,
        At = at,
        Content = content,
    };

    private static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, ContractJson.Options);
}
