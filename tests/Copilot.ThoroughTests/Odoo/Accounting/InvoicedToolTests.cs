using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Accounting;

[Collection(PracticeCompanyCollection.Name)]
public sealed class InvoicedToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.invoiced";

    protected override IReadOnlyList<string> Samples =>
    [
        """{}""",
        """{"group":"monthly","from":"2026-01-01"}""",
        """{"group":"salesperson","from":"2026-01-01","count":3}""",
        """{"group":"company","from":"2026-01-01","against":"last_year"}""",
        """{"customer":"Nordlicht Logistik GmbH","from":"2026-01-01"}""",
        """{"of":"credits","from":"2026-01-01"}""",
        """{"from":"1999-01-01","to":"1999-12-31"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.SalesRep, RoleNames.WarehouseSupervisor, RoleNames.ServiceAgent, RoleNames.Purchaser, RoleNames.Auditor];

    [Fact]
    public async Task Parts_by_month_add_up_to_the_whole()
    {
        var result = await RunAsync(Callers[0], """{"group":"monthly","from":"2026-01-01","to":"2026-10-31"}""");
        var whole = Money(result.Evidence.Single(e => e.Id == "invoiced:now:EUR"));

        Assert.Equal(whole, result.Evidence.Where(e => e.Id.StartsWith("invoiced:monthly:", StringComparison.Ordinal)).Sum(Money));
    }

    [Fact]
    public async Task Credit_notes_take_off_and_are_said()
    {
        var result = await RunAsync(Callers[0], """{"from":"2026-01-01"}""");
        var facts = result.Evidence.Single(e => e.Id == "invoiced:now:EUR").Facts;

        Assert.NotEqual("0", facts.Single(f => f.Name == "Credit notes").Value);
        Assert.Contains(result.Findings, f => f.Text.Contains("credit notes took off", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Credit_notes_alone_are_amounts_of_their_own()
    {
        var all = (await RunAsync(Callers[0], """{"from":"2026-01-01"}""")).Evidence.Single(e => e.Id == "invoiced:now:EUR").Facts;
        var credits = await RunAsync(Callers[0], """{"of":"credits","from":"2026-01-01"}""");

        Assert.StartsWith("Credited from ", credits.Findings[0].Text, StringComparison.Ordinal);
        Assert.Equal(all.Single(f => f.Name == "Credited").Value, credits.Evidence.Single(e => e.Id == "invoiced:now:EUR").Facts.Single(f => f.Name == "Credited without tax").Value);
    }

    [Fact]
    public async Task What_counts_stands_in_the_answer_and_nothing_invoiced_is_said_as_such()
    {
        var result = await RunAsync(Callers[0], """{"from":"1999-01-01","to":"1999-12-31"}""");

        Assert.StartsWith("Nothing was invoiced", result.Findings[0].Text, StringComparison.Ordinal);
        Assert.Contains(result.Findings, f => f.Text.StartsWith("Invoiced means: ", StringComparison.Ordinal));
    }

    private static decimal Money(Evidence evidence) => decimal.Parse(evidence.Facts.Single(f => f.Name == "Invoiced without tax").Value, System.Globalization.CultureInfo.InvariantCulture);
}
