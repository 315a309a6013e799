using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Accounting;

[Collection(PracticeCompanyCollection.Name)]
public sealed class ReceivableDaysToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.receivable_days";

    protected override IReadOnlyList<string> Samples =>
    [
        """{}""",
        """{"measure":"days_to_pay"}""",
        """{"customer":"Nordlicht Logistik GmbH"}""",
        """{"from":"2026-01-01","against":"last_year"}""",
        """{"from":"2026-07-01","to":"2026-09-30"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.SalesRep, RoleNames.WarehouseSupervisor, RoleNames.ServiceAgent, RoleNames.Purchaser, RoleNames.Auditor];

    [Fact]
    public async Task The_formula_and_its_source_stand_beside_the_figure()
    {
        var result = await RunAsync(Callers[0], "{}");

        Assert.StartsWith("DSO (days sales outstanding)", result.Findings[0].Text, StringComparison.Ordinal);
        Assert.Contains(result.Findings, f => f.Text.StartsWith("DSO means: ", StringComparison.Ordinal) && f.Text.Contains("Credit Research Foundation", StringComparison.Ordinal));
        Assert.Contains(result.Findings, f => f.Text.StartsWith("Days to pay means: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Both_steps_of_it_can_be_worked_out_again()
    {
        var result = await RunAsync(Callers[0], "{}");
        var steps = result.Evidence.Where(e => e.Calculation is { Operation: CalculationOperation.Ratio }).Select(e => e.Calculation!).ToList();

        Assert.Equal(2, steps.Count);
        Assert.All(steps, s => Assert.InRange(Value(s.Inputs[0]) / Value(s.Inputs[1]) - Value(s.Result), -0.051m, 0.051m));
        Assert.Equal(steps[0].Result.Value, steps[1].Inputs[1].Value);
    }

    [Fact]
    public async Task Days_to_pay_come_first_when_they_were_asked_for()
        => Assert.Contains("days on average from invoice to last payment", (await RunAsync(Callers[0], """{"measure":"days_to_pay"}""")).Findings[0].Text, StringComparison.Ordinal);

    [Fact]
    public async Task Without_the_history_of_matches_an_earlier_day_is_not_guessed()
    {
        var result = await RunAsync(Callers[0], """{"from":"2026-07-01","to":"2026-09-30"}""");

        Assert.False(result.Found);
        Assert.Contains("The DSO up to today I can tell", result.Reason, StringComparison.Ordinal);
    }

    private static decimal Value(Fact fact) => decimal.Parse(fact.Value, System.Globalization.CultureInfo.InvariantCulture);
}
