namespace Copilot.Contracts;

/// <summary>Where people see and decide proposals. Implemented by Governance, used by Conversation and the channels. Thread-safe, shared by all nodes.</summary>
public interface IApprovalDesk
{
    /// <summary>Lists the proposals a person may see (own ones, those the person may decide or has decided, all for auditors), newest first.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="state">Only those that stand so; null for all.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>At most 200 proposals, as this person sees them.</returns>
    Task<IReadOnlyList<Proposal>> ListAsync(Caller caller, ProposalState? state, CancellationToken cancellationToken);

    /// <summary>Gets one proposal.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="proposalId">Its id. Untrusted.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>The proposal as this person sees it; null when there is none that the person may see.</returns>
    Task<Proposal?> FindAsync(Caller caller, string proposalId, CancellationToken cancellationToken);

    /// <summary>Decides a proposal. With the last approval it runs at once; the call waits for the end a while.</summary>
    /// <param name="caller">Who decides.</param>
    /// <param name="proposalId">The proposal. Untrusted.</param>
    /// <param name="decision">What is decided, about exactly what was shown.</param>
    /// <param name="cancellationToken">Stops the wait; a decision that was taken stays taken, and an execution that has begun goes on.</param>
    /// <returns>What became of it.</returns>
    Task<ApprovalVerdict> DecideAsync(Caller caller, string proposalId, ApprovalDecision decision, CancellationToken cancellationToken);

    /// <summary>Proposes to take back what a proposal has done. It is decided like any other.</summary>
    /// <param name="caller">Who asks; one who asked for the first or approved it.</param>
    /// <param name="proposalId">The proposal that is done. Untrusted.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The new proposal, or why there is none.</returns>
    Task<ApprovalVerdict> UndoAsync(Caller caller, string proposalId, string channel, CancellationToken cancellationToken);
}
