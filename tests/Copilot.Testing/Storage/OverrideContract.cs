using Copilot.Contracts;
using Copilot.Forecasting.Overrides;
using Xunit;

namespace Copilot.Testing.Storage;

/// <summary>Planners' figures: kept once, taken back once, and each tenant has its own.</summary>
public abstract class OverrideContract(StoreUnderTest store) : StoreContract(store)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2026, 12, 1);

    internal override IReadOnlyList<SchemaStep> Steps => OverrideSchemaStore.Steps;

    [SkippableFact]
    public async Task What_was_kept_is_read_back_as_it_was()
    {
        var kept = new OverrideStore(Database);
        var figure = Some("p1", 7, 0) with { Quantity = 0.1 + 0.2, Reason = "ümläute, 数量 \" and '; drop table forecast_override --" };
        await kept.AddAsync("default", figure, None);
        var read = Assert.Single(await new OverrideStore(Another()).OfAsync("default", 7, Day, None));
        Assert.Equal(figure.Companies, read.Companies);
        Assert.Equal(figure, read with { Companies = figure.Companies });
    }

    [SkippableFact]
    public async Task Keeping_the_same_a_second_time_changes_nothing()
    {
        var kept = new OverrideStore(Database);
        await kept.AddAsync("default", Some("p1", 7, 0), None);
        await kept.AddAsync("default", Some("p1", 7, 0) with { Quantity = 9 }, None);
        Assert.Equal(400, Assert.Single(await kept.OfAsync("default", 7, Day, None)).Quantity);
    }

    [SkippableFact]
    public async Task The_newest_comes_first_and_what_is_over_is_left_out()
    {
        var kept = new OverrideStore(Database);
        await kept.AddAsync("default", Some("p1", 7, 1), None);
        await kept.AddAsync("default", Some("p2", 7, 3), None);
        await kept.AddAsync("default", Some("p3", 8, 2), None);
        Assert.Equal(["p2", "p1"], (await kept.OfAsync("default", 7, Day, None)).Select(f => f.Id));
        Assert.Equal(["p2", "p3", "p1"], (await kept.AllAsync("default", Day.AddDays(30), None)).Select(f => f.Id));
        Assert.Empty(await kept.AllAsync("default", Day.AddDays(31), None));
    }

    [SkippableFact]
    public async Task What_was_taken_back_no_longer_holds_and_cannot_be_taken_back_again()
    {
        var kept = new OverrideStore(Database);
        await kept.AddAsync("default", Some("p1", 7, 0), None);
        Assert.True(await kept.HoldsAsync("default", "p1", None));
        Assert.True(await kept.WithdrawAsync("default", "p1", "Henrik Aalto", Now, None));
        Assert.False(await kept.WithdrawAsync("default", "p1", "Henrik Aalto", Now, None));
        Assert.False(await kept.HoldsAsync("default", "p1", None));
        Assert.Null(await kept.HoldsAsync("default", "p2", None));
        Assert.Empty(await kept.OfAsync("default", 7, Day, None));
    }

    [SkippableFact]
    public async Task Another_tenant_neither_sees_nor_takes_back()
    {
        var kept = new OverrideStore(Database);
        await kept.AddAsync("default", Some("p1", 7, 0), None);
        Assert.Empty(await kept.OfAsync("other", 7, Day, None));
        Assert.Empty(await kept.AllAsync("other", Day, None));
        Assert.False(await kept.WithdrawAsync("other", "p1", "somebody", Now, None));
        Assert.Single(await kept.AllAsync("default", Day, None));
    }

    private static PlannerFigure Some(string id, int product, int minutes) => new()
    {
        Id = id,
        ProductId = product,
        Product = "GLV-NIT-M",
        Companies = [1, 2],
        From = Day,
        To = Day.AddDays(30),
        Quantity = 400,
        Unit = "pcs",
        Reason = "a tender",
        By = "Tomás Ferreira",
        At = Now.AddMinutes(minutes),
        Forecast = 310.25,
    };
}
