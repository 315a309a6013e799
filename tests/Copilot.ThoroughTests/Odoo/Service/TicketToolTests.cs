using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Service;

[Collection(PracticeCompanyCollection.Name)]
public sealed class TicketToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.ticket";

    protected override IReadOnlyList<string> Samples =>
    [
        """{}""",
        """{"ticket":"1042"}""",
        """{"ticket":"#1042"}""",
        """{"show":"overdue"}""",
        """{"show":"unassigned","count":50}""",
        """{"show":"closed","count":3}""",
        """{"customer":"Nordlicht Logistik GmbH"}""",
        """{"agent":"Lena Vogt"}""",
        """{"by":"2020-01-01"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.WarehouseSupervisor, RoleNames.Purchaser, RoleNames.Auditor];

    [Fact]
    public async Task A_ticket_is_told_with_its_clock_its_order_and_the_earlier_cases()
    {
        var result = await RunAsync(PracticeCompany.As(RoleNames.ServiceAgent), """{"ticket":"1042"}""");
        var text = string.Join('\n', result.Findings.Select(f => f.Text));
        Assert.Contains("over its deadline", result.Findings[0].Text, StringComparison.Ordinal);
        Assert.Contains("It is about S", text, StringComparison.Ordinal);
        Assert.Contains("other ticket", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Triage_puts_the_missed_deadline_first()
    {
        var result = await RunAsync(PracticeCompany.As(RoleNames.ServiceAgent), "{}");
        Assert.StartsWith("#1042 ", result.Findings.First(f => f.Role == FindingRole.Item).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scripts_in_a_description_are_left_out_with_their_content()
    {
        var result = await RunAsync(PracticeCompany.As(RoleNames.ServiceAgent), """{"customer":"Quillmark Print & Label"}""");
        Assert.DoesNotContain(result.Evidence, e => e.Excerpt.Contains("alert", StringComparison.Ordinal) || e.Excerpt.Contains('<', StringComparison.Ordinal));
    }
}
