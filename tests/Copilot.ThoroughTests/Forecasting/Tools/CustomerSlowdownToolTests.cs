using Copilot.Contracts;
using Copilot.Testing.Tools;
using Copilot.ThoroughTests.Odoo;
using Xunit;

namespace Copilot.ThoroughTests.Forecasting.Tools;

[Collection(PracticeCompanyCollection.Name)]
public sealed class CustomerSlowdownToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "forecast.customer_slowdown";

    protected override IReadOnlyList<string> Samples => ["{}", """{"scope":"mine"}""", """{"customer":"Nordlicht Logistik GmbH"}""", """{"since":"SINCE","count":3}""".Replace("SINCE", Day(-60), StringComparison.Ordinal)];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Fact]
    public async Task A_customer_is_told_with_their_own_rhythm()
    {
        var result = await RunAsync(Callers[0], """{"customer":"Nordlicht Logistik GmbH"}""");
        Assert.Contains(result.Findings, f => f.Role == FindingRole.Headline && f.Text.StartsWith("Nordlicht Logistik GmbH", StringComparison.Ordinal));
        Assert.Contains(result.Findings, f => f.Text.Contains("usually an order every", StringComparison.Ordinal));
        Assert.Empty(FigureCheck.Unsupported(result));
    }

    [Fact]
    public async Task Those_without_an_order_since_a_day_have_their_last_one_before_it()
    {
        var since = Company.Now.AddDays(-45);
        var result = await RunAsync(Callers[0], """{"since":"SINCE","count":50}""".Replace("SINCE", Day(-45), StringComparison.Ordinal));
        var lasts = result.Evidence.Where(e => e.Record?.Model == "res.partner").Select(e => DateOnly.ParseExact(e.Facts.First(f => f.Name == "Last order").Value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.NotEmpty(lasts);
        Assert.All(lasts, l => Assert.True(l < DateOnly.FromDateTime(since.UtcDateTime), $"{l}"));
    }

    [Theory]
    [InlineData("2020-01-01")]
    [InlineData("2199-01-01")]
    public async Task A_day_outside_of_what_is_looked_at_is_refused(string day)
        => Assert.Contains("is not among them", (await RunAsync(Callers[0], """{"since":"DAY"}""".Replace("DAY", day, StringComparison.Ordinal))).Reason, StringComparison.Ordinal);

    private string Day(int days) => Company.Now.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
