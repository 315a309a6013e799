using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Copilot.Contracts;
using Copilot.Governance.Policies.Actions;

namespace Copilot.Governance.Approvals;

/// <summary>Makes proposals of what tools have prepared.</summary>
internal sealed class ProposalDesk(ProposalStore store, ActionShelf shelf, ActionPolicy policy, ExecutionRoom room, TimeProvider time) : IProposals
{
    // Without letters that are taken for digits; Crockford's Base32.
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <inheritdoc/>
    public async Task<ProposalVerdict> ProposeAsync(
        TurnRequest request, ToolCall call, ActionDraft draft, IReadOnlyList<Evidence> evidence, GuardVerdict verdict, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(verdict);
        if (shelf.Find(call.Tool) is null || draft.Tool != call.Tool)
        {
            return new ProposalVerdict { Rule = "tool_mismatch", Reason = "What was prepared belongs to another action, so it can't be proposed." };
        }

        if (!verdict.Allowed)
        {
            return new ProposalVerdict { Rule = "question_refused", Reason = verdict.Reason ?? "The question was refused." };
        }

        var (kept, reason, rule) = await KeepAsync(request.Caller, call, draft, evidence, new Origin(request.Channel, request.TurnId, request.ConversationId, verdict.Signals, null), cancellationToken);
        return kept is null ? new ProposalVerdict { Rule = rule, Reason = reason } : new ProposalVerdict { Rule = rule, Proposal = room.View.For(kept, request.Caller) };
    }

    /// <summary>Keeps a proposal, and runs it when the rules let it run at once.</summary>
    public async Task<(KeptProposal? Kept, string? Reason, string Rule)> KeepAsync(
        Caller caller, ToolCall call, ActionDraft draft, IReadOnlyList<Evidence> evidence, Origin origin, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now).ToString("N");

        // As it will be read again: what is decided, fingerprinted and run is what the store holds.
        var stored = JsonSerializer.Deserialize<ActionDraft>(JsonSerializer.Serialize(draft, ContractJson.Options), ContractJson.Options)!;
        var proposal = new KeptProposal
        {
            Id = id,
            Reference = ReferenceOf(id),
            Requester = caller,
            Channel = origin.Channel,
            TurnId = origin.TurnId,
            ConversationId = origin.ConversationId,
            Call = call,
            Draft = stored,
            Fingerprint = stored.Fingerprint(),
            Evidence = evidence,
            Signals = origin.Signals,
            Need = new ActionNeed { Level = ActionLevel.Never, Slots = [], Rule = string.Empty, Risk = stored.Risk, ExpiresAfter = TimeSpan.Zero, OwnCounts = false },
            State = ProposalState.Proposed,
            RequestedAt = now,
            ExpiresAt = now,
            UndoOf = origin.UndoOf,
        };
        var need = policy.Decide(ExecutionCheck.Judged(shelf.Find(stored.Tool)!.Definition, proposal), call, stored, caller, origin.Signals, origin.Channel);
        if (need.Level == ActionLevel.Never)
        {
            return (null, need.Reason, need.Rule);
        }

        var runs = need.Level == ActionLevel.Run;
        proposal = proposal with { Need = need, State = runs ? ProposalState.Approved : ProposalState.Proposed, ExpiresAt = now + need.ExpiresAfter };
        var (kept, isNew) = await store.AddAsync(proposal, cancellationToken);
        return (runs && isNew ? await room.RunAsync(kept, cancellationToken) : kept, null, need.Rule);
    }

    /// <summary>A short name that people can say; the same for one id always.</summary>
    private static string ReferenceOf(string id)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(id));
        return "DC-" + string.Concat(Enumerable.Range(0, 8).Select(i => Letters[hash[i] % 32]));
    }
}
