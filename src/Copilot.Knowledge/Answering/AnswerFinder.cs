using Copilot.Knowledge.Analysis;
using Copilot.Knowledge.Retrieval;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Answering;

/// <summary>Chooses from the best passages the statements that answer a question; says nothing when none does.</summary>
internal sealed class AnswerFinder(double leastCoverage)
{
    private const int Passages = 20;
    private const double LeastLikeness = 0.34;
    private const double LowerStep = 0.5;
    private const double GradedShare = 0.55;
    private const double AgreedShare = 0.6;
    private const double OtherScore = 0.88;
    private const double OtherCoverage = 0.9;
    private const int MostSteps = 8;
    private const int PassagesOfDocument = 4;
    private const int MostFurther = 2;

    /// <summary>Finds the answer, or gives null when the passages do not hold one.</summary>
    public FoundAnswer? Find(string question, Question terms, IReadOnlyList<RankedPassage> ranked, Subject subject, bool supplier)
    {
        if (ranked.Count == 0)
        {
            return null;
        }

        question = NumberWords.InDigits(terms.Spelt(question));
        var asked = AnswerCues.AskedFor(question);
        var scorer = new StatementScorer(asked, question, terms, subject, ranked[0].Score);
        var flagged = new List<RankedPassage>();
        var found = Statements(scorer, ranked, flagged);
        found = OnlyHighestStep(found);
        var best = Best(found);
        return best is null || !IsSure(best, found, asked, terms, question) || IsBeside(question, best, asked, terms, supplier)
            ? null
            : new FoundAnswer
            {
                Best = best,
                Further = Further(best, found, asked),
                Contrary = Contrary(best, found, asked),
                Flagged = [.. flagged.Where(best.IsIn)],
            };
    }

    private bool IsSure(FoundStatement best, List<FoundStatement> found, AnswerKind asked, Question terms, string question)
        => AnswerConfidence.Of(best, found, asked, terms, question, Math.Min(best.Passage.Parts.Coverage, best.Coverage / 0.85) - Least(best, asked, terms)).IsSure;

    /// <summary>Scores the statements of the best passages; what speaks to a program is flagged and left out.</summary>
    internal static List<FoundStatement> Statements(StatementScorer scorer, IReadOnlyList<RankedPassage> ranked, List<RankedPassage> flagged)
    {
        var passages = NearDuplicates.Split(ranked, Passages).Kept;
        var documents = Documents(passages);
        var found = new List<FoundStatement>();
        foreach (var passage in passages)
        {
            var statements = StatementReader.Read(passage.Candidate.Lead, passage.Candidate.Text);
            if (statements.Any(s => ForeignInstructions.In(s.Text)))
            {
                flagged.Add(passage);
            }

            found.AddRange(statements.Where(s => !ForeignInstructions.In(s.Text)).Select(s => scorer.Score(s, passage, documents[passage.Candidate.Document])));
        }

        return found;
    }

    private static Dictionary<DocumentKey, DocumentView> Documents(List<RankedPassage> passages)
    {
        var sums = passages.GroupBy(p => p.Candidate.Document).ToDictionary(g => g.Key, g => g.OrderByDescending(p => p.Score).Take(PassagesOfDocument).Sum(p => p.Score));
        var most = Math.Max(1e-9, sums.Values.DefaultIfEmpty().Max());
        return passages.GroupBy(p => p.Candidate.Document)
            .ToDictionary(g => g.Key, g => new DocumentView(g.SelectMany(p => p.Candidate.BodyStems.Split(' ')).ToHashSet(StringComparer.Ordinal), sums[g.Key] / most));
    }

    /// <summary>Of the steps of one table that have been reached ("from €80,000", "from €140,000"), only the highest holds.</summary>
    internal static List<FoundStatement> OnlyHighestStep(List<FoundStatement> found)
    {
        var lower = found.Where(f => f.InRange == true && f.Statement.IsRow && FigureRange.Beginning(f.Statement.Key) is not null)
            .GroupBy(f => (f.Passage.Candidate.Collection, f.Passage.Candidate.DocumentId, f.Passage.Candidate.Ordinal, f.Statement.Group))
            .SelectMany(g => g.OrderByDescending(f => FigureRange.Beginning(f.Statement.Key)).Skip(1)).ToHashSet();
        return lower.Count == 0 ? found : found.ConvertAll(f => lower.Contains(f) ? f with { Score = f.Score - LowerStep, Total = f.Total - LowerStep, InRange = false } : f);
    }

