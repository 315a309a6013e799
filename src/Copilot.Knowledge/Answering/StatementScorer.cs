using Copilot.Knowledge.Analysis;
using Copilot.Knowledge.Retrieval;

namespace Copilot.Knowledge.Answering;

/// <summary>Says how well a statement answers a question: the question's words it holds, the sort of answer it is, the rank of its passage.</summary>
internal sealed class StatementScorer(AnswerKind asked, IReadOnlyList<Figure> figures, Question question, Subject subject, double bestScore)
{
    private const double WordsShare = 0.55;
    private const double PassageShare = 0.3;
    private const double KindShare = 0.15;
    private const double RangeShare = 0.3;
    private const double HeadingCredit = 0.75;
    private const double TitleCredit = 0.55;

    /// <summary>Scores a statement.</summary>
    public FoundStatement Score(Statement statement, RankedPassage passage)
    {
        var candidate = passage.Candidate;
        var own = Stems($"{statement.Text} {statement.Intro}");
        var heading = Stems(candidate.HeadingPath is [.., var last] ? last : string.Empty);
        var title = candidate.ContextStems.Split(' ').ToHashSet(StringComparer.Ordinal);
        own.UnionWith(CodeWords.Of(statement.Text));
        var (held, all) = (0.0, 0.0);
        foreach (var term in question.Terms.Where(t => !t.IsName))
        {
            all += term.Weight;
            held += term.Weight * Math.Max(
                Question.Held(term, own),
                Math.Max(HeadingCredit * Question.Held(term, heading), TitleCredit * Question.Held(term, title)));
        }

        var coverage = all <= 0 ? 0 : held / all;
        var score = (WordsShare * coverage) + (PassageShare * passage.Score / Math.Max(bestScore, 1e-9));
        score += asked != AnswerKind.Open && AnswerCues.Holds(asked, statement.Text) ? KindShare : 0;
        score += figures.Count == 0 ? 0 : FigureRange.Holds(figures, statement.Text) switch
        {
            true => RangeShare,
            false => -RangeShare,
            null => 0,
        };

        // Three words rarely say anything by themselves.
        score *= own.Count < 3 ? 0.6 : 1;
        return new FoundStatement(statement, passage, subject.Of(candidate), coverage, score);
    }

    private static HashSet<string> Stems(string text)
        => [.. WordSplitter.Split(text).Select(w => w.Stem)];
}
