using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Sales;

[Collection(PracticeCompanyCollection.Name)]
public sealed class CustomerSummaryToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.customer_summary";

    protected override IReadOnlyList<string> Samples =>
    [
        """{"customer":"Nordlicht Logistik GmbH"}""", """{"customer":"Dorne Industries"}""", """{"customer":"Fjordline"}""", "{}",
        """{"customer":"Baltic Timber OÜ","from":"2025-01-01","to":"2025-01-31"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Fact]
    public async Task Invoices_are_not_shown_to_who_may_not_read_them_and_the_answer_says_so()
    {
        var result = await RunAsync(PracticeCompany.As(RoleNames.SalesRep), Samples[0]);
        Assert.Contains(result.Findings, f => f.Role == FindingRole.Caveat && f.Text.StartsWith("Invoices are not shown", StringComparison.Ordinal));
        Assert.DoesNotContain(result.Evidence, e => e.Id.Contains("invoice", StringComparison.Ordinal) || e.Id.Contains("overdue", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Margin_is_not_shown_to_who_may_not_read_it_and_the_answer_says_so()
    {
        var result = await RunAsync(PracticeCompany.As(RoleNames.ServiceAgent), Samples[0]);
        Assert.Contains(result.Findings, f => f.Role == FindingRole.Caveat && f.Text.StartsWith("Margin is not shown", StringComparison.Ordinal));
        Assert.DoesNotContain(result.Evidence.SelectMany(e => e.Facts), f => f.Name.Contains("margin", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task An_accountant_sees_what_is_overdue()
    {
        var result = await RunAsync(PracticeCompany.As(RoleNames.Accountant), """{"customer":"Baltic Timber OÜ"}""");
        Assert.Contains(result.Findings, f => f.Text.Contains("overdue with €", StringComparison.Ordinal));
    }
}
