using Copilot.Contracts;
using Copilot.Odoo.Accounting;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Accounting;

[Collection(PracticeCompanyCollection.Name)]
public sealed class OpenInvoicesToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.open_invoices";

    protected override IReadOnlyList<string> Samples =>
    [
        "{}", """{"show":"overdue"}""", """{"customer":"Dorne Industries NV"}""", """{"side":"vendor"}""", """{"supplier":"Kartonwerk Sachsen GmbH"}""", """{"min_amount":5000}""", """{"scope":"mine"}""",
        """{"customer":"Nordlicht","show":"overdue","count":2}""",
        """{"show":"dated"}""", """{"show":"dated","side":"vendor","count":3}""", """{"show":"dated","customer":"Nordlicht","from":"2026-01-01","to":"2026-03-31"}""", """{"show":"dated","by":"2031-01-01"}""",
        """{"show":"draft"}""", """{"show":"draft","side":"vendor","count":3}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.SalesRep, RoleNames.WarehouseSupervisor, RoleNames.ServiceAgent, RoleNames.Purchaser, RoleNames.Auditor];

    [Fact]
    public async Task Who_sees_no_customer_invoice_at_all_is_not_told_that_none_is_open()
        => Assert.Equal(ToolOutcome.Denied, (await RunAsync(PracticeCompany.As(RoleNames.Purchaser), """{"side":"customer"}""")).Outcome);

    [Fact]
    public async Task A_purchaser_reads_vendor_bills()
        => Assert.NotEmpty((await RunAsync(PracticeCompany.As(RoleNames.Purchaser), """{"side":"vendor"}""")).Findings);

    [Fact]
    public async Task One_invoice_is_told_by_its_number()
    {
        var list = await RunAsync(Callers[0], """{"show":"overdue","count":1}""");
        var number = list.Findings.Single(f => f.Role == FindingRole.Item).Topic!;
        var one = await RunAsync(Callers[0], $$"""{"invoice":"{{number}}"}""");
        Assert.StartsWith(number, one.Findings[0].Text, StringComparison.Ordinal);
        Assert.Contains("overdue", one.Findings[0].Text, StringComparison.Ordinal);
        Assert.Empty(FigureCheck.Unsupported(one));
    }

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(30, 1)]
    [InlineData(31, 2)]
    [InlineData(60, 2)]
    [InlineData(61, 3)]
    [InlineData(90, 3)]
    [InlineData(91, 4)]
    public void Invoices_age_in_steps_of_thirty_days(int days, int step) => Assert.Equal(step, Ageing.Step(days));

    [Theory]
    [InlineData("""{"from":"2026-01-01"}""", false)]
    [InlineData("""{"from":"2031-01-01"}""", true)]
    [InlineData("""{"from":"2031-01-01","scope":"mine"}""", false)]
    [InlineData("""{"from":"2031-01-01","min_amount":99999999}""", false)]
    public async Task What_fell_due_before_is_told_of_the_same_invoices_alone(string arguments, bool isTold)
        => Assert.Equal(isTold, (await RunAsync(Callers[0], arguments)).Findings.Any(f => f.Text.Contains("fell due before", StringComparison.Ordinal)));
}
