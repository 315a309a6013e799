using Copilot.Knowledge.Retrieval;

namespace Copilot.Knowledge.Answering;

/// <summary>Chooses from the best passages the statements that answer a question; says nothing when none does.</summary>
internal sealed class AnswerFinder(double leastCoverage)
{
    private const int Passages = 12;
    private const int MostSteps = 8;
    private const int MostFurther = 2;

    /// <summary>Finds the answer, or gives null when the passages do not hold one.</summary>
    public FoundAnswer? Find(string question, Question terms, IReadOnlyList<RankedPassage> ranked, Subject subject)
    {
        if (ranked.Count == 0)
        {
            return null;
        }

        var asked = AnswerCues.AskedFor(question);
        var scorer = new StatementScorer(asked, Figure.In(question), terms, subject, ranked[0].Score);
        var passages = NearDuplicates.Split(ranked, Passages).Kept;
        var flagged = new List<RankedPassage>();
        var found = new List<FoundStatement>();
        foreach (var passage in passages)
        {
            var statements = StatementReader.Read(passage.Candidate.Lead, passage.Candidate.Text);
            if (statements.Any(s => ForeignInstructions.In(s.Text)))
            {
                flagged.Add(passage);
            }

            found.AddRange(statements.Where(s => !ForeignInstructions.In(s.Text)).Select(s => scorer.Score(s, passage)));
        }

        var best = Best(found);
        return best is null || best.Passage.Parts.Coverage < leastCoverage || best.Coverage < leastCoverage * 0.8
            ? null
            : new FoundAnswer
            {
                Best = best,
                Further = Further(best, found, asked),
                Contrary = Contrary(best, found, asked),
                Flagged = [.. flagged.Where(best.IsIn)],
            };
    }

    /// <summary>The best statement; one of a more specific document goes before a better one of a general document when it answers about as well.</summary>
    private static FoundStatement? Best(List<FoundStatement> found)
    {
        var ordered = found.OrderByDescending(f => f.Score).ToList();
        if (ordered.Count == 0)
        {
            return null;
        }

        var best = ordered[0];
        return ordered.Where(f => f.Specificity > best.Specificity && f.Coverage >= best.Coverage * 0.85 && f.Score >= best.Score * 0.75)
            .OrderByDescending(f => f.Specificity).ThenByDescending(f => f.Score).FirstOrDefault() ?? best;
    }

    private static IReadOnlyList<FoundStatement> Further(FoundStatement best, List<FoundStatement> found, AnswerKind asked)
    {
        var beside = found.Where(f => f.IsBeside(best)).ToList();
        if (asked == AnswerKind.Procedure)
        {
            var steps = Steps(best, beside);
            if (steps.Count > 1)
            {
                return [.. steps.Where(s => s != best).Take(MostSteps)];
            }
        }

        // Sentences of the same clause qualify the first one; otherwise what answers nearly as well.
        var qualifying = beside.Where(f => f != best && f.Statement.Group == 0 && best.Statement.Group == 0 && f.Statement.Paragraph == best.Statement.Paragraph);
        var near = found.Where(f => f != best && f.IsInDocumentOf(best) && f.Score >= best.Score * 0.8 && f.Coverage >= best.Coverage * 0.75)
            .OrderByDescending(f => f.Score);
        return [.. qualifying.Concat(near).Distinct().Take(asked == AnswerKind.Procedure ? MostFurther + 2 : MostFurther)];
    }

    private static List<FoundStatement> Steps(FoundStatement best, List<FoundStatement> beside)
    {
        var group = best.Statement.Group > 0
            ? best.Statement.Group
            : beside.Where(f => f.Statement is { Group: > 0, IsRow: false }).GroupBy(f => f.Statement.Group)
                .OrderByDescending(g => g.Max(f => f.Coverage)).Select(g => g.Key).FirstOrDefault();
        return group == 0 || best.Statement.IsRow ? [] : beside.FindAll(f => f.Statement.Group == group && !f.Statement.IsRow);
    }

    /// <summary>A statement on the same point, of a document with another subject, whose figures in the same unit differ.</summary>
    private static FoundStatement? Contrary(FoundStatement best, List<FoundStatement> found, AnswerKind asked)
    {
        var own = Figure.In(best.Statement.Text);
        return own.Count == 0 || asked is AnswerKind.Procedure or AnswerKind.Reason ? null : found
            .Where(f => !f.IsInDocumentOf(best) && f.Specificity != best.Specificity)
            .Where(f => f.Specificity < best.Specificity || IsOtherCompany(f))
            .Where(f => f.Specificity != Specificity.Elsewhere || IsOtherCompany(f))
            .Where(f => f.Coverage >= best.Coverage * 0.75 && f.Score >= best.Score * 0.6 && AnswerCues.Holds(asked, f.Statement.Text))
            .Where(f => Differ(own, Figure.In(f.Statement.Text)))
            .MaxBy(f => f.Score);
    }

    private static bool IsOtherCompany(FoundStatement f) => f.Specificity == Specificity.Elsewhere && f.Passage.Candidate.About.Count == 0;

    private static bool Differ(IReadOnlyList<Figure> own, IReadOnlyList<Figure> other)
        => own.Any(o => other.Any(f => f.Unit == o.Unit)) && !other.Any(own.Contains);
}
