using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Sales;

[Collection(PracticeCompanyCollection.Name)]
public sealed class RankingToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.ranking";

    protected override IReadOnlyList<string> Samples =>
    [
        """{}""",
        """{"of":"products"}""",
        """{"of":"products","by":"quantity","count":3}""",
        """{"of":"suppliers"}""",
        """{"of":"suppliers","category":"Gloves & PPE"}""",
        """{"of":"categories"}""",
        """{"of":"categories","by":"orders"}""",
        """{"of":"countries","by":"margin"}""",
        """{"of":"customers","category":"Tapes"}""",
        """{"by":"margin"}""",
        """{"of":"salespeople","by":"orders"}""",
        """{"end":"bottom"}""",
        """{"of":"products","customer":"Nordlicht Logistik GmbH","from":"2026-01-01"}""",
        """{"company":"Meridian Packaging"}""",
        """{"scope":"mine"}""",
        """{"of":"suppliers","by":"margin"}""",
        """{"by":"change","end":"bottom","from":"2026-01-01","against":"last_year"}""",
        """{"of":"products","by":"change","count":3}""",
        """{"of":"suppliers","by":"change"}""",
        """{"by":"change","from":"2025-01-01","to":"2025-12-31"}""",
        """{"of":"orders"}""",
        """{"of":"orders","end":"bottom","customer":"Nordlicht Logistik GmbH","count":2}""",
        """{"of":"orders","from":"1999-01-01","to":"1999-02-01"}""",
        """{"of":"purchase_orders","from":"2026-01-01"}""",
        """{"of":"orders","supplier":"Shenhua Glove Works"}""",
        """{"supplier":"Shenhua Glove Works","from":"2026-01-01","against":"last_year"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Fact]
    public async Task Shares_are_of_all_and_the_largest_comes_first()
    {
        var result = await RunAsync(Callers[0], """{"count":3}""");
        var amounts = result.Evidence.Where(e => e.Id.StartsWith("sale.order:customers:", StringComparison.Ordinal)).Select(e => decimal.Parse(e.Facts.Single(f => f.Name == "revenue").Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(3, amounts.Count);
        Assert.Equal(amounts.OrderDescending(), amounts);
    }

    [Fact]
    public async Task Who_bought_less_stands_with_both_amounts_the_largest_loss_first()
    {
        var result = await RunAsync(Callers[0], $$"""{"by":"change","end":"bottom","from":"{{Company.Now.AddDays(-200):yyyy-MM-dd}}","against":"last_year"}""");
        var losses = result.Evidence.Where(e => e.Id.StartsWith("ranked-change:customers:", StringComparison.Ordinal) && !e.Id.EndsWith(":percent", StringComparison.Ordinal))
            .Select(e => Amount(e, "Compared with") - Amount(e, "This period")).ToList();

        Assert.NotEmpty(losses);
        Assert.All(losses, l => Assert.True(l > 0));
        Assert.Equal(losses.OrderDescending(), losses);
    }

    [Fact]
    public async Task A_year_that_the_orders_do_not_reach_back_to_is_not_compared_with()
    {
        var result = await RunAsync(Callers[0], """{"by":"change","from":"2025-01-01","to":"2025-12-31"}""");

        Assert.Contains("the orders I can see begin on", result.Findings[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(result.Findings, f => f.Role == FindingRole.Item);
    }

    [Fact]
    public async Task The_largest_order_is_the_first_of_its_period()
    {
        var result = await RunAsync(Callers[0], """{"of":"orders","from":"2026-01-01","count":50}""");
        var amounts = result.Evidence.Where(e => e.Id.StartsWith("sale.order:", StringComparison.Ordinal)).Select(e => Amount(e, "Net")).ToList();

        Assert.Equal(50, amounts.Count);
        Assert.Equal(amounts.OrderDescending(), amounts);
    }

    private static decimal Amount(Evidence evidence, string fact) => decimal.Parse(evidence.Facts.Single(f => f.Name == fact).Value, System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_warehouse_does_not_rank_by_margin()
        => Assert.Equal(ToolOutcome.Denied, (await RunAsync(PracticeCompany.As(RoleNames.WarehouseSupervisor), """{"by":"margin"}""")).Outcome);

    [Fact]
    public async Task Several_companies_are_named()
        => Assert.Contains("Meridian Industrial Supply and Meridian Packaging", (await RunAsync(Callers[0], "{}")).Findings[0].Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("categories")]
    [InlineData("countries")]
    public async Task Parts_of_the_company_add_up_to_its_sales(string of)
    {
        var caller = PracticeCompany.As(RoleNames.OperationsManager);
        var parts = await RunAsync(caller, $$"""{"of":"{{of}}","from":"2026-01-01","to":"2026-10-31","count":50}""");
        var customers = await RunAsync(caller, """{"of":"customers","from":"2026-01-01","to":"2026-10-31","count":2}""");
        var whole = decimal.Parse(customers.Evidence.Single(e => e.Id == "ranking:all").Facts.Single(f => f.Name == "All").Value, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(whole, parts.Evidence.Where(e => e.Id.StartsWith($"sale.order:{of}:", StringComparison.Ordinal)).Sum(e => decimal.Parse(e.Facts.Single(f => f.Name == "revenue").Value, System.Globalization.CultureInfo.InvariantCulture)));
    }
}
