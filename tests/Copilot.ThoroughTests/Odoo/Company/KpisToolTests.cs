using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Company;

[Collection(PracticeCompanyCollection.Name)]
public sealed class KpisToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.kpis";

    protected override IReadOnlyList<string> Samples =>
    [
        """{}""",
        """{"measure":"otif"}""",
        """{"from":"2031-03-03","to":"2031-03-03"}""",
        """{"measure":"otif","group":"warehouse"}""",
        """{"group":"supplier"}""",
        """{"customer":"Nordlicht Logistik GmbH"}""",
        """{"warehouse":"RTM"}""",
        """{"supplier":"Shenhua Glove Works"}""",
        """{"measure":"turns"}""",
        """{"measure":"cycle_time","group":"customer","count":3}""",
        """{"measure":"resolution"}""",
        """{"from":"2026-07-01","to":"2026-09-30"}""",
        """{"measure":"turns","group":"customer"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Fact]
    public async Task The_day_of_a_meeting_is_no_period_and_a_period_to_come_is_refused()
    {
        Assert.Equal(ToolOutcome.Ok, (await RunAsync(Callers[0], """{"from":"2031-03-03","to":"2031-03-03"}""")).Outcome);
        Assert.Contains("still to come", (await RunAsync(Callers[0], """{"from":"2031-03-03","to":"2031-03-30"}""")).Reason, StringComparison.Ordinal);
    }
}
