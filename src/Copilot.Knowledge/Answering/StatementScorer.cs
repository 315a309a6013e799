using Copilot.Knowledge.Analysis;
using Copilot.Knowledge.Retrieval;

namespace Copilot.Knowledge.Answering;

/// <summary>Says how well a statement answers a question: the question's words it holds, the sort of answer it is, the rank of its passage.</summary>
internal sealed class StatementScorer(AnswerKind asked, string text, Question question, Subject subject, double bestScore)
{
    private const double WordsShare = 0.6;
    private const double PassageShare = 0.25;
    private const double KindShare = 0.2;
    private const double OpeningShare = 0.15;
    private const double PartyShare = 0.1;
    private const double NearShare = 0.08;
    private const int NearWords = 4;
    private const double FirstShare = 0.02;
    private const double MissingShare = 0.12;
    private const double KeyShare = 0.08;
    private const double ColumnShare = 0.1;
    private const double HeadOfColumn = 0.7;
    private const double TitleShare = 0.12;
    private const double RoleShare = 0.08;
    private const double RangeShare = 0.3;
    private const double ScopeShare = 0.6;
    private const double DirectionShare = 0.3;
    // What a statement's passage and document add when the best answer of all is chosen; fitted on paraphrased questions (evals/retrieval, evals/answers).
    private const double CoverageBesides = 0.1;
    private const double PassageCoverage = 0.06;
    private const double PassageBesides = 0.06;
    private const double PartyBesides = 0.08;
    private const double DocumentBesides = 0.08;
    private const double FocusHeld = 0.08;
    private const double FocusMissing = 0.07;
    private const double CountedShare = 0.04;
    private const double HeadingCredit = 0.75;
    private const double TitleCredit = 0.7;
    private const double DocumentCredit = 0.25;

    private readonly IReadOnlyList<Figure> _figures = Figure.InQuestion(text);
    private readonly bool _arrives = AnswerCues.AsksOfArriving(text);
    private readonly AnswerFocus _focus = new(text, question);
    private readonly List<string> _ownRoles = subject.OwnRoles();
    private readonly List<QuestionTerm> _topic = [.. question.Terms.Where(t => !t.IsCode && !t.IsName && !StopWords.IsAsking(t.Word))];

    /// <summary>Scores a statement.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="passage">The passage it stands in.</param>
    /// <param name="document">What was found in its document.</param>
    public FoundStatement Score(Statement statement, RankedPassage passage, DocumentView document)
    {
        var candidate = passage.Candidate;
        var language = candidate.Language;
        var own = Stems($"{statement.Text} {statement.Intro}", language);
        var last = candidate.HeadingPath is [.., var innermost] ? innermost : string.Empty;
        var heading = Stems(last, language);
        var title = candidate.ContextStems.Split(' ').ToHashSet(StringComparer.Ordinal);
        own.UnionWith(CodeWords.Of($"{statement.Clause} {statement.Text}"));
        var (held, all) = (0.0, 0.0);
        foreach (var term in question.Terms.Where(t => !t.IsName))
        {
            all += term.Weight;
            held += term.Weight * Math.Max(
                Question.Held(term, own),
                Math.Max(
                    HeadingCredit * Question.Held(term, heading),
                    Math.Max(TitleCredit * Question.Held(term, title), DocumentCredit * Question.Held(term, document.Stems))));
        }

        var coverage = all <= 0 ? 0 : held / all;
        var score = (WordsShare * coverage) + (PassageShare * passage.Score / Math.Max(bestScore, 1e-9));
        score += asked != AnswerKind.Open && Holds(statement) ? KindShare : 0;
        score += AnswerCues.Opens(asked, statement.Intro.Length > 0 ? statement.Intro : last) ? OpeningShare : 0;
        score -= asked is AnswerKind.Rate or AnswerKind.Time or AnswerKind.Figure or AnswerKind.Speed or AnswerKind.Person or AnswerKind.Place && !Holds(statement) ? MissingShare : 0;
        score += statement.IsRow ? RowShare(statement, language) : 0;
        var inRange = _figures.Count == 0 ? null : FigureRange.Holds(_figures, statement.Text);
        inRange ??= statement.IsRow && Stems(statement.KeyName, language).Any(s => _topic.Exists(t => t.Stems.ContainsKey(s))) ? FigureRange.HoldsNumber(text, statement.Key) : null;
        score += TitleShare * About(heading, title);
        score += _ownRoles.Exists(r => statement.Text.Contains(r, StringComparison.OrdinalIgnoreCase)) ? RoleShare : 0;
        score += inRange switch
        {
            true => RangeShare,
            false => -RangeShare,
            null => 0,
        };

        score += subject.Of(candidate) >= Specificity.Party ? PartyShare : 0;

        score += NearShare * Nearness(statement, language);

        // What stands first in a clause is its rule; what follows qualifies it.
        score += statement.IsFirst ? FirstShare : 0;

        // Three words rarely say anything by themselves.
        score *= own.Count < 3 ? 0.6 : 1;
        score -= AnswerCues.IsOfScope(statement.Text) && !AnswerCues.AsksForScope(text) ? ScopeShare : 0;
        score -= _arrives && AnswerCues.IsOfCustomers($"{candidate.Title} {string.Join(' ', candidate.HeadingPath)}") ? DirectionShare : 0;
        var (focus, counted) = (_focus.In(own, heading, title), _focus.Counts(statement, language));
        var total = score + (CoverageBesides * coverage) + (PassageCoverage * passage.Parts.Coverage) + (PassageBesides * passage.Score / Math.Max(bestScore, 1e-9))
            + (subject.Of(candidate) >= Specificity.Party ? PartyBesides : 0) + (DocumentBesides * document.Share)
            + (focus < 0 ? -FocusMissing : FocusHeld * focus) + (CountedShare * counted);
        return new FoundStatement(statement, passage, subject.Of(candidate), coverage, score, inRange) { Total = total, Focus = focus };
    }

