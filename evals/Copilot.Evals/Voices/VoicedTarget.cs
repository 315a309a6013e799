using Copilot.Contracts;
using Copilot.Evals.Running;

namespace Copilot.Evals.Voices;

/// <summary>The service with somebody who listens: before each question it may be prepared, after it the turn is looked at.</summary>
internal sealed class VoicedTarget(IEvalTarget target, Action<string, string>? before, Func<string, string, Turn, Task> after) : IEvalTarget
{
    /// <inheritdoc/>
    public async Task<Turn> AskAsync(string persona, string? conversationId, string question, CancellationToken cancellationToken)
    {
        before?.Invoke(persona, question);
        var turn = await target.AskAsync(persona, conversationId, question, cancellationToken);
        await after(persona, question, turn);
        return turn;
    }
}
