using Copilot.Evals.Reports;

namespace Copilot.Evals.Answering;

/// <summary>How the questions of one set were answered.</summary>
/// <param name="Set">The set.</param>
/// <param name="Right">The right section first, or declined where that is right.</param>
/// <param name="Abstained">How many were not answered although they could be.</param>
/// <param name="Wrong">How many were answered from something else, or although they must be declined.</param>
/// <param name="Near">How many of those not answered showed the right section as one that comes near.</param>
public sealed record AnswerScore(string Set, Share Right, int Abstained, int Wrong, int Near)
{
    private const decimal LeastRight = 52;
    private const decimal LeastShown = 75;
    private const decimal LeastDeclined = 85;
    private const decimal MostWrong = 10;

    /// <summary>Scores the sets, in the order they were asked.</summary>
    public static IReadOnlyList<AnswerScore> Of(IEnumerable<AnswerResult> results)
        => [.. results.GroupBy(r => r.Set).Select(g => new AnswerScore(
            g.Key, new Share(g.Count(r => r.Mark == AnswerMark.Right), g.Count()), g.Count(r => r.Mark == AnswerMark.Abstained), g.Count(r => r.Mark == AnswerMark.Wrong), g.Count(r => r.IsNear)))];

    /// <summary>The limits, over all sets together: answering more must not become answering wrongly.</summary>
    public static IEnumerable<Gate> Gates(IReadOnlyList<AnswerResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var answerable = results.Where(r => !r.MustDecline).ToList();
        var other = results.Where(r => r.MustDecline).ToList();
        if (answerable.Count > 0)
        {
            var wrong = new Share(answerable.Count(r => r.Mark == AnswerMark.Wrong), answerable.Count).Percent;
            yield return Gate.AtLeast("paraphrased questions, right section first, %", new Share(answerable.Count(r => r.Mark == AnswerMark.Right), answerable.Count), LeastRight);
            yield return Gate.AtLeast("paraphrased questions, right section first or shown as near, %", new Share(answerable.Count(r => r.Mark == AnswerMark.Right || r.IsNear), answerable.Count), LeastShown);
            yield return new Gate("paraphrased questions, wrong section first, %", wrong, MostWrong, wrong <= MostWrong);
        }

        if (other.Count > 0)
        {
            yield return Gate.AtLeast("near questions without an answer, declined, %", new Share(other.Count(r => r.Mark == AnswerMark.Right), other.Count), LeastDeclined);
        }
    }
}
