using Copilot.Contracts;
using Copilot.Evals.Running;

namespace Copilot.Tests.Evals;

/// <summary>Answers every question with what a test says.</summary>
internal sealed class FakeTarget(Func<string, string, Turn> answer) : IEvalTarget
{
    public List<(string Persona, string? Conversation, string Question)> Asked { get; } = [];

    public Task<Turn> AskAsync(string persona, string? conversationId, string question, CancellationToken cancellationToken)
    {
        Asked.Add((persona, conversationId, question));
        return Task.FromResult(answer(persona, question));
    }
}
