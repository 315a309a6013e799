using System.Globalization;
using System.Text;
using Copilot.Evals.Answering;
using Copilot.Evals.Documents;
using Copilot.Evals.Matching;
using Copilot.Evals.Forecasting;
using Copilot.Evals.Retrieval;

namespace Copilot.Evals.Reports;

/// <summary>Prints a report for people.</summary>
internal static class ReportTable
{
    /// <summary>The report as a Markdown text: gates, scores by tag, and what went wrong.</summary>
    public static string Print(EvalReport report)
    {
        var text = new StringBuilder();
        if (report.Cases.Count > 0)
        {
            Row(text, "tag", "questions", "facts %", "citations %", "declines %", "answers %", "tools %", "leaks");
            Row(text, "---", "---:", "---:", "---:", "---:", "---:", "---:", "---:");
            foreach (var s in report.Scores)
            {
                Row(text, s.Tag, Number(s.Questions), Of(s.Facts), Of(s.Citations), Of(s.Abstains), Of(s.Answers), Of(s.Tools), Number(s.Leaks));
            }

            text.AppendLine();
        }

        if (report.Ranks.Count > 0)
        {
            Row(text, "collection", "search", "questions", "nDCG@10", "recall@5", "recall@10", "recall@100", "MRR", "hit@5");
            Row(text, "---", "---", "---:", "---:", "---:", "---:", "---:", "---:", "---:");
            foreach (var s in report.Ranks)
            {
                Row(text, s.Collection, s.System, Number(s.Questions), Rank(s.Ndcg), Rank(s.RecallAt5), Rank(s.RecallAt10), Rank(s.RecallAt100), Rank(s.Mrr), Rank(s.HitAt5));
            }

            text.AppendLine();
        }

        AnswerTable.WriteScores(text, report.Answered);
        ForecastTable.Write(text, report.Forecasts);
        if (report.Lateness is { } lateness)
        {
            text.AppendLine(LatenessRun.Words(lateness)).AppendLine();
        }

        DocumentTable.Write(text, report.Documents);
        MatchTable.Write(text, report.Matching);
        Row(text, "gate", "found", "limit", "kept");
        Row(text, "---", "---:", "---:", "---");
        foreach (var gate in report.Gates)
        {
            Row(text, gate.Name, Exact(gate.Found), Exact(gate.Limit), gate.Passed ? "yes" : "NO");
        }

        text.AppendLine();
        if (report.Routes.Count > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{report.RoutesRight.Right} of {report.Routes.Count} routing questions went to the right tools.");
        }

        foreach (var ranks in report.Ranks.Where(r => r is { Collection: CompanyExam.Collection or CompanyExam.Documents, System: RetrievalRun.Product }))
        {
            foreach (var missed in ranks.Missed)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"- not in the first 5 of {ranks.Collection}: {missed}");
            }
        }

        AnswerTable.WriteMissed(text, report.Answered);
        SafetyTable.Write(text, report);
        var failed = report.Cases.Where(c => !c.Passed).ToList();
        if (report.Cases.Count > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{report.Cases.Count - failed.Count} of {report.Cases.Count} cases without a fault.");
        }

        foreach (var golden in failed)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- {golden.Id} ({golden.As}){(golden.Trouble is null ? string.Empty : ": " + golden.Trouble)}");
            foreach (var step in golden.Steps.Where(s => !s.Passed))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  - {step.Question} → {Faults(step)}");
            }
        }

        foreach (var route in report.Routes.Where(r => !r.Right))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- route: {route.Question} → {Names(route.Chosen)} instead of {Names(route.Expected)}");
        }

        return text.ToString();
    }

    /// <summary>What is to be said against a step.</summary>
    internal static string Faults(StepResult step)
        => string.Join("; ", new[] { step.OutcomeRight ? null : $"{step.Outcome} instead of {step.Expected}" }
            .Concat(step.WrongFacts)
            .Concat(step.MissingCitations.Select(c => $"not cited: {c}"))
            .Concat(step.MissingTools.Select(t => $"not called: {t}"))
            .Concat(step.Leaks.Select(l => $"LEAK {l}"))
            .OfType<string>());

    private static string Names(IReadOnlyList<string> tools) => tools.Count == 0 ? "none" : string.Join(" + ", tools);

    private static string Of(Share share) => share.Of == 0 ? "-" : Number(share.Percent);

    private static string Rank(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Number(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Exact(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static void Row(StringBuilder text, params IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).AppendLine(" |");
}
