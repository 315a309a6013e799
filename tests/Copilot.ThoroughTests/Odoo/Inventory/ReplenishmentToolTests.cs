using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Inventory;

[Collection(PracticeCompanyCollection.Name)]
public sealed class ReplenishmentToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.replenishment";

    protected override IReadOnlyList<string> Samples =>
    [
        """{}""",
        """{"show":"soon","count":50}""",
        """{"show":"all","count":50}""",
        """{"warehouse":"RTM"}""",
        """{"product":"GLV-NIT-L"}""",
        """{"category":"Disposable Gloves"}""",
        """{"supplier":"Shenhua Glove Works"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.SalesRep, RoleNames.ServiceAgent, RoleNames.Accountant, RoleNames.Auditor];

    [Fact]
    public async Task Proposals_are_what_the_business_system_itself_would_order()
    {
        var result = await RunAsync(Callers[0], """{"show":"below","count":50}""");
        var proposals = result.Evidence.Where(e => e.Id.StartsWith("calc:reorder:", StringComparison.Ordinal)).ToDictionary(e => int.Parse(e.Id.Split(':')[2], System.Globalization.CultureInfo.InvariantCulture), e => decimal.Parse(e.Calculation!.Result.Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.NotEmpty(proposals);
        var client = (Copilot.Odoo.Client.IOdooClient)Company.Services.GetService(typeof(Copilot.Odoo.Client.IOdooClient))!;
        var rules = await client.ReadAsync(Callers[0], "stock.warehouse.orderpoint", [.. proposals.Keys], ["qty_to_order"], CancellationToken.None);
        Assert.All(rules, r => Assert.Equal(r.Number("qty_to_order"), proposals[r.Id]));
    }
}
