namespace Copilot.Contracts;

/// <summary>Turns a prepared action into what policy makes of it. Implemented by Governance, asked by Conversation once a writing tool has prepared something.</summary>
public interface IProposals
{
    /// <summary>Decides what happens with a prepared action and keeps it: runs it at once, asks the requester, asks another role, or refuses. The same action asked again in the same conversation while it waits gives the same proposal.</summary>
    /// <param name="request">The turn.</param>
    /// <param name="call">The call that prepared it.</param>
    /// <param name="draft">What was prepared.</param>
    /// <param name="evidence">The evidence it stands on, kept with it.</param>
    /// <param name="verdict">What the screening said of the question and of what was read.</param>
    /// <param name="cancellationToken">Stops the call; an execution that has begun goes on and is kept.</param>
    /// <returns>The proposal, or a refusal.</returns>
    Task<ProposalVerdict> ProposeAsync(TurnRequest request, ToolCall call, ActionDraft draft, IReadOnlyList<Evidence> evidence, GuardVerdict verdict, CancellationToken cancellationToken);
}
