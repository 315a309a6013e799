namespace Copilot.Contracts;

/// <summary>Turns as state: what a conversation remembers and what a source link opens. Implemented by Host.</summary>
public interface ITurnStore
{
    /// <summary>Records that a turn has begun.</summary>
    /// <param name="request">The question.</param>
    /// <param name="startedAt">When, UTC.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    /// <exception cref="CopilotException">The conversation belongs to another caller, or the turn id is taken.</exception>
    Task BeginAsync(TurnRequest request, DateTimeOffset startedAt, CancellationToken cancellationToken);

    /// <summary>Records a finished turn with the evidence behind its sources.</summary>
    /// <param name="turn">The turn and what stands behind it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    Task FinishAsync(StoredTurn turn, CancellationToken cancellationToken);

    /// <summary>Gets the last finished turns of a conversation, oldest first; empty when it is not the caller's.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The turns.</returns>
    Task<IReadOnlyList<StoredTurn>> RecentAsync(Caller caller, string conversationId, int count, CancellationToken cancellationToken);
}
