using System.Globalization;
using System.Text;
using Copilot.Evals.Reports;

namespace Copilot.Evals.Answering;

/// <summary>Prints how questions to the documents were answered.</summary>
internal static class AnswerTable
{
    /// <summary>Writes the scores by set.</summary>
    public static void WriteScores(StringBuilder text, IReadOnlyList<AnswerResult> results)
    {
        if (results.Count == 0)
        {
            return;
        }

        text.AppendLine("| questions to the documents | asked | right first or rightly declined % | abstained | of these the right section shown as near | wrong |").AppendLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (var score in AnswerScore.Of(results))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {score.Set} | {score.Right.Of} | {score.Right.Percent:0.#} | {score.Abstained} | {score.Near} | {score.Wrong} |");
        }

        text.AppendLine();
    }

    /// <summary>Writes what was not right.</summary>
    public static void WriteMissed(StringBuilder text, IReadOnlyList<AnswerResult> results)
    {
        foreach (var missed in results.Where(r => r.Mark != AnswerMark.Right).OrderByDescending(r => r.Mark))
        {
            var wanted = missed.MustDecline ? "nothing" : string.Join(" or ", missed.Expected);
            text.AppendLine(CultureInfo.InvariantCulture, $"- {missed.Mark.ToString().ToLowerInvariant()}: {missed.Id}: {missed.Question} → {missed.First ?? (missed.IsNear ? "no answer, shown as near" : "no answer")} instead of {wanted}");
        }
    }
}
