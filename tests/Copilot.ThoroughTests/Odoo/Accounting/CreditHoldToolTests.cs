using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Accounting;

[Collection(PracticeCompanyCollection.Name)]
public sealed class CreditHoldToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.credit_hold";

    protected override IReadOnlyList<string> Samples =>
    [
        """{}""",
        """{"customer":"Baltic Timber OÜ"}""",
        """{"customer":"Nordlicht Logistik GmbH"}""",
        """{"count":1}""",
        """{"show":"over"}""",
        """{"show":"without","count":3}""",
        """{"show":"over","company":"Meridian Packaging"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Fact]
    public async Task A_representative_hears_of_the_hold_but_not_of_the_invoices()
    {
        var result = await RunAsync(Callers[0], "{}");
        var order = result.Findings.First(f => f.Role == FindingRole.Item).Topic!;
        var why = await RunAsync(Callers[0], $$"""{"order":"{{order}}"}""");
        Assert.Contains("is on credit hold", why.Findings[0].Text, StringComparison.Ordinal);
        Assert.Contains(why.Findings, f => f.Text.Contains("exceeded by", StringComparison.Ordinal));
        Assert.Empty(FigureCheck.Unsupported(why));
        var service = await RunAsync(PracticeCompany.As(RoleNames.ServiceAgent), $$"""{"order":"{{order}}"}""");
        Assert.Contains("is on credit hold", service.Findings[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(service.Findings, f => f.Text.Contains("INV/", StringComparison.Ordinal) || f.Text.Contains("credit limit of", StringComparison.Ordinal));
    }
}
