using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Sales;

[Collection(PracticeCompanyCollection.Name)]
public sealed class OpportunitiesToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.opportunities";

    protected override IReadOnlyList<string> Samples =>
        ["{}", """{"customer":"Nordlicht Logistik GmbH"}""", """{"customer":"Baltic Timber OÜ"}""", """{"min_amount":50000,"count":3}""", """{"from":"2026-01-01","to":"2031-01-01"}"""];

    protected override IReadOnlyList<string> Refused => [RoleNames.WarehouseSupervisor, RoleNames.ServiceAgent, RoleNames.Purchaser, RoleNames.Accountant, RoleNames.Auditor];

    [Fact]
    public async Task The_open_ones_are_counted_summed_and_listed_the_most_valuable_first()
    {
        var result = await RunAsync(PracticeCompany.As(RoleNames.OperationsManager), Samples[1]);

        Assert.Equal("2 opportunities with Nordlicht Logistik GmbH are open, with €136,000.00 expected.", Assert.Single(result.Findings, f => f.Role == FindingRole.Headline).Text);
        Assert.StartsWith("Glove vending machines", result.Findings.First(f => f.Role == FindingRole.Item).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_in_view_is_told_in_full_with_what_is_missing_on_it()
    {
        var listed = await RunAsync(PracticeCompany.As(RoleNames.OperationsManager), Samples[1]);
        var lead = listed.Evidence.First(e => e.Record?.Model == "crm.lead").Record!;

        var result = await Company.RunAsync(PracticeCompany.As(RoleNames.OperationsManager), Name, new System.Text.Json.Nodes.JsonObject(), lead);

        Assert.StartsWith("Opportunity Glove vending machines for four depots for Nordlicht Logistik GmbH", result.Findings[0].Text, StringComparison.Ordinal);
        Assert.Contains(result.Findings, f => f.Text.Contains("looks after it", StringComparison.Ordinal));
        Assert.Contains(result.Findings, f => f.Text.StartsWith("Nothing was quoted yet", StringComparison.Ordinal) || f.Text.StartsWith("Quotation ", StringComparison.Ordinal));
        Assert.Empty(FigureCheck.Unsupported(result));
    }
}
