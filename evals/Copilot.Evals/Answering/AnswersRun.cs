using Copilot.Contracts;
using Copilot.Evals.Cases;
using Copilot.Evals.Checking;
using Copilot.Evals.Retrieval;
using Copilot.Evals.Running;

namespace Copilot.Evals.Answering;

/// <summary>
/// The suite <c>answers</c>: the judged questions to the documents and questions near to them that no document answers, each asked as a whole
/// turn. Ranking is measured elsewhere; here it counts what a person is told.
/// </summary>
internal sealed class AnswersRun(IEvalTarget target, KnowledgeIndex knowledge, IProgress<EvalProgress>? progress)
{
    /// <summary>Asks the questions of all sets.</summary>
    public async Task<IReadOnlyList<AnswerResult>> RunAsync(IReadOnlyList<(string Set, JudgedQuestion Question)> questions, CancellationToken cancellationToken)
    {
        var results = new List<AnswerResult>();
        foreach (var (set, question) in questions)
        {
            progress?.Report(new EvalProgress(results.Count, questions.Count, question.Id));
            var turn = await target.AskAsync(question.As, null, question.Question, cancellationToken);
            results.Add(Judge(set, question, turn));
        }

        return results;
    }

    /// <summary>Reads the questions of a checkout: those of the retrieval suite, then those written for this one.</summary>
    public static IReadOnlyList<(string Set, JudgedQuestion Question)> Questions(string evals)
        => [.. CaseFolder.Judged(evals).Select(q => (RetrievalRun.Suite, q)), .. CaseFolder.Asked(evals)];

    private AnswerResult Judge(string set, JudgedQuestion question, Turn turn)
    {
        var first = turn.Outcome == TurnOutcome.Answered ? FirstSource.Of(turn, knowledge) ?? turn.Answer : null;
        var mark = question.Relevant.Count == 0 ? (first is null ? AnswerMark.Right : AnswerMark.Wrong)
            : first is null ? AnswerMark.Abstained
            : question.Relevant.Contains(first) ? AnswerMark.Right
            : AnswerMark.Wrong;
        return new AnswerResult(set, question.Id, question.Question, question.Relevant, first, mark)
        {
            IsNear = mark == AnswerMark.Abstained && FirstSource.All(turn, knowledge).Any(question.Relevant.Contains),
        };
    }
}
