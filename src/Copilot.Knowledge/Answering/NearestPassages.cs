using Copilot.Knowledge.Retrieval;

namespace Copilot.Knowledge.Answering;

/// <summary>
/// Chooses what to show when no statement is sure to answer: the passages that come nearest, each with the statement that fits best, so that the reader
/// can see what was looked at. Nothing when even the first of them shares little with the question.
/// </summary>
internal static class NearestPassages
{
    private const int Most = 4;
    private const int MostOfDocument = 3;
    private const double LeastCoverage = 0.1;
    private const double LeastWords = 2;
    private const double ShareOfBest = 0.35;

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
        var arrives = AnswerCues.AsksOfArriving(spelt);
        var fitting = found.Ranked.Where(r => r.Score >= first.Score * ShareOfBest && !(arrives && AnswerCues.IsOfCustomers($"{r.Candidate.Title} {string.Join(' ', r.Candidate.HeadingPath)}")))
            .GroupBy(r => r.Candidate.Document).SelectMany(d => d.Take(MostOfDocument)).OrderByDescending(r => r.Score);
        var near = NearDuplicates.Split(fitting, Most).Kept;
        var statements = AnswerFinder.Statements(scorer, near, []);
        return [.. near.Select(p => statements.Where(s => s.IsIn(p)).MaxBy(s => s.Score)).OfType<FoundStatement>()];
    }
}
