using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Governance.Masking.Figures;
using Copilot.Testing.Governance;
using Xunit;

namespace Copilot.Tests.Governance.Masking;

/// <summary>Prices, costs and margins kept from roles, also inside of text.</summary>
public sealed class FigureRightsTests
{
    private static readonly FigureRights Rights = new(GovernanceBench.Policies);
    private static readonly Caller Agent = GovernanceBench.Caller(RoleNames.ServiceAgent);
    private static readonly Caller Manager = GovernanceBench.Caller(RoleNames.OperationsManager);

    [Theory]
    [InlineData("The margin was 18.4 % in May.", "The margin was [hidden] in May.")]
    [InlineData("That is 18.4 % margin on the order.", "That is [hidden] margin on the order.")]
    [InlineData("Our cost is EUR 12.40 a box; it sells at EUR 19.90.", "Our cost is [hidden] a box; it sells at EUR 19.90.")]
    [InlineData("Der Einkaufspreis liegt bei 12,40 EUR.", "Der Einkaufspreis liegt bei [hidden].")]
    [InlineData("La marge est de 18,4 %.", "La marge est de [hidden].")]
    [InlineData("| Item | Cost |\n| --- | --- |\n| GLV-12 | 12.40 |\n", "| Item | Cost |\n| --- | --- |\n| GLV-12 | [hidden] |\n")]
    [InlineData("Order S00042 of 3 June: 12 boxes at EUR 19.90.", "Order S00042 of 3 June: 12 boxes at EUR 19.90.")]
    [InlineData("## 4 Goods\n4.2 Others are collected at our cost.\n", "## 4 Goods\n4.2 Others are collected at our cost.\n")]
    [InlineData("## 4 Goods\n4.2 Our cost is 30.50 a box.\n", "## 4 Goods\n4.2 Our cost is [hidden] a box.\n")]
    [InlineData("## 4 Goods\n12.40 is the cost of a box.\n", "## 4 Goods\n[hidden] is the cost of a box.\n")]
    [InlineData("4.20 is the cost of a box.", "[hidden] is the cost of a box.")]
    [InlineData("", "")]
    public void Text_is_screened_by_what_it_speaks_of(string text, string expected)
    {
        Assert.Equal(expected, Rights.Screen(Agent, text));
        Assert.Equal(text, Rights.Screen(Manager, text));
    }

    [Fact]
    public void A_figure_that_is_known_as_a_cost_is_hidden_wherever_it_stands()
    {
        var result = Rights.Screen(Agent, Result("GLV-12 stands at 1,240.50 EUR in the books.", Money("Unit cost", "1240.5"), Money("Sales price", "1990")));

        Assert.StartsWith("GLV-12 stands at [hidden] in the books.", result.Findings[0].Text, StringComparison.Ordinal);
        Assert.Equal(["Sales price"], result.Evidence[0].Facts.Select(f => f.Name));
        Assert.Equal("Costs and margins are not shown to your role.", result.Findings[^1].Text);
        Assert.Equal(result.Findings[^1].Text, result.Withheld);
    }

    [Fact]
    public void Columns_and_key_figures_that_are_named_after_it_are_taken_out()
    {
        var table = new TableCard
        {
            Title = "Products",
            Columns = [new("name", "Product", FactKind.Text), new("margin", "Margin", FactKind.Money, "EUR"), new("sold", "Sold", FactKind.Number)],
            Rows = [[JsonValue.Create("GLV"), JsonValue.Create(12), JsonValue.Create(3)]],
        };
        var figures = new KeyFiguresCard { Title = "Figures", Items = [new("Margin", "12", FactKind.Percent)] };

        var result = Rights.Screen(Agent, Result("Here are the products.") with { Cards = [table, figures] });

        var seen = Assert.IsType<TableCard>(Assert.Single(result.Cards));
        Assert.Equal(["name", "sold"], seen.Columns.Select(c => c.Key));
        Assert.Equal(2, Assert.Single(seen.Rows).Count);
    }

    [Fact]
    public void A_calculation_of_a_margin_tells_nothing()
    {
        var (revenue, cost, margin) = (Money("Revenue", "100"), Money("Cost", "60"), Money("Margin", "40"));
        var evidence = new Evidence { Id = "calc:m", Kind = EvidenceKind.Calculation, Title = "Margin", Excerpt = "Margin: 100 - 60", AsOf = DateTimeOffset.UnixEpoch, Facts = [margin], Calculation = new Calculation(CalculationOperation.Difference, [revenue, cost], margin, "revenue less cost") };

        var seen = Assert.Single(Rights.Screen(Agent, Result("Something.") with { Evidence = [evidence] }).Evidence);

        Assert.Null(seen.Calculation);
        Assert.Empty(seen.Facts);
        Assert.DoesNotContain("60", seen.Excerpt, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_several_roles_sees_what_one_of_them_may_see()
    {
        Assert.Empty(Rights.HiddenFrom(GovernanceBench.Caller(RoleNames.ServiceAgent, RoleNames.Accountant)));
        Assert.Equal([MoneyKind.Cost, MoneyKind.Margin], Rights.HiddenFrom(GovernanceBench.Caller(RoleNames.ServiceAgent, RoleNames.WarehouseSupervisor)).Order());
    }

    [Fact]
    public void What_others_see_is_not_touched()
    {
        var result = Result("The margin was 18.4 %.", Money("Margin", "18.4"));

        Assert.Same(result, Rights.Screen(Manager, result));
    }

    private static Fact Money(string name, string value) => new(name, FactKind.Money, value, "EUR");

    private static ToolResult Result(string text, params Fact[] facts) => new()
    {
        Outcome = ToolOutcome.Ok,
        Findings = [new Finding { Role = FindingRole.Headline, Text = text, EvidenceIds = ["e:1"] }],
        Evidence = [new Evidence { Id = "e:1", Kind = EvidenceKind.Record, Title = "Product", Excerpt = text, AsOf = DateTimeOffset.UnixEpoch, Facts = facts }],
    };
}
