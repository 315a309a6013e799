using Copilot.Contracts;
using Copilot.Conversation.Composing;
using Copilot.Conversation.Running;
using Copilot.Conversation.Streaming;

namespace Copilot.Conversation.Planning.Model;

/// <summary>Finishes by rules an answer that a model broke off after a part of it was shown: what the rules would have said besides, in the numbering of the sources shown.</summary>
internal sealed class RuleRest(TurnStages stages, IGuard guard)
{
    private const string Suffix = "@rest";

    /// <summary>Writes what is missing.</summary>
    /// <param name="turn">The turn, with the plan that the rules made of the question.</param>
    /// <param name="pool">What the answer may cite; what the rules look up is added.</param>
    /// <param name="marks">The sources shown so far; new ones are added.</param>
    /// <param name="cancellationToken">Stops the look-ups.</param>
    /// <returns>Markdown; null when the rules know no more than was shown.</returns>
    public async Task<string?> WriteAsync(RunningTurn turn, EvidencePool pool, SourceMarks marks, CancellationToken cancellationToken)
    {
        // What changes something is proposed by one planner in a turn, not by two.
        var plan = turn.Plan! with { Steps = [.. turn.Plan!.Steps.Where(s => !s.Tool.Writes)], Notes = [], Reply = null };
        if (plan.Steps.Count == 0)
        {
            return null;
        }

        var made = turn.Calls.Select(c => c.Call.Id).ToHashSet(StringComparer.Ordinal);
        turn.Calls = [.. (await stages.LookUpAsync(turn, plan.Steps, cancellationToken)).Select(c => made.Contains(c.Call.Id) ? c : EvidenceScope.Beside(c, pool.Evidence, Suffix))];
        foreach (var call in turn.Calls)
        {
            pool.Add(call.Result.Evidence);
        }

        var shown = new ShownClaims(turn.Released.Text);
        var sections = stages.Grounded(turn, plan).Draft.Sections
            .Where(s => s.Answers)
            .Select(s => s with { Statements = [.. s.Statements.Select(shown.Without).OfType<Statement>()] })
            .Where(s => s.Statements.Any(t => !t.IsOwn))
            .ToList();
        return sections.Count == 0 ? null : guard.ScreenAnswer(turn.Request, string.Join("\n\n", AnswerWriter.Body(sections, marks, turn.Words)));
    }
}
