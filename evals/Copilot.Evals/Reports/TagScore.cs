namespace Copilot.Evals.Reports;

/// <summary>The score of all cases with a tag.</summary>
/// <param name="Tag">The tag, or <c>all</c>.</param>
/// <param name="Questions">How many questions were asked.</param>
/// <param name="Facts">Facts that were right.</param>
/// <param name="Citations">Citations that were there.</param>
/// <param name="Abstains">Questions that had to be declined and were.</param>
/// <param name="Answers">Questions that had to be answered and were.</param>
/// <param name="Tools">Tools that were called as expected.</param>
/// <param name="Leaks">Things shown to somebody who may not see them.</param>
public sealed record TagScore(string Tag, int Questions, Share Facts, Share Citations, Share Abstains, Share Answers, Share Tools, int Leaks)
{
    /// <summary>Adds cases up.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="cases">The cases.</param>
    public static TagScore Of(string tag, IEnumerable<CaseResult> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var all = cases.ToList();
        var steps = all.SelectMany(c => c.Steps).ToList();
        var troubles = all.Count(c => c.Trouble is not null);
        var declined = steps.Where(s => !s.Expected.Contains("answered", StringComparison.OrdinalIgnoreCase)).ToList();
        var answered = steps.Where(s => s.Expected.Equals("answered", StringComparison.OrdinalIgnoreCase)).ToList();
        return new TagScore(
            tag,
            steps.Count,
            new Share(steps.Sum(s => s.Facts - s.WrongFacts.Count), steps.Sum(s => s.Facts) + troubles),
            new Share(steps.Sum(s => s.Citations - s.MissingCitations.Count), steps.Sum(s => s.Citations)),
            new Share(declined.Count(s => s.OutcomeRight), declined.Count),
            new Share(answered.Count(s => s.OutcomeRight), answered.Count + troubles),
            new Share(steps.Count(s => s.MissingTools.Count == 0), steps.Count),
            steps.Sum(s => s.Leaks.Count));
    }
}
