using Copilot.Contracts;
using Copilot.Forecasting.Overrides;
using Xunit;

namespace Copilot.Tests.Forecasting.Overrides;

public sealed class PlannerFiguresTests
{
    private static readonly DateOnly From = Figures.Today.AddDays(6);
    private static readonly DateOnly To = Figures.Today.AddDays(36);

    [Fact]
    public void A_figure_for_all_warehouses_counts_for_who_sees_the_same_companies()
    {
        var found = PlannerFigures.Of(Figures.History(), Person(2, 1), [Figures.Some(From, To, 400)]);
        Assert.Equal((1, 0), (found.Counted.Count, found.Parts.Count));
    }

    [Fact]
    public void A_figure_all_of_whose_days_a_newer_one_took_is_gone()
    {
        var (newest, partly, wholly) = (Figures.Some(From, To, 500, "p3"), Figures.Some(From.AddDays(-2), To, 400, "p2"), Figures.Some(From.AddDays(3), To, 300, "p1"));
        Assert.Equal(["p3", "p2"], PlannerFigures.Of(Figures.History(), Person(1, 2), [newest, partly, wholly]).Counted.Select(f => f.Id));
    }

    [Fact]
    public void Who_sees_fewer_companies_is_not_told_of_it()
    {
        var found = PlannerFigures.Of(Figures.History(), Person(1), [Figures.Some(From, To, 400)]);
        Assert.Equal((0, 0), (found.Counted.Count, found.Parts.Count));
    }

    [Fact]
    public void Who_sees_more_companies_is_told_of_a_part()
    {
        var found = PlannerFigures.Of(Figures.History(), Person(1, 2), [Figures.Some(From, To, 400, companies: 2)]);
        Assert.Equal((0, 1), (found.Counted.Count, found.Parts.Count));
    }

    [Fact]
    public void A_figure_for_a_warehouse_counts_there_alone_for_all_who_may_read_it()
    {
        var figure = Figures.Some(From, To, 400, warehouse: 3, companies: [1, 2]);
        var there = Figures.History() with { Place = new RecordRef("stock.warehouse", 3) };
        Assert.Single(PlannerFigures.Of(there, Person(1), [figure]).Counted);
        Assert.Empty(PlannerFigures.Of(Figures.History(), Person(1, 2), [figure]).Counted);
        Assert.Empty(PlannerFigures.Of(there with { Place = new RecordRef("stock.warehouse", 4) }, Person(1), [figure]).Counted);
    }

    [Fact]
    public void What_one_customer_takes_is_not_planned_by_it()
    {
        var history = Figures.History();
        Assert.Same(PlannerFigures.None, PlannerFigures.Of(history with { Scope = history.Scope with { Customer = "C" } }, Person(1, 2), [Figures.Some(From, To, 400)]));
    }

    private static Caller Person(params int[] companies) => new() { Id = "x", DisplayName = "X", Roles = [RoleNames.Purchaser], Companies = [.. companies.Select(c => new CompanyRef(c, $"C{c}"))] };
}
