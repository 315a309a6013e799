using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Sales;

[Collection(PracticeCompanyCollection.Name)]
public sealed class CrossSellToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.cross_sell";

    protected override IReadOnlyList<string> Samples =>
    [
        """{"customer":"Nordlicht Logistik GmbH"}""",
        """{"customer":"Castellan Automotive SpA","count":2}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];
}
