using Copilot.Contracts;

namespace Copilot.Evals.Running;

/// <summary>Somebody who answers questions: the whole service, or a fake in a test.</summary>
public interface IEvalTarget
{
    /// <summary>Asks a question.</summary>
    /// <param name="persona">Who asks.</param>
    /// <param name="conversationId">The conversation to go on with, or null for a new one.</param>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    /// <returns>The finished turn.</returns>
    Task<Turn> AskAsync(string persona, string? conversationId, string question, CancellationToken cancellationToken);
}
