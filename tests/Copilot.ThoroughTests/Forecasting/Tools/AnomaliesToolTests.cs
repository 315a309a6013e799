using Copilot.Contracts;
using Copilot.Testing.Tools;
using Copilot.ThoroughTests.Odoo;
using Xunit;

namespace Copilot.ThoroughTests.Forecasting.Tools;

[Collection(PracticeCompanyCollection.Name)]
public sealed class AnomaliesToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "forecast.anomalies";

    protected override IReadOnlyList<string> Samples => ["{}", """{"kind":"orders","count":3}""", """{"kind":"prices"}""", """{"kind":"adjustments"}""", """{"kind":"invoices"}""", """{"product":"GLV-NIT-L"}"""];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Fact]
    public async Task No_more_stand_out_than_chance_and_the_planted_oddities_make()
    {
        var result = await RunAsync(Callers[0], """{"count":50}""");
        var facts = result.Evidence.Single(e => e.Id == "calc:unusual").Facts.ToDictionary(f => f.Name, f => f.Value);
        Assert.True(int.Parse(facts["Figures judged"], System.Globalization.CultureInfo.InvariantCulture) > 300);
        Assert.InRange(int.Parse(facts["Stand out"], System.Globalization.CultureInfo.InvariantCulture), 0, 25);
        Assert.Contains(result.Findings, f => f.Role == FindingRole.Caveat && f.Text.Contains("by chance alone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_not_see_invoices_gets_none_and_is_told()
    {
        var result = await RunAsync(PracticeCompany.As(RoleNames.WarehouseSupervisor), "{}");
        Assert.DoesNotContain(result.Evidence, e => e.Record?.Model == "account.move");
        Assert.Contains(result.Findings, f => f.Text.Contains("invoices and bills", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_not_see_cost_is_shown_no_worth_of_adjustments()
    {
        var result = await RunAsync(PracticeCompany.As(RoleNames.WarehouseSupervisor), """{"kind":"adjustments","from":"FROM"}""".Replace("FROM", Company.Now.AddDays(-60).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        Assert.DoesNotContain(result.Evidence.SelectMany(e => e.Facts), f => f.Kind == FactKind.Money);

        // The practice company adjusts stock less often than the bound on false alarms asks for: what was seen is said, and that nothing calls it unusual.
        Assert.True(result.Found);
        Assert.Contains("can't be told yet", result.Findings[0].Text, StringComparison.Ordinal);
        var largest = Assert.Single(result.Findings, f => f.Role == FindingRole.Item);
        Assert.Contains("too little is known to judge them; the largest:", largest.Text, StringComparison.Ordinal);
        Assert.InRange(largest.EvidenceIds.Count, 2, 4);
    }

    [Fact]
    public async Task A_product_without_any_such_figures_has_nothing_to_judge()
        => Assert.Contains("no such figures", (await RunAsync(Callers[0], """{"kind":"adjustments","product":"GLV-NIT-L","from":"FROM"}""".Replace("FROM", Company.Now.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal))).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task A_day_to_come_or_long_ago_is_refused()
        => Assert.Contains("is not among them", (await RunAsync(Callers[0], """{"from":"2020-01-01"}""")).Reason, StringComparison.Ordinal);
}