    /// <summary>
    /// Says whether a statement is beside the point although it shares the question's words: what was agreed with somebody else; a general
    /// rule where the question wants an agreement or a figure of one party that the rule lacks; a rule for customers where a supplier is named.
    /// </summary>
    private static bool IsBeside(string question, FoundStatement best, AnswerKind asked, Question terms, bool supplier)
    {
        if (best.Specificity >= Specificity.Party)
        {
            return false;
        }

        var figure = asked is AnswerKind.Rate or AnswerKind.Time or AnswerKind.Figure;
        var candidate = best.Passage.Candidate;
        if (asked == AnswerKind.Rate && !AnswerCues.Holds(asked, best.Statement.Text) && terms.Terms.Any(t => t.IsCode && !CodeWords.IsLabel(t.Word)))
        {
            return true;
        }

        if (AnswerCues.AsksOfArriving(question) && AnswerCues.IsOfCustomers($"{candidate.Title} {string.Join(' ', candidate.HeadingPath)}"))
        {
            return true;
        }

        return terms.Terms.Any(t => t.IsName)
            && ((best.Specificity == Specificity.Elsewhere && candidate.About.Count > 0)
                || AnswerCues.AsksForAgreement(question)
                || (figure && !(AnswerCues.Holds(asked, best.Statement.Text) && best.Statement.Text.Any(char.IsDigit)))
                || (supplier && !AnswerCues.IsOfPurchasing($"{candidate.Title} {string.Join(' ', candidate.HeadingPath)} {best.Statement.Spoken}")));
    }

    /// <summary>The least coverage of an answer: more is asked of a general rule in the place of an
    /// agreed one, of what was agreed with somebody else and of words where a figure was asked for; less of the agreement with whom was named.</summary>
    internal double Least(FoundStatement best, AnswerKind asked, Question terms)
    {
        var general = terms.Terms.Any(t => t.IsName) && best.Specificity < Specificity.Party;
        var missing = asked is AnswerKind.Rate or AnswerKind.Time or AnswerKind.Figure && !AnswerCues.Holds(asked, best.Statement.Text);
        var agreed = asked != AnswerKind.Open && best.Specificity == Specificity.Party && AnswerCues.Holds(asked, best.Statement.Text);
        var graded = best.InRange == true ? GradedShare : 1;
        return Math.Min(0.95, leastCoverage * graded * (general ? 1.35 : best.Specificity == Specificity.Elsewhere ? (best.Passage.Candidate.About.Count > 0 ? 1.6 : 1.25) : agreed ? AgreedShare : 1) * (missing ? 1.3 : 1));
    }

    /// <summary>The best statement; one of a more specific document goes before a better one of a general document when it answers about as well.</summary>
    internal static FoundStatement? Best(List<FoundStatement> found)
    {
        var ordered = found.OrderByDescending(f => f.Total).ToList();
        if (ordered.Count == 0)
        {
            return null;
        }

        var best = ordered[0];
        return ordered.Where(f => f.Specificity > best.Specificity && f.Coverage >= best.Coverage * 0.75 && f.Score >= best.Score * 0.75)
            .OrderByDescending(f => f.Specificity).ThenByDescending(f => f.Total).FirstOrDefault() ?? best;
    }

