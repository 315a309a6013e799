namespace Copilot.Contracts;

/// <summary>What callers and companies may spend on models. Implemented by Governance, used by Conversation. Thread-safe, shared by all nodes.</summary>
public interface IModelBudget
{
    /// <summary>Says what a turn may spend, before a model is asked.</summary>
    /// <param name="request">The turn.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>The allowance.</returns>
    Task<ModelAllowance> AllowanceAsync(TurnRequest request, CancellationToken cancellationToken);

    /// <summary>Books what was spent, also when the turn failed.</summary>
    /// <param name="request">The turn.</param>
    /// <param name="usage">What it used in all.</param>
    /// <param name="cancellationToken">Stops the booking.</param>
    /// <returns>When it is booked.</returns>
    Task SpendAsync(TurnRequest request, TurnUsage usage, CancellationToken cancellationToken);
}
