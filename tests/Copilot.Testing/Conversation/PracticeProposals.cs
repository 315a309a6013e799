using Copilot.Contracts;

namespace Copilot.Testing.Conversation;

/// <summary>Policies that allow no action: there is a way for them, and nothing gets through.</summary>
public sealed class PracticeProposals : IProposals
{
    public Task<ProposalVerdict> ProposeAsync(TurnRequest request, ToolCall call, ActionDraft draft, IReadOnlyList<Evidence> evidence, GuardVerdict verdict, CancellationToken cancellationToken)
        => Task.FromResult(new ProposalVerdict { Rule = "practice", Reason = "No action is allowed here." });
}
