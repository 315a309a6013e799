using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Sales;

[Collection(PracticeCompanyCollection.Name)]
public sealed class PriceToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.price";

    protected override IReadOnlyList<string> Samples =>
    [
        """{"product":"GLV-NIT-L","customer":"Nordlicht Logistik GmbH","quantity":200}""",
        """{"product":"GLV-NIT-L","customer":"Nordlicht Logistik GmbH","quantity":50}""",
        """{"product":"FLM-STR-23"}""",
        """{"product":"FLM-STR-20","customer":"Dorne Industries NV","quantity":10}""",
        """{"product":"FLM-STR-20","customer":"Quillmark Print & Label","day":"2026-06-01"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Theory]
    [InlineData("GLV-NIT-L", "Nordlicht Logistik GmbH", 100, "€6.40")]
    [InlineData("BOX-DW-400", "Van Houten Chocolade BV", 500, "€1.24")]
    [InlineData("FLM-STR-23", "Nordlicht Logistik GmbH", 1, "€8.45")]
    public async Task The_agreed_price_holds_from_its_quantity_on(string product, string customer, int quantity, string price)
        => Assert.Contains(price + " per", (await RunAsync(Callers[0], $$"""{"product":"{{product}}","customer":"{{customer}}","quantity":{{quantity}}}""")).Findings[0].Text, StringComparison.Ordinal);

    [Fact]
    public async Task Below_the_agreed_quantity_the_next_break_is_offered()
    {
        var result = await RunAsync(Callers[0], """{"product":"GLV-NIT-L","customer":"Nordlicht Logistik GmbH","quantity":60}""");
        Assert.DoesNotContain("€6.40", result.Findings[0].Text, StringComparison.Ordinal);
        Assert.Contains(result.Findings, f => f.Role == FindingRole.Advice && f.Text.Contains("40", StringComparison.Ordinal) && f.Text.Contains("€6.40", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_those_who_may_see_costs_see_the_margin()
    {
        const string Asked = """{"product":"GLV-NIT-L","customer":"Nordlicht Logistik GmbH","quantity":200}""";
        Assert.Contains((await RunAsync(Callers[0], Asked)).Findings, f => f.Text.Contains("margin", StringComparison.Ordinal));
        var sales = await RunAsync(PracticeCompany.As(RoleNames.SalesRep), Asked);
        Assert.DoesNotContain(sales.Findings, f => f.Text.Contains("margin", StringComparison.Ordinal));
        Assert.DoesNotContain(sales.Evidence.SelectMany(e => e.Facts), f => f.Name.Contains("ost", StringComparison.Ordinal));
    }
}
