using Copilot.Contracts;
using Copilot.Forecasting.Lateness;
using Xunit;

namespace Copilot.Tests.Forecasting.Lateness;

public sealed class LatenessModelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_a_full_warehouse_pushes_to_the_next_day_is_told_ahead(int seed)
    {
        var history = MadeShipping.Queue(seed);
        var told = LatenessModel.Tell(history, MadeShipping.Today.AddDays(-90), MadeShipping.Today, CancellationToken.None);
        var trial = LatenessTrial.Of(told);
        Assert.InRange(trial.Late, 20, trial.Lines / 3);
        Assert.True(trial.Gain > 0.2, $"better by {trial.Gain:0.000}");
        Assert.True(trial.Calibration < 0.05, $"off by {trial.Calibration:0.000}");
    }

    [Fact]
    public void A_line_behind_a_full_day_is_more_probably_late_than_one_on_an_empty_day()
    {
        var history = MadeShipping.Queue(3);
        var (busy, calm) = (MadeShipping.Today.AddDays(1), MadeShipping.Today.AddDays(2));
        var lines = history.Lines.Where(l => l.Promised < MadeShipping.Today).ToList();
        lines.AddRange(Enumerable.Range(0, 30).Select(i => new ShippedLine(100_000 + i, 100_000 + i, 1, 1, MadeShipping.Today.AddDays(-2), busy, null)));
        lines.Add(new ShippedLine(200_000, 200_000, 1, 1, MadeShipping.Today.AddDays(-2), calm.AddDays(5), null));
        var model = LatenessModel.Learn(history with { Lines = lines }, CancellationToken.None);
        Assert.True(model.Tells);
        var (last, first, alone) = (model.Of(lines.Single(l => l.Id == 100_029), isOnShelf: true), model.Of(lines.Single(l => l.Id == 100_000), isOnShelf: true), model.Of(lines[^1], isOnShelf: true));
        Assert.True(last.Chance > 0.6, $"{last.Chance:0.00}");
        Assert.True(first.Chance < last.Chance);
        Assert.True(alone.Chance < 0.2, $"{alone.Chance:0.00}");
        Assert.Equal(Signs.Cause.Press, last.Causes[0].Cause);
    }

    [Fact]
    public void Where_lateness_is_a_coin_the_chance_stays_near_the_share()
    {
        var model = LatenessModel.Learn(MadeShipping.Coin(7, 0.08), CancellationToken.None);
        Assert.InRange(model.Share, 0.06, 0.10);
        var open = new ShippedLine(99_999, 99_999, 1, 1, MadeShipping.Today.AddDays(-2), MadeShipping.Today.AddDays(2), null);
        var history = MadeShipping.Coin(7, 0.08);
        var chance = LatenessModel.Learn(history with { Lines = [.. history.Lines, open] }, CancellationToken.None).Of(open, isOnShelf: true).Chance;
        Assert.InRange(chance, 0.03, 0.16);
    }

    [Fact]
    public void A_short_past_or_one_without_late_lines_knows_nothing()
    {
        Assert.False(LatenessModel.Learn(MadeShipping.Coin(1, 0.1, count: 200), CancellationToken.None).Knows);
        Assert.False(LatenessModel.Learn(MadeShipping.Coin(1, 0.0), CancellationToken.None).Knows);
        Assert.True(LatenessModel.Learn(MadeShipping.Coin(1, 0.1), CancellationToken.None).Knows);
    }

    [Fact]
    public void What_came_after_a_day_changes_nothing_that_is_told_of_it()
    {
        var history = MadeShipping.Queue(4);
        var (from, to) = (MadeShipping.Today.AddDays(-120), MadeShipping.Today.AddDays(-100));
        var later = history with { Lines = [.. history.Lines.Where(l => l.Known < to), .. Enumerable.Range(0, 500).Select(i => new ShippedLine(500_000 + i, 500_000 + i, 1, 1, to.AddDays(1), to.AddDays(3), null))] };
        Assert.Equal(LatenessModel.Tell(history, from, to, CancellationToken.None), LatenessModel.Tell(later, from, to, CancellationToken.None));
    }

    [Fact]
    public void The_same_history_gives_the_same_chances()
        => Assert.Equal(
            LatenessModel.Tell(MadeShipping.Queue(5), MadeShipping.Today.AddDays(-60), MadeShipping.Today, CancellationToken.None),
            LatenessModel.Tell(MadeShipping.Queue(5), MadeShipping.Today.AddDays(-60), MadeShipping.Today, CancellationToken.None));

    [Fact]
    public void Chances_that_hit_have_a_score_of_zero_and_gain_everything()
    {
        var sure = LatenessTrial.Of([new ToldLine(1, 0.5, true), new ToldLine(0, 0.5, false)]);
        Assert.Equal((0, 0.25, 1), (sure.Brier, sure.Plain, sure.Gain));
        var wrong = LatenessTrial.Of([new ToldLine(0, 0.5, true), new ToldLine(1, 0.5, false)]);
        Assert.Equal((1, -3), (wrong.Brier, wrong.Gain));
        Assert.Equal(1, wrong.Calibration);
    }
}
