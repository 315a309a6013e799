using System.Globalization;
using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Sales;

[Collection(PracticeCompanyCollection.Name)]
public sealed class QuotationRateToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.quotation_rate";

    protected override IReadOnlyList<string> Samples =>
    [
        "{}",
        """{"group":"customer","count":50}""",
        """{"group":"monthly","from":"2026-01-01"}""",
        """{"scope":"mine"}""",
        """{"salesperson":"Jonas Brandt","against":"last_year"}""",
        """{"customer":"Nordlicht Logistik GmbH"}""",
        """{"from":"1999-01-01","to":"1999-12-31"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    private static Caller Manager => PracticeCompany.As(RoleNames.OperationsManager);

    [Fact]
    public async Task The_rate_is_of_what_is_decided_and_open_offers_count_neither_way()
    {
        var result = await RunAsync(Manager, "{}");
        var made = result.Evidence.Single(e => e.Id == "quotations:now");
        var (won, lost, open) = (Value(made, "Confirmed"), Value(made, "Cancelled"), Value(made, "Open"));

        Assert.True(open > 0 && lost > 0);
        Assert.Equal(won + lost + open, Value(made, "Quotations"));
        Assert.StartsWith($"{Copilot.Odoo.Answers.Phrase.Percent(Math.Round(100m * won / (won + lost), 1))} of the decided quotations", result.Findings[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("salesperson")]
    [InlineData("monthly")]
    public async Task Parts_add_up_to_the_whole(string group)
    {
        var result = await RunAsync(Manager, $$"""{"group":"{{group}}","from":"2026-01-01","count":50}""");

        Assert.Equal(
            Value(result.Evidence.Single(e => e.Id == "quotations:now"), "Quotations"),
            result.Evidence.Where(e => e.Id.StartsWith($"quotations:{group}:", StringComparison.Ordinal)).Sum(e => Value(e, "Quotations")));
    }

    [Fact]
    public async Task A_period_without_quotations_has_no_rate()
    {
        var result = await RunAsync(Manager, """{"from":"1999-01-01","to":"1999-12-31"}""");

        Assert.StartsWith("No quotation was made", result.Findings[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(result.Findings, f => f.Text.Contains('%', StringComparison.Ordinal));
    }

    private static decimal Value(Evidence evidence, string fact) => decimal.Parse(evidence.Facts.Single(f => f.Name == fact).Value, CultureInfo.InvariantCulture);
}
