using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Accounting;

[Collection(PracticeCompanyCollection.Name)]
public sealed class PaymentBehaviourToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.payment_behaviour";

    protected override IReadOnlyList<string> Samples =>
    [
        """{}""",
        """{"customer":"Baltic Timber OÜ"}""",
        """{"customer":"Nordlicht Logistik GmbH"}""",
        """{"end":"best","count":3}""",
        """{"from":"2026-10-01"}""",
        """{"from":"2026-10-01","to":"2026-10-31","show":"paid"}""",
        """{"customer":"Nordlicht Logistik GmbH","show":"paid"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.SalesRep, RoleNames.WarehouseSupervisor, RoleNames.ServiceAgent, RoleNames.Purchaser, RoleNames.Auditor];
}
