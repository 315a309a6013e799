using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Sales;

[Collection(PracticeCompanyCollection.Name)]
public sealed class ExpiringQuotationsToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.expiring_quotations";

    protected override IReadOnlyList<string> Samples =>
    [
        """{}""",
        """{"show":"expired"}""",
        """{"show":"open","count":2}""",
        """{"scope":"mine"}""",
        """{"min_amount":500000}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];
}