    private static IReadOnlyList<FoundStatement> Further(FoundStatement best, List<FoundStatement> found, AnswerKind asked)
    {
        var beside = found.Where(f => f.IsBeside(best)).ToList();
        var list = List(best, beside, asked);
        if (list.Count > 1)
        {
            return [.. list.Where(s => s != best).Take(MostSteps)];
        }

        // Sentences of the same clause qualify the first one; otherwise what answers nearly as well.
        var qualifying = beside.Where(f => f != best && f.Statement.Group == 0 && best.Statement.Group == 0 && f.Statement.Paragraph == best.Statement.Paragraph);
        var near = found.Where(f => f != best && f.IsInDocumentOf(best) && f.Score >= best.Score * 0.8 && f.Coverage >= best.Coverage * 0.75)
            .OrderByDescending(f => f.Score);
        // Two documents that answer equally well are both shown: the reader knows which case is meant.
        var other = found.Where(f => !f.IsInDocumentOf(best) && f.Specificity == best.Specificity && f.Passage.Candidate.About.Count == 0)
            .Where(f => f.Score >= best.Score * OtherScore && f.Coverage >= best.Coverage * OtherCoverage && asked != AnswerKind.Open && AnswerCues.Holds(asked, f.Statement.Text))
            .OrderByDescending(f => f.Score).Take(1);
        return [.. other.Concat(qualifying).Concat(near).Distinct().Take(asked == AnswerKind.Procedure ? MostFurther + 2 : MostFurther)];
    }

    /// <summary>The whole list or table when the question asks for it rather than for one entry: for steps, or when the entries answer about equally.</summary>
    private static List<FoundStatement> List(FoundStatement best, List<FoundStatement> beside, AnswerKind asked)
    {
        var group = best.Statement.Group > 0 || asked != AnswerKind.Procedure
            ? best.Statement.Group
            : beside.Where(f => f.Statement is { Group: > 0, IsRow: false }).GroupBy(f => f.Statement.Group)
                .OrderByDescending(g => g.Max(f => f.Coverage)).Select(g => g.Key).FirstOrDefault();
        var entries = group == 0 ? [] : beside.FindAll(f => f.Statement.Group == group);
        var alike = entries.Count(f => f.Score >= best.Score * 0.85);
        return !best.Statement.IsRow && asked == AnswerKind.Procedure ? entries
            : alike * 2 > entries.Count ? entries
            : [];
    }

    /// <summary>A statement on the same point, of a document with another subject, whose figures in the same unit differ.</summary>
    private static FoundStatement? Contrary(FoundStatement best, List<FoundStatement> found, AnswerKind asked)
    {
        var own = Figure.In(best.Statement.Text);
        return own.Count == 0 || asked is AnswerKind.Procedure or AnswerKind.Reason ? null : found
            .Where(f => !f.IsInDocumentOf(best) && f.Specificity != best.Specificity)
            .Where(f => best.Specificity == Specificity.General ? IsOtherCompany(f) : f.Specificity is Specificity.General or Specificity.Company && f.Specificity < best.Specificity)
            .Where(f => f.Coverage >= best.Coverage * 0.75 && f.Score >= best.Score * 0.6 && AnswerCues.Holds(asked, f.Statement.Text))
            .Where(f => Differ(own, Figure.In(f.Statement.Text)))
            .Select(f => (Found: f, Likeness: Likeness(best, f)))
            .Where(f => f.Likeness >= LeastLikeness)
            .OrderByDescending(f => f.Likeness).ThenByDescending(f => f.Found.Score)
            .Select(f => f.Found).FirstOrDefault();
    }

    /// <summary>How much two statements speak of the same thing: the share of common words in the shorter one.</summary>
    private static double Likeness(FoundStatement a, FoundStatement b)
    {
        var (first, second) = (Topic(a), Topic(b));
        return first.Count == 0 || second.Count == 0 ? 0 : (double)first.Count(second.Contains) / Math.Min(first.Count, second.Count);
    }

    private static HashSet<string> Topic(FoundStatement f)
        => [.. WordSplitter.Split($"{f.Statement.Text} {f.Statement.Intro}", f.Passage.Candidate.Language)
            .Where(w => !StopWords.Contains(w.Text, f.Passage.Candidate.Language) && !StopWords.IsAsking(w.Text) && !w.Text.Any(char.IsDigit)).Select(w => w.Stem)];

    private static bool IsOtherCompany(FoundStatement f) => f.Specificity == Specificity.Elsewhere && f.Passage.Candidate.About.Count == 0;

    private static bool Differ(IReadOnlyList<Figure> own, IReadOnlyList<Figure> other)
        => own.Any(o => other.Any(f => f.Unit == o.Unit)) && !other.Any(own.Contains);
}
