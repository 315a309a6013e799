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
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];
}
