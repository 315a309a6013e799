using Copilot.Contracts;
using Copilot.Forecasting.Customers;
using Xunit;

namespace Copilot.Tests.Forecasting.Customers;

public sealed class SlowdownCheckTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void A_weekly_customer_who_is_silent_for_three_months_has_gone_quiet()
    {
        var check = Check([.. Enumerable.Range(1, 30).Select(i => Regular(i, 7, 2)), Regular(99, 7, 91)]);

        var one = Assert.Single(check.Slower);
        Assert.Equal(99, one.Pace.Buyer.Record.Id);
        Assert.True(one.OneIn >= 1000, $"one in {one.OneIn}");
        Assert.Equal(91, one.Pace.Silence);
        Assert.Equal(7, one.Pace.MeanGap);
        Assert.Equal(0, one.Pace.Recent);
        Assert.InRange(one.Expected, 12, 14);
        Assert.Equal(one.ExpectedNet, one.Missing);
    }

    [Fact]
    public void The_same_silence_says_nothing_of_one_who_orders_each_quarter()
        => Assert.Empty(Check([.. Enumerable.Range(1, 30).Select(i => Regular(i, 7, 2)), Regular(99, 91, 91)]).Slower);

    [Fact]
    public void One_who_still_orders_but_seldom_is_told_for_fewer_orders()
    {
        var seldom = Of(99, [.. Enumerable.Range(14, 90).Select(w => Today.AddDays(-7 * w)), Today.AddDays(-40), Today.AddDays(-2)]);
        var one = Assert.Single(Check([.. Enumerable.Range(1, 30).Select(i => Regular(i, 7, 2)), seldom]).Slower);
        Assert.False(one.IsSilent);
        Assert.Equal(2, one.Pace.Recent);
    }

    [Fact]
    public void A_quiet_season_of_all_is_nobodys_slow_down()
    {
        var buyers = Enumerable.Range(1, 40).Select(i => Of(i, [.. Enumerable.Range(14, 80).Select(w => Today.AddDays(-(7 * w) - (i % 7))), .. Enumerable.Range(0, 4).Select(m => Today.AddDays(-(21 * m) - (i % 14) - 1))]));
        Assert.All(Check([.. buyers]).Judged, j => Assert.True(j.FewerChance > 0.1, $"{j.FewerChance}"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_customers_who_go_on_as_before_hardly_any_is_told(int seed)
    {
        var random = new Random(seed);
        var buyers = Enumerable.Range(1, 300).Select(i => Chance(i, random, 5 + (60 * random.NextDouble()))).ToList();

        var check = Check(buyers);

        // Where nobody slows down, one list in ten has anybody on it at all.
        Assert.True(check.Slower.Count <= 3, $"{check.Slower.Count}");
        Assert.InRange(check.Judged.Count(j => j.SilenceChance <= 0.1) / (double)check.Judged.Count, 0.005, 0.13);
    }

    [Fact]
    public void Planted_ones_are_found_among_many_and_few_others_with_them()
    {
        var random = new Random(7);
        var stopped = Enumerable.Range(1000, 20).Select(i => Chance(i, random, 10, 120)).ToList();
        var check = Check([.. Enumerable.Range(1, 200).Select(i => Chance(i, random, 5 + (60 * random.NextDouble()))), .. stopped]);
        Assert.True(check.Slower.Count(s => s.Pace.Buyer.Record.Id >= 1000) >= 18);
        Assert.True(check.Slower.Count(s => s.Pace.Buyer.Record.Id < 1000) <= 6);
    }

    [Fact]
    public void Too_few_orders_are_no_rhythm()
    {
        var check = Check([.. Enumerable.Range(1, 30).Select(i => Regular(i, 7, 2)), Of(99, [Today.AddDays(-400), Today.AddDays(-300)])]);
        Assert.Equal(99, Assert.Single(check.Passed).Buyer.Record.Id);
        Assert.Empty(Check([Regular(1, 90, 3)]).Judged);
        Assert.Empty(Check([]).Judged);
    }

    [Fact]
    public void Those_not_asked_about_are_compared_with_and_not_told()
        => Assert.Equal([99], Check([.. Enumerable.Range(1, 30).Select(i => Regular(i, 7, 2) with { IsAsked = false }), Regular(99, 7, 91)]).Judged.Select(j => j.Pace.Buyer.Record.Id));

    [Fact]
    public void Scores_are_fifths_of_all_customers()
    {
        var paces = Enumerable.Range(1, 10).Select(i => BuyingPace.Of(Regular(i, 10 * i, i), Today)!).ToList();
        var scores = CustomerScore.Of(paces);
        Assert.Equal([5, 5, 4, 4, 3, 3, 2, 2, 1, 1], Enumerable.Range(1, 10).Select(i => scores[i].Recency));
        Assert.Equal("5-5-5", scores[1].ToString());
        Assert.Equal("1-1-1", scores[10].ToString());
    }

    private static SlowdownCheck Check(IReadOnlyList<Buyer> buyers) => SlowdownCheck.Of([.. buyers.Select(b => BuyingPace.Of(b, Today)!)]);

    /// <summary>An order each so many days, the last one so many days ago.</summary>
    private static Buyer Regular(int id, int gap, int silence) => Of(id, [.. Enumerable.Range(0, (730 - silence) / gap).Select(i => Today.AddDays(-silence - (i * gap)))]);

    /// <summary>Orders by chance, on average each so many days, none in the last days.</summary>
    private static Buyer Chance(int id, Random random, double gap, int none = 0)
    {
        var (days, at) = (new List<DateOnly>(), 730.0);
        while ((at += gap * Math.Log(1 - random.NextDouble())) > none)
        {
            days.Add(Today.AddDays(-(int)at));
        }

        return Of(id, days.Count > 0 ? days : [Today.AddDays(-729)]);
    }

    private static Buyer Of(int id, IReadOnlyList<DateOnly> days) => new()
    {
        Record = new RecordRef("res.partner", id), Name = $"Customer {id:0000}", Currency = "EUR", Days = [.. days.Distinct().Order().Select(d => new BuyingDay(d, 1, 100))],
    };
}
