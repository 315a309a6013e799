using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Service;

[Collection(PracticeCompanyCollection.Name)]
public sealed class TicketFiguresToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.ticket_figures";

    protected override IReadOnlyList<string> Samples =>
    [
        """{}""",
        """{"from":"2026-01-01"}""",
        """{"from":"2026-01-01","group":"product","count":50}""",
        """{"from":"2026-01-01","group":"agent"}""",
        """{"group":"team","against":"last_year"}""",
        """{"customer":"Nordlicht Logistik GmbH","from":"2026-01-01"}""",
        """{"from":"1999-01-01","to":"1999-12-31"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.WarehouseSupervisor, RoleNames.Purchaser, RoleNames.Auditor];

    [Theory]
    [InlineData("team")]
    [InlineData("agent")]
    public async Task Each_ticket_is_counted_once_among_the_parts(string group)
    {
        var result = await RunAsync(Callers[0], $$"""{"from":"2026-01-01","count":50,"group":"{{group}}"}""");
        var total = int.Parse(result.Evidence.Single(e => e.Id == "tickets:now").Facts.Single(f => f.Name == "Tickets").Value, System.Globalization.CultureInfo.InvariantCulture);
        var numbers = result.Evidence.Where(e => e.Id.StartsWith("calc:tickets-of:", StringComparison.Ordinal)).SelectMany(e => e.Calculation!.Inputs.Select(i => i.Value)).ToList();

        Assert.Equal(total, numbers.Distinct().Count());
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
    }

    [Fact]
    public async Task A_period_without_tickets_is_said_as_such()
        => Assert.StartsWith("No ticket was opened from ", (await RunAsync(Callers[0], """{"from":"1999-01-01","to":"1999-12-31"}""")).Findings[0].Text, StringComparison.Ordinal);
}
