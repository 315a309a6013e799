namespace Copilot.Contracts;

/// <summary>Where people see and settle cases. A case is shown only to those who may read the records it is about at that moment. Implemented by Odoo, used by the channels.</summary>
public interface IExceptionDesk
{
    /// <summary>Lists the cases a person may see.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="all">Whether those that are over are listed too.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>The cases and how old they are.</returns>
    /// <exception cref="CopilotException">The business system can't be asked for the person's rights.</exception>
    Task<ExceptionPage> ListAsync(Caller caller, bool all, CancellationToken cancellationToken);

    /// <summary>Gets one case.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="id">Its id. Untrusted.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>The case; null when there is none that the person may see.</returns>
    Task<ExceptionCase?> FindAsync(Caller caller, string id, CancellationToken cancellationToken);

    /// <summary>Says where a case stands.</summary>
    /// <param name="caller">Who says so.</param>
    /// <param name="id">The case. Untrusted.</param>
    /// <param name="state">Where it stands; not <see cref="ExceptionState.New"/>.</param>
    /// <param name="reason">Why, at most 500 characters; needed to dismiss.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The case afterwards; null when there is none that the person may see.</returns>
    /// <exception cref="CopilotException">The reason is missing or too long, or the state can't be set.</exception>
    Task<ExceptionCase?> SettleAsync(Caller caller, string id, ExceptionState state, string? reason, CancellationToken cancellationToken);

    /// <summary>Notes that an action of a case was proposed, so that what becomes of it is followed.</summary>
    /// <param name="caller">Who proposed it.</param>
    /// <param name="id">The case.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    Task NoteProposalAsync(Caller caller, string id, Proposal proposal, CancellationToken cancellationToken);
}
