using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Accounting;

[Collection(PracticeCompanyCollection.Name)]
public sealed class ToInvoiceToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.to_invoice";

    protected override IReadOnlyList<string> Samples =>
    [
        """{}""",
        """{"side":"purchases"}""",
        """{"side":"purchases","count":50}""",
        """{"customer":"Nordlicht Logistik GmbH"}""",
        """{"supplier":"Shenhua Glove Works"}""",
        """{"scope":"mine"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Fact]
    public async Task The_sum_is_that_of_the_orders_and_says_since_when()
    {
        var result = await RunAsync(Callers[0], """{"side":"purchases","count":50}""");
        var sum = result.Evidence.Single(e => e.Id.StartsWith("calc:to-invoice:", StringComparison.Ordinal)).Calculation!;

        Assert.Equal(Value(sum.Result), sum.Inputs.Sum(Value));
        Assert.Contains("received and not billed yet", result.Findings[0].Text, StringComparison.Ordinal);
        Assert.Contains("the oldest received on", result.Findings[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_counts_as_to_be_invoiced_is_said()
        => Assert.Contains((await RunAsync(Callers[0], "{}")).Findings, f => f.Text.StartsWith("What counts: ", StringComparison.Ordinal) && f.Text.Contains("invoicing policy", StringComparison.Ordinal));

    private static decimal Value(Fact fact) => decimal.Parse(fact.Value, System.Globalization.CultureInfo.InvariantCulture);
}
