using System.Globalization;
using Copilot.Contracts;
using Copilot.Testing.Tools;
using Copilot.ThoroughTests.Odoo;
using Xunit;

namespace Copilot.ThoroughTests.Forecasting.Tools;

[Collection(PracticeCompanyCollection.Name)]
public sealed class StockoutToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "forecast.stockout_risk";

    protected override IReadOnlyList<string> Samples =>
    [
        """{"product":"GLV-NIT-L"}""",
        """{"product":"FLM-STR-23","warehouse":"RTM"}""",
        """{"product":"BOX-FCT-S","warehouse":"LYO"}""",
        """{}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Fact]
    public async Task The_risk_grows_with_the_days_to_last()
    {
        var risks = new List<decimal>();
        foreach (var days in new[] { 3, 30, 90, 180 })
        {
            var result = await RunAsync(Callers[0], $$"""{"product":"BOX-FCT-S","to":"{{Ahead(days)}}"}""");
            risks.Add(decimal.Parse(result.Evidence.Single(e => e.Id.StartsWith("calc:stockout:", StringComparison.Ordinal)).Calculation!.Result.Value, CultureInfo.InvariantCulture));
        }

        Assert.Equal(risks.Order(), risks);
        Assert.All(risks, r => Assert.InRange(r, 1, 99));
        Assert.True(risks[^1] > risks[0]);
    }

    [Fact]
    public async Task Without_a_product_it_asks_for_one()
        => Assert.NotNull((await RunAsync(Callers[0], """{"warehouse":"LYO"}""")).QuestionBack);

    private string Ahead(int days) => DateOnly.FromDateTime(Company.Now.UtcDateTime).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
