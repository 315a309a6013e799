using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Sales;

[Collection(PracticeCompanyCollection.Name)]
public sealed class SalesFiguresToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.sales_figures";

    protected override IReadOnlyList<string> Samples =>
    [
        """{}""",
        """{"from":"2026-01-01"}""",
        """{"from":"2026-10-01","to":"2026-10-31","against":"last_year"}""",
        """{"product":"GLV-NIT-L"}""",
        """{"warehouse":"LYO"}""",
        """{"company":"Meridian Packaging"}""",
        """{"scope":"mine"}""",
        """{"salesperson":"Anneke Visser"}""",
        """{"customer":"Nordlicht Logistik GmbH","category":"Tapes","from":"2026-01-01","against":"last_year"}""",
        """{"customer":"Nordlicht Logistik GmbH","product":"TAP-PP48-66"}""",
        """{"from":"2025-01-01","to":"2025-12-31","against":"last_year"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Fact]
    public async Task A_period_before_the_first_order_is_told_and_not_compared_in_per_cent()
    {
        var headline = (await RunAsync(Callers[0], """{"from":"2025-01-01","to":"2025-12-31","against":"last_year"}""")).Findings[0].Text;

        Assert.Contains("the orders I can see begin on", headline, StringComparison.Ordinal);
        Assert.DoesNotContain("%", headline, StringComparison.Ordinal);
    }
}
