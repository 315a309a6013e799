using System.Globalization;
using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Accounting;

[Collection(PracticeCompanyCollection.Name)]
public sealed class VatToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.vat";

    protected override IReadOnlyList<string> Samples =>
    [
        "{}",
        """{"from":"2026-01-01"}""",
        """{"from":"2026-01-01","group":"monthly"}""",
        """{"from":"2026-01-01","side":"sales"}""",
        """{"from":"2026-01-01","side":"purchases","company":"Meridian Packaging"}""",
        """{"from":"1999-01-01","to":"1999-12-31"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.SalesRep, RoleNames.WarehouseSupervisor, RoleNames.ServiceAgent, RoleNames.Purchaser, RoleNames.Auditor];

    [Fact]
    public async Task Months_add_up_to_the_whole_of_each_company()
    {
        var result = await RunAsync(Callers[0], """{"from":"2026-01-01","to":"2026-10-31","group":"monthly"}""");

        foreach (var whole in result.Evidence.Where(e => e.Id.StartsWith("vat:", StringComparison.Ordinal) && e.Id.Count(c => c == ':') == 1 && e.Id != "vat:definition"))
        {
            var months = result.Evidence.Where(e => e.Id.StartsWith(whole.Id + ":", StringComparison.Ordinal)).ToList();
            Assert.Equal(10, months.Count);
            Assert.Equal(Value(whole, "Tax on sales"), months.Sum(m => Value(m, "Tax on sales")));
            Assert.Equal(Value(whole, "Tax on purchases"), months.Sum(m => Value(m, "Tax on purchases")));
        }
    }

    [Fact]
    public async Task What_is_left_is_the_tax_on_sales_less_that_on_purchases_for_each_company()
    {
        var result = await RunAsync(Callers[0], """{"from":"2026-01-01"}""");
        var whole = result.Evidence.Where(e => e.Id is "vat:1" or "vat:2").ToList();

        Assert.Equal(2, whole.Count);
        Assert.All(whole, e => Assert.Contains(Copilot.Odoo.Answers.Phrase.Money(Math.Abs(Value(e, "Tax on sales") - Value(e, "Tax on purchases")), "EUR"), result.Findings[0].Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_side_alone_says_nothing_of_the_other()
    {
        var result = await RunAsync(Callers[0], """{"from":"2026-01-01","side":"sales"}""");

        Assert.DoesNotContain(result.Findings, f => f.Role != FindingRole.Detail && f.Text.Contains("purchases", StringComparison.Ordinal));
        Assert.All(result.Evidence.Where(e => e.Id is "vat:1" or "vat:2"), e => Assert.Equal(0, Value(e, "Tax on purchases")));
    }

    [Fact]
    public async Task A_period_without_documents_has_no_tax_and_says_so()
        => Assert.StartsWith("No invoice or bill was posted", (await RunAsync(Callers[0], """{"from":"1999-01-01","to":"1999-12-31"}""")).Findings[0].Text, StringComparison.Ordinal);

    private static decimal Value(Evidence evidence, string fact) => decimal.Parse(evidence.Facts.Single(f => f.Name == fact).Value, CultureInfo.InvariantCulture);
}
