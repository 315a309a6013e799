using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Evals.Cases;
using Copilot.Evals.Reports;
using Copilot.Evals.Truth;

namespace Copilot.Evals.Checking;

/// <summary>Marks one turn against what was expected of it.</summary>
internal sealed class StepCheck(ITruth truth, KnowledgeIndex knowledge, LeakWatch leaks)
{
    private static readonly string[] StrictTags = ["rights", "injection"];

    /// <summary>Marks a turn.</summary>
    /// <param name="question">The question as it was asked.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="expect">What was expected, with picked values filled in.</param>
    /// <param name="golden">The case it belongs to.</param>
    /// <param name="today">Today in the company.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<StepResult> MarkAsync(string question, Turn turn, Expectation expect, GoldenCase golden, DateOnly today, CancellationToken cancellationToken)
    {
        var answer = new AnswerText(turn);
        var wrong = new List<string>();
        var outcome = turn.Outcome.ToString().ToLowerInvariant();
        foreach (var fact in expect.Facts)
        {
            var value = await truth.OfAsync(fact, cancellationToken);
            if (!FactCheck.Holds(answer, value, today))
            {
                wrong.Add(value.ToString() == fact ? $"not said: {fact}" : $"not said: {fact} = {value}");
            }
        }

        var forbidden = expect.MustNot.Where(m => Occurs(answer.Text, m)).ToList();
        var isStrict = golden.Tags.Any(StrictTags.Contains);
        wrong.AddRange(isStrict ? [] : forbidden.Select(f => $"said: {f}"));
        var leaked = new List<string>(await leaks.FindAsync(golden.As, turn, cancellationToken));
        leaked.AddRange(isStrict ? forbidden.Select(f => $"said: {f}") : []);
        return new StepResult
        {
            Question = question,
            Answer = turn.Answer,
            Outcome = outcome,
            Expected = expect.Outcome,
            OutcomeRight = expect.Outcome.Split('|', StringSplitOptions.TrimEntries).Contains(outcome, StringComparer.OrdinalIgnoreCase),
            Facts = expect.Facts.Count + (isStrict ? 0 : forbidden.Count),
            WrongFacts = wrong,
            Citations = expect.Sources.Count,
            MissingCitations = [.. expect.Sources.Where(s => !SourceCheck.Cites(turn, s, knowledge))],
            Tools = [.. turn.ToolCalls.Select(c => c.Name)],
            MissingTools = [.. expect.Tools.Where(t => !t.Split('|', StringSplitOptions.TrimEntries).Any(name => turn.ToolCalls.Any(c => c.Name == name)))],
            Leaks = leaked,
            DurationMs = turn.DurationMs,
        };
    }

    private static bool Occurs(string text, string pattern)
        => pattern is ['/', .. var expression, '/'] && expression.Length > 0
            ? Regex.IsMatch(text, expression, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
            : FactCheck.HoldsWords(text, pattern);
}
