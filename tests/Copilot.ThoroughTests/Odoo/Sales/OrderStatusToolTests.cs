using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Sales;

[Collection(PracticeCompanyCollection.Name)]
public sealed class OrderStatusToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.order_status";

    protected override IReadOnlyList<string> Samples =>
    [
        """{"customer":"Nordlicht Logistik GmbH"}""", "{}", """{"show":"late"}""", """{"show":"all","customer":"Nordlicht Logistik GmbH"}""", """{"scope":"mine","count":3}""",
        """{"order":"S99999"}""", """{"product":"GLV-NIT-L"}""", """{"warehouse":"Rotterdam"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Fact]
    public async Task One_order_is_found_by_number_by_bare_digits_and_by_its_transfer()
    {
        var list = await RunAsync(Callers[0], """{"customer":"Nordlicht Logistik GmbH","count":1}""");
        var order = list.Findings.Single(f => f.Role == FindingRole.Item).Topic!;
        var transfer = list.Evidence.First(e => e.Record?.Model == "stock.picking").Facts.First(f => f.Name == "Transfer").Value;
        foreach (var arguments in new[] { $$"""{"order":"{{order}}"}""", $$"""{"order":"{{order.TrimStart('S').TrimStart('0')}}"}""", $$"""{"order":"{{order.ToLowerInvariant()}}"}""", $$"""{"transfer":"{{transfer}}"}""" })
        {
            var result = await RunAsync(Callers[0], arguments);
            Assert.True(result.Found, arguments + " " + result.Reason + result.QuestionBack);
            Assert.StartsWith($"{order} for Nordlicht Logistik GmbH is ", result.Findings[0].Text, StringComparison.Ordinal);
            Assert.Empty(FigureCheck.Unsupported(result));
        }
    }

    [Fact]
    public async Task The_record_in_view_is_meant_when_nothing_is_said()
    {
        var list = await RunAsync(Callers[0], """{"customer":"Nordlicht Logistik GmbH","count":1}""");
        var record = list.Evidence.First(e => e.Record?.Model == "sale.order").Record!;
        var result = await Company.RunAsync(Callers[0], Name, [], record);
        Assert.Equal(record, result.Cards.OfType<RecordCard>().Single().Record);
    }

    [Fact]
    public async Task Somebody_elses_order_does_not_exist_for_a_sales_rep()
    {
        var theirs = await RunAsync(Callers[0], """{"customer":"Van Houten Chocolade BV","count":1}""");
        var order = theirs.Findings.First(f => f.Role == FindingRole.Item).Topic!;
        var result = await RunAsync(PracticeCompany.As(RoleNames.SalesRep), new JsonObject { ["order"] = order }.ToJsonString());
        Assert.False(result.Found);
        Assert.Empty(result.Evidence);
        Assert.DoesNotContain("Van Houten", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_fits_several_customers_is_asked_back()
    {
        var result = await RunAsync(Callers[0], """{"customer":"Dorn"}""");
        Assert.False(result.Found);
        Assert.Contains("Dorne Industries NV", result.QuestionBack, StringComparison.Ordinal);
    }
}
