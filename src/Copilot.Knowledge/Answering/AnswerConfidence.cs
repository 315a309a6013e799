using Copilot.Knowledge.Retrieval;

namespace Copilot.Knowledge.Answering;

/// <summary>
/// How sure it is that the best statement answers. A logistic regression over what speaks for it: fitted on the questions of evals/retrieval, evals/golden and evals/answers
/// (without those kept back), answerable or not; the weights are those of that fit.
/// </summary>
internal sealed record AnswerConfidence
{
    private const double Sharpness = 9;
    private const double WideMargin = 0.4;
    private const double FarShort = -0.2;

    // About two in three: below, more answers of unseen questions were wrong than right.
    private const double LeastEvidence = 0.62;
    private const double LeastWithFigure = -0.4;

    /// <summary>Gets how much more of the question is covered than a plain rule asks for; negative when less.</summary>
    public required double Beyond { get; init; }

    /// <summary>Gets how well the statement answers, all in all.</summary>
    public required double Total { get; init; }

    /// <summary>Gets the share of the sections' likelihood that falls to its section, 0 to 1.</summary>
    public required double Share { get; init; }

    /// <summary>Gets how far the best statement of any other section lies behind, 0 to 1.</summary>
    public required double Margin { get; init; }

    /// <summary>Gets a value indicating whether the question wants a sort of answer that the statement holds.</summary>
    public required bool Holds { get; init; }

    /// <summary>Gets a value indicating whether the question wants no sort of answer that could be seen.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Gets a value indicating whether that sort is a figure or a time, which few statements hold by chance.</summary>
    public required bool HoldsFigure { get; init; }

    /// <summary>Gets a value indicating whether the question wants a figure, a time or a role that the statement lacks.</summary>
    public required bool Misses { get; init; }

    /// <summary>Gets a value indicating whether it is agreed with whom the question names.</summary>
    public required bool OfParty { get; init; }

    /// <summary>Gets a value indicating whether the word that says what is wanted stands nowhere in it.</summary>
    public required bool LacksFocus { get; init; }

    /// <summary>Gets a value indicating whether the question names something that the passage does not: a rule that shares its other words is another rule.</summary>
    public required bool LacksName { get; init; }

    /// <summary>Gets a value indicating whether it can't answer whatever it shares.</summary>
    public required bool Impossible { get; init; }

    /// <summary>Gets a value indicating whether it is sure enough.</summary>
    public bool IsSure
        => !Impossible && Beyond >= (Misses || LacksName || IsOpen ? 0 : FarShort) && Evidence >= (HoldsFigure && Beyond >= 0 ? LeastWithFigure : LeastEvidence);

    /// <summary>Gets the logarithm of the odds that it answers.</summary>
    public double Evidence
        => -2.72 + (1.73 * Beyond) + (1.18 * Total) + (2.09 * Share) + (1.46 * Margin) + (Holds ? 0.63 : 0) + (HoldsFigure ? 0.38 : 0)
            + (OfParty ? 0.81 : 0) - (Misses ? 0.24 : 0) - (LacksFocus ? 1.32 : 0);

    /// <summary>Weighs the best statement against all others.</summary>
    public static AnswerConfidence Of(FoundStatement best, IReadOnlyList<FoundStatement> found, AnswerKind asked, Question terms, string question, double beyond)
    {
        var (own, all, second) = (0.0, 0.0, double.NegativeInfinity);
        foreach (var statement in found)
        {
            var likelihood = Math.Exp(Sharpness * (statement.Total - best.Total));
            var beside = statement.IsUnderHeadingOf(best);
            all += likelihood;
            own += beside ? likelihood : 0;
            second = beside ? second : Math.Max(second, statement.Total);
        }

        var holds = AnswerCues.Holds(asked, best.Statement.Text);
        return new AnswerConfidence
        {
            Beyond = beyond,
            Total = best.Total,
            Share = own / all,
            Margin = Math.Clamp((best.Total - second) / WideMargin, 0, 1),
            Holds = asked != AnswerKind.Open && holds,
            IsOpen = asked == AnswerKind.Open,
            HoldsFigure = holds && asked is AnswerKind.Rate or AnswerKind.Time or AnswerKind.Figure or AnswerKind.Speed,
            Misses = !holds && asked is AnswerKind.Rate or AnswerKind.Time or AnswerKind.Figure or AnswerKind.Speed or AnswerKind.Person or AnswerKind.Place,
            OfParty = best.Specificity == Specificity.Party,
            LacksFocus = best.Focus < 0,
            LacksName = (best.Specificity < Specificity.Party && terms.Terms.Any(t => t.IsName))
                || terms.Terms.Any(t => t.IsProper && !t.IsName && Question.Held(t, Words(best)) <= 0),
            Impossible = AnswerTypes.IsOfFacts(question) || AnswerTypes.Lacks(question, best.Statement.Spoken),
        };
    }

    private static HashSet<string> Words(FoundStatement best)
        => [.. best.Passage.Candidate.BodyStems.Split(' '), .. best.Passage.Candidate.ContextStems.Split(' '), .. best.Passage.Candidate.Codes.Split(' ')];
}
