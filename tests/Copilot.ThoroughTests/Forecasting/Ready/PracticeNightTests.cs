using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Forecasting;
using Copilot.Forecasting.Overrides;
using Copilot.Forecasting.Ready;
using Copilot.Forecasting.Tools;
using Copilot.Host.Storage;
using Copilot.Testing.Conversation;
using Copilot.Testing.Service;
using Copilot.Testing.Tools;
using Copilot.ThoroughTests.Odoo;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Forecasting.Ready;

/// <summary>A night over the practice company's own histories, of the busiest products of each scope, with a clock that is moved.</summary>
[Collection(PracticeCompanyCollection.Name)]
public sealed class PracticeNightTests(PracticeCompany company) : IAsyncLifetime
{
    private const int Busiest = 4;

    private readonly TemporaryFolder folder = new();
    private readonly PracticeClock clock = new(company.Now);
    private readonly KeptForecasts kept = new(new SeriesForecaster());
    private SqliteDatabase? database;
    private NodeFiles? node;

    public async Task InitializeAsync()
    {
        database = new SqliteDatabase(Path.Combine(folder.Path, "night.db"));
        node = new NodeFiles(folder.Path);
        await new SchemaStore(database, ReadySchemaStore.Steps, TimeProvider.System).ApplyAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        node!.Dispose();
        await database!.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task After_a_night_nobody_waits_for_a_forecast_of_a_list()
    {
        var few = new BusiestProducts(company.Services.GetRequiredService<IDemandCatalogue>());
        var night = new ForecastNight(few, kept, new ReadyStore(database!), node!, new ForecastNightOptions(), clock);
        Assert.False(await night.TendAsync(CancellationToken.None));
        clock.Move(TimeSpan.FromHours(25));
        var during = new List<string>();
        few.Before = async () => during.Add((await night.StandingAsync(CancellationToken.None)).Text);
        Assert.True(await night.TendAsync(CancellationToken.None));

        var (ok, text) = await night.StandingAsync(CancellationToken.None);
        Assert.True(ok, text);
        Assert.StartsWith("all ready as of ", text, StringComparison.Ordinal);
        Assert.Equal("being made ready, 0 products done; none made ready yet", during[0]);
        Assert.Equal($"being made ready, {Busiest} products done; none made ready yet", during[1]);
        var ready = kept.Count;
        Assert.InRange(ready, Busiest, Busiest * during.Count);

        var asked = new OutlookTool(few, kept, company.Services.GetRequiredService<OverrideBook>());
        foreach (var arguments in new[] { "{}", """{"warehouse":"RTM"}""", """{"list":"growth","warehouse":"LYO"}""" })
        {
            Assert.True((await RunAsync(asked, arguments)).Found);
            Assert.Equal(ready, kept.Count);
        }
    }

    [Fact]
    public async Task What_could_not_be_read_is_read_again_some_minutes_later()
    {
        var few = new BusiestProducts(company.Services.GetRequiredService<IDemandCatalogue>()) { Busy = true };
        var night = new ForecastNight(few, kept, new ReadyStore(database!), node!, new ForecastNightOptions(), clock);
        await night.TendAsync(CancellationToken.None);
        clock.Move(ToNextDue() + TimeSpan.FromMinutes(1));
        Assert.True(await night.TendAsync(CancellationToken.None));
        Assert.False((await night.StandingAsync(CancellationToken.None)).Ok);

        Assert.False(await night.TendAsync(CancellationToken.None));
        clock.Move(TimeSpan.FromMinutes(11));
        few.Busy = false;
        Assert.True(await night.TendAsync(CancellationToken.None));
        Assert.StartsWith("all ready", (await night.StandingAsync(CancellationToken.None)).Text, StringComparison.Ordinal);
        clock.Move(TimeSpan.FromMinutes(11));
        Assert.False(await night.TendAsync(CancellationToken.None));
    }

    [Fact]
    public async Task What_cannot_be_read_all_night_waits_for_the_next()
    {
        var few = new BusiestProducts(company.Services.GetRequiredService<IDemandCatalogue>()) { Busy = true };
        var night = new ForecastNight(few, kept, new ReadyStore(database!), node!, new ForecastNightOptions(), clock);
        await night.TendAsync(CancellationToken.None);
        clock.Move(ToNextDue() + TimeSpan.FromMinutes(1));
        Assert.True(await night.TendAsync(CancellationToken.None));
        clock.Move(TimeSpan.FromHours(4));
        Assert.False(await night.TendAsync(CancellationToken.None));
    }

    private TimeSpan ToNextDue() => new ForecastNightOptions().DueBefore(clock.GetUtcNow() + TimeSpan.FromDays(1)) - clock.GetUtcNow();

    private async Task<ToolResult> RunAsync(OutlookTool tool, string arguments)
    {
        // The night counts the days of its own time zone.
        var caller = PracticeCompany.As(RoleNames.OperationsManager) with { TimeZone = new ForecastNightOptions().TimeZone };
        var call = new ToolCall { Id = "c1", Tool = tool.Definition.Name, Arguments = JsonNode.Parse(arguments)!.AsObject() };
        return await tool.RunAsync(new ToolContext { Caller = caller, TurnId = "t1", Question = string.Empty, Now = clock.GetUtcNow() }, call, Permits.For(call, caller), CancellationToken.None);
    }

    /// <summary>The company's own catalogue, cut to the busiest products.</summary>
    private sealed class BusiestProducts(IDemandCatalogue whole) : IDemandCatalogue
    {
        public bool Busy { get; set; }

        public Func<Task> Before { get; set; } = () => Task.CompletedTask;

        public int RoundTrips => whole.RoundTrips;

        public int PartsRoundTrips => whole.PartsRoundTrips;

        public async Task<Sourced<DemandHistories>> EachAsync(ToolContext context, DemandScope scope, int most, bool shelves, CancellationToken cancellationToken)
        {
            await Before();
            return Busy ? new Sourced<DemandHistories>(null, new ToolResult { Outcome = ToolOutcome.Failed, Found = false, Reason = "Odoo did not answer in time." }) : await whole.EachAsync(context, scope, Math.Min(most, Busiest), shelves, cancellationToken);
        }

        public Task<Sourced<DemandHistories>> PartsAsync(ToolContext context, DemandScope scope, bool customers, CancellationToken cancellationToken) => whole.PartsAsync(context, scope, customers, cancellationToken);

        public Task<Sourced<IReadOnlyList<DemandPlace>>> PlacesAsync(ToolContext context, CancellationToken cancellationToken) => whole.PlacesAsync(context, cancellationToken);
    }
}
