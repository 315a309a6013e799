using Copilot.Knowledge.Retrieval;

namespace Copilot.Knowledge.Answering;

/// <summary>
/// Chooses what to show when no statement is sure to answer: the passages that come nearest, each with the statement that fits best, so that the reader
/// can see what was looked at. Nothing when even the first of them shares little with the question.
/// </summary>
internal static class NearestPassages
{
    private const int Most = 3;
    private const double LeastCoverage = 0.25;
    private const double LeastWords = 6;
    private const double ShareOfBest = 0.5;

    /// <summary>Chooses the statements, best passage first.</summary>
    /// <param name="question">The question.</param>
    /// <param name="found">What was found for it.</param>
    /// <param name="subject">What it is about.</param>
    public static IReadOnlyList<FoundStatement> Of(string question, Retrieved found, Subject subject)
    {
        if (found.Ranked is not [var first, ..] || first.Parts.Coverage < LeastCoverage || first.Parts.Words < LeastWords)
        {
            return [];
        }

        var spelt = NumberWords.InDigits(found.Question.Spelt(question));
        var scorer = new StatementScorer(AnswerCues.AskedFor(spelt), spelt, found.Question, subject, first.Score);
        var near = NearDuplicates.Split(found.Ranked.Where(r => r.Score >= first.Score * ShareOfBest), Most).Kept;
        var statements = AnswerFinder.Statements(scorer, near, []);
        return [.. near.Select(p => statements.Where(s => s.IsIn(p)).MaxBy(s => s.Score)).OfType<FoundStatement>()];
    }
}
