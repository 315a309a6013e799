using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Inventory;

[Collection(PracticeCompanyCollection.Name)]
public sealed class InventoryVarianceToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.inventory_variance";

    protected override IReadOnlyList<string> Samples =>
    [
        """{}""",
        """{"show":"losses","count":50}""",
        """{"show":"gains","warehouse":"RTM"}""",
        """{"warehouse":"LYO","from":"2026-01-01","count":50}""",
        """{"person":"Bram de Wit"}""",
        """{"product":"PPE-MSK-FFP2"}""",
        """{"category":"Packing Tapes","from":"2026-01-01"}""",
        """{"on":"2035-01-01"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Fact]
    public async Task The_counted_loss_behind_the_failed_pick_names_who_and_where()
    {
        var result = await RunAsync(Callers[0], """{"product":"PPE-MSK-FFP2","show":"losses"}""");
        Assert.Contains(result.Findings, f => f.Text.Contains("24 Box missing", StringComparison.Ordinal) && f.Text.Contains("Bram de Wit", StringComparison.Ordinal));
    }
}
