using Copilot.Benchmarks.Bare;
using Copilot.Benchmarks.Harness;
using Copilot.Benchmarks.House;

namespace Copilot.Benchmarks.Suites;

/// <summary>A question of each tool from its first event to its whole answer, against the bare calls inside it.</summary>
internal sealed class TurnSuite : ISuite
{
    private const int WarmAll = 30;
    private const int Warm = 6;
    private const int Rounds = 41;
    private const int Blocks = 3;
    private const int RunsOfBlock = 10;

    public string Name => "turn";

    public async Task RunAsync(RunningHouse house, Report report, CancellationToken cancellationToken)
    {
        using var store = new BareStore(house.Data);
        var added = new Samples();
        var questions = await EverydayQuestion.AllAsync(house, cancellationToken);

        // Names, fields and rights are read once an account, and code that runs often is compiled again, better.
        for (var run = 0; run < WarmAll; run++)
        {
            foreach (var question in questions)
            {
                await house.AskAsync(question.Role, question.Text, cancellationToken);
            }
        }

        foreach (var question in questions)
        {
            var (bare, asked) = await BareCalls.RecordAsync(house, store, question, cancellationToken);
            using (bare)
            {
                Check(question, asked);
                var pair = await MeasureAsync(house, report, question, bare, cancellationToken);
                added.Add(pair.Differences.Median);
            }
        }

        report.Add(Line.Single(Name, "all questions: what the turn adds", added.Median, "ms"));
    }

    private static void Check(EverydayQuestion question, AskedTurn asked)
    {
        var called = string.Join('+', asked.Turn!.ToolCalls.Select(c => c.Name).Order(StringComparer.Ordinal).Reverse());
        if (question.Tool.StartsWith("odoo", StringComparison.Ordinal) && called != question.Tool)
        {
            throw new InvalidOperationException($"'{question.Text}' called {called} instead of {question.Tool}: the measurement would name the wrong tool.");
        }
    }

    private async Task<Pair> MeasureAsync(RunningHouse house, Report report, EverydayQuestion question, BareCalls bare, CancellationToken cancellationToken)
    {
        var (first, words, odoo, knowledge, rows) = (new Samples(), new Samples(), new Samples(), new Samples(), new Samples());
        var left = Warm;
        var pair = await Pair.RunAsync(
            Warm,
            Rounds,
            async () =>
            {
                var asked = await house.AskAsync(question.Role, question.Text, cancellationToken);
                if (left-- <= 0)
                {
                    first.Add(asked.First!.Value);
                    words.Add(asked.Words ?? asked.Whole);
                }

                return asked.Whole;
            },
            async () =>
            {
                var times = await bare.RunAsync(cancellationToken);
                odoo.Add(times.Odoo);
                knowledge.Add(times.Knowledge);
                rows.Add(times.Store);
                return times.Sum;
            });
        report.Add(Line.Of(Name, question.Tool + " first event", first));
        report.Add(Line.Of(Name, question.Tool + " first words", words));
        report.Add(pair.ToLine(Name, question.Tool + " whole answer", FormattableString.Invariant(
            $"bare calls: Odoo {odoo.Median:0.0} ({bare.Requests}x) + knowledge {knowledge.Median:0.0} ({bare.KnowledgeCalls}x) + store {rows.Median:0.0}")));
        var (turn, calls) = await Work.CompareAsync(Blocks, RunsOfBlock, () => house.AskAsync(question.Role, question.Text, cancellationToken), () => bare.RunAsync(cancellationToken));
        report.Add(Line.Single(Name, question.Tool + " processor time", turn, "ms cpu") with
        {
            Count = Blocks * RunsOfBlock,
            Reference = "bare calls",
            ReferenceMedian = calls,
            Adds = turn - calls,
            Ratio = turn / calls,
        });
        return pair;
    }
}
