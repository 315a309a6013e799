using Copilot.Contracts;
using Copilot.Forecasting;
using Copilot.Forecasting.Ready;
using Copilot.Forecasting.Tools;
using Copilot.Testing.Conversation;
using Xunit;

namespace Copilot.Testing.Storage;

/// <summary>Nights: each is worked through once by one node, one that was interrupted goes on, one that was missed is told, and what is ready outlives the process.</summary>
public abstract class ForecastNightContract(StoreUnderTest store) : StoreContract(store)
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 24, 20, 0, 0, TimeSpan.Zero);

    private readonly PracticeClock clock = new(Evening);
    private readonly PracticeCatalogue catalogue = new();
    private readonly KeptForecasts kept = new(new SeriesForecaster());

    internal override IReadOnlyList<SchemaStep> Steps => ReadySchemaStore.Steps;

    [SkippableFact]
    public async Task A_house_that_was_just_set_up_is_not_busied_before_its_first_night()
    {
        var night = Night();
        Assert.False(await night.TendAsync(None));
        Assert.False(await night.TendAsync(None));
        Assert.Equal((0, true), (kept.Count, (await night.StandingAsync(None)).Ok));
    }

    [SkippableFact]
    public async Task A_night_makes_every_product_ready_for_each_way_to_ask_and_only_once()
    {
        var night = await SetUpAsync();
        Assert.True(await night.TendAsync(None));

        // Two warehouses of two companies, each company, and both together.
        Assert.Equal(["1 LYO", "2 RTM", "1 -", "2 -", "1,2 -"], catalogue.Asked);
        Assert.InRange(kept.Count, 1, 15);
        Assert.False(await night.TendAsync(None));
        var (ok, text) = await night.StandingAsync(None);
        Assert.True(ok);
        Assert.Equal("all ready as of Wed 25 Nov 2026 01:30 UTC", text);
    }

    [SkippableFact]
    public async Task What_is_ready_outlives_the_process_and_is_not_made_again()
    {
        await (await SetUpAsync()).TendAsync(None);
        var another = new KeptForecasts(new SeriesForecaster());
        var later = Night(another);
        Assert.Equal(kept.Count, await later.LoadAsync(None));
        clock.Move(TimeSpan.FromDays(1));
        Assert.True(await later.TendAsync(None));
        Assert.Equal(0, (await new ReadyStore(Database).StateAsync("default", None)).Made);
        Assert.Equal(kept.Count, another.Count);
    }

    [SkippableFact]
    public async Task A_forecast_that_was_kept_is_the_one_that_would_be_made()
    {
        await (await SetUpAsync()).TendAsync(None);
        foreach (var (hash, forecast) in await new ReadyStore(Database).AllAsync("default", 100, None))
        {
            var own = kept.Find(hash)!;
            Assert.Equal(own.Mean, forecast.Mean);
            Assert.Equal(own.SumHalf80, forecast.SumHalf80);
            Assert.Equal((own.Method, own.Start, own.Demand, own.Backtest), (forecast.Method, forecast.Start, forecast.Demand, forecast.Backtest));
        }
    }

    [SkippableFact]
    public async Task A_night_that_was_interrupted_goes_on()
    {
        var night = await SetUpAsync();
        catalogue.Before = scope => scope == "2 -" ? throw new OperationCanceledException() : Task.CompletedTask;
        await Assert.ThrowsAsync<OperationCanceledException>(() => night.TendAsync(None));
        Assert.Contains("being made ready", (await night.StandingAsync(None)).Text, StringComparison.Ordinal);
        var half = kept.Count;
        Assert.True(half > 0);

        catalogue.Before = _ => Task.CompletedTask;
        // What a process that is gone held is free after a while.
        clock.Move(TimeSpan.FromMinutes(11));
        var restarted = new KeptForecasts(new SeriesForecaster());
        var next = Night(restarted);
        Assert.Equal(half, await next.LoadAsync(None));
        Assert.True(await next.TendAsync(None));
        var state = await new ReadyStore(Database).StateAsync("default", None);
        Assert.Equal((15, restarted.Count - half), (state.Done, state.Made));
        Assert.StartsWith("all ready", (await next.StandingAsync(None)).Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_night_that_was_missed_says_so_and_is_made_up_for()
    {
        var night = await SetUpAsync();
        await night.TendAsync(None);
        clock.Move(TimeSpan.FromHours(30));
        var (ok, text) = await night.StandingAsync(None);
        Assert.False(ok);
        Assert.Equal("the night of Thu 26 Nov 2026 01:00 UTC was missed; all ready as of Wed 25 Nov 2026 01:30 UTC", text);
        Assert.True(await night.TendAsync(None));
        Assert.True((await night.StandingAsync(None)).Ok);
    }

    [SkippableFact]
    public async Task What_cannot_be_read_is_told_and_the_rest_is_made_ready()
    {
        var night = await SetUpAsync();
        catalogue.Refused = "2 RTM";
        Assert.True(await night.TendAsync(None));
        var (ok, text) = await night.StandingAsync(None);
        Assert.False(ok);
        Assert.Equal("none made ready yet; RTM: Too much history.", text);
        Assert.True(kept.Count > 0);
    }

    [SkippableFact]
    public async Task One_node_works_while_the_other_looks_on()
    {
        var night = await SetUpAsync();
        var other = Night();
        var (began, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        catalogue.Before = async scope =>
        {
            if (scope == "1 LYO")
            {
                began.TrySetResult();
                await goOn.Task;
            }
        };
        var work = night.TendAsync(None);
        await began.Task;
        Assert.False(await other.TendAsync(None));
        goOn.SetResult();
        Assert.True(await work);
    }

    [SkippableFact]
    public async Task What_no_night_used_for_long_is_forgotten()
    {
        await (await SetUpAsync()).TendAsync(None);
        catalogue.Level = 40;
        clock.Move(TimeSpan.FromDays(15));
        var later = Night(new KeptForecasts(new SeriesForecaster()));
        await later.TendAsync(None);
        var all = await new ReadyStore(Database).AllAsync("default", 100, None);
        Assert.All(all, f => Assert.Null(kept.Find(f.Hash)));
        Assert.NotEmpty(all);
    }

    [SkippableFact]
    public async Task Without_nights_nothing_is_made_ready()
    {
        var night = new ForecastNight(catalogue, kept, new ReadyStore(Database), Node(), new ForecastNightOptions { Nightly = false }, clock);
        clock.Move(TimeSpan.FromDays(3));
        Assert.False(await night.TendAsync(None));
        Assert.Equal((true, "made when they are asked for"), await night.StandingAsync(None));
    }

    private ForecastNight Night(KeptForecasts? forecasts = null) => new(catalogue, forecasts ?? kept, new ReadyStore(Database), Node(), new ForecastNightOptions(), clock);

    /// <summary>A house that was set up in the evening, after its first night has begun.</summary>
    private async Task<ForecastNight> SetUpAsync()
    {
        var night = Night();
        await night.TendAsync(None);
        clock.Move(new TimeSpan(5, 30, 0));
        return night;
    }

    private sealed class PracticeCatalogue : IDemandCatalogue
    {
        private static readonly CompanyRef Industrial = new(1, "Industrial");
        private static readonly CompanyRef Packaging = new(2, "Packaging");

        public List<string> Asked { get; } = [];

        public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

        public string? Refused { get; set; }

        public double Level { get; set; } = 20;

        public int RoundTrips => 0;

        public int PartsRoundTrips => 0;

        public Task<Sourced<DemandHistories>> PartsAsync(ToolContext context, DemandScope scope, bool customers, CancellationToken cancellationToken) => throw new NotSupportedException();

        public async Task<Sourced<DemandHistories>> EachAsync(ToolContext context, DemandScope scope, int most, bool shelves, CancellationToken cancellationToken)
        {
            var asked = $"{string.Join(',', context.Caller.Companies.Select(c => c.Id))} {scope.Warehouse ?? "-"}";
            await Before(asked);
            Asked.Add(asked);
            return asked == Refused
                ? new Sourced<DemandHistories>(null, new ToolResult { Outcome = ToolOutcome.Ok, Found = false, Reason = "Too much history." })
                : new Sourced<DemandHistories>(new DemandHistories { Scope = scope, Products = [.. Enumerable.Range(1, 3).Select(i => Product(context.Today, i, asked.Sum(c => c) % 29))], Total = 3 }, null);
        }

        public Task<Sourced<IReadOnlyList<DemandPlace>>> PlacesAsync(ToolContext context, CancellationToken cancellationToken)
            => Task.FromResult(new Sourced<IReadOnlyList<DemandPlace>>([new DemandPlace("LYO", Industrial), new DemandPlace("RTM", Packaging)], null));

        private DemandHistory Product(DateOnly today, int number, int more) => new()
        {
            Scope = new DemandScope { Product = $"P{number}" },
            Unit = "pcs",
            From = today.AddDays(-1095),
            Today = today,
            Products = 1,
            Days = [.. Enumerable.Range(0, 30).Select(t => new DemandDay(new DateOnly(2026, 3, 2).AddDays(7 * t), Level + more + (number * (t % 3)), 0))],
        };
    }
}