    /// <summary>A row is meant when the question names its first cell, and a column of it.</summary>
    private double RowShare(Statement statement, string language)
    {
        var key = Stems(statement.Key, language);
        var named = _topic.Any(t => !StopWords.IsCommon(t.Word) && Question.Held(t, key) > 0);
        var label = question.Terms.Any(t => t.IsCode && CodeWords.IsLabel(t.Word) && IsLabelOf(t.Word, statement));
        var asks = statement.Columns.Select(c => Asked(c, language, named)).DefaultIfEmpty(0).Max();
        return (named ? KeyShare : 0) + (label ? RangeShare : 0) + (ColumnShare * asks);
    }

    /// <summary>How much the question asks for a column: all of its words count fully, its last one alone ("answer" of "First answer") in part where the row is named too.</summary>
    private double Asked(string column, string language, bool isNamed)
    {
        var words = WordSplitter.Split(column, language).Where(w => !StopWords.Contains(w.Text, language)).Select(w => w.Stem).ToList();
        bool Said(string stem) => question.Terms.Any(t => t.Stems.ContainsKey(stem));
        return words.Count == 0 ? 0 : words.TrueForAll(Said) ? 1 : isNamed && Said(words[^1]) ? HeadOfColumn : 0;
    }

    /// <summary>"Class A" is the row "A" of a column "Class of product".</summary>
    private static bool IsLabelOf(string code, Statement row)
        => code.Split('x') is [.., var letter] && WordSplitter.Split(row.Key).FirstOrDefault().Text == letter
            && WordSplitter.Split(row.KeyName).Any(w => code == $"{w.Text}x{letter}");

    /// <summary>The share of the topic that stands in the title and the innermost heading.</summary>
    private double About(HashSet<string> heading, HashSet<string> title)
    {
        var all = _topic.Sum(t => t.Weight);
        return all <= 0 ? 0 : _topic.Sum(t => t.Weight * Math.Max(Question.Held(t, heading), Question.Held(t, title))) / all;
    }

    /// <summary>The share of neighbouring words of the question that also stand near each other in the statement.</summary>
    private double Nearness(Statement statement, string language)
    {
        var stems = WordSplitter.Split(statement.Text, language).Where(w => !StopWords.Contains(w.Text, language)).Select(w => w.Stem).ToList();
        var (near, pairs) = (0, 0);
        for (var i = 0; i + 1 < _topic.Count; i++)
        {
            var (first, second) = (_topic[i], _topic[i + 1]);
            pairs++;
            near += Enumerable.Range(0, stems.Count).Any(p => first.Stems.ContainsKey(stems[p])
                && stems.Skip(Math.Max(0, p - NearWords)).Take((2 * NearWords) + 1).Any(second.Stems.ContainsKey)) ? 1 : 0;
        }

        return pairs == 0 ? 0 : (double)near / pairs;
    }

    /// <summary>An item takes its "must not" or "when" from its introduction, but no figure or role.</summary>
    private bool Holds(Statement statement)
        => AnswerCues.Holds(asked, statement.Text)
            || (asked is AnswerKind.Permission or AnswerKind.Moment or AnswerKind.Procedure && AnswerCues.Holds(asked, statement.Intro));

    private static HashSet<string> Stems(string text, string language)
        => [.. WordSplitter.Split(text, language).Select(w => w.Stem)];
}
