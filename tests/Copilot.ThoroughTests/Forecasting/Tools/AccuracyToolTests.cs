using System.Globalization;
using Copilot.Contracts;
using Copilot.Testing.Tools;
using Copilot.ThoroughTests.Odoo;
using Xunit;

namespace Copilot.ThoroughTests.Forecasting.Tools;

[Collection(PracticeCompanyCollection.Name)]
public sealed class AccuracyToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "forecast.accuracy";

    protected override IReadOnlyList<string> Samples =>
    [
        """{"category":"Disposable Gloves"}""",
        """{"product":"GLV-NIT-L"}""",
        """{"category":"Disposable Gloves","group":"class","count":2}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Fact]
    public async Task The_worst_comes_first_and_a_cut_list_says_so()
    {
        var result = await RunAsync(Callers[0], """{"category":"Disposable Gloves","count":50}""");
        var errors = result.Cards.OfType<TableCard>().Single().Rows.Select(r => r[1]!.GetValue<decimal>()).ToList();
        Assert.True(errors.Count > 3);
        Assert.Equal(errors.OrderDescending(), errors);
    }

    [Fact]
    public async Task A_product_alone_has_the_same_naive_error_as_in_the_list()
    {
        var one = await RunAsync(Callers[0], """{"product":"GLV-NIT-L"}""");
        var list = await RunAsync(Callers[0], """{"category":"Disposable Gloves","count":50}""");
        Assert.Equal(Fact(one, "calc:accuracy:GLV-NIT-L", "Mean error of repeating the last week"), Fact(list, "calc:accuracy:product:GLV-NIT-L", "Mean error of repeating the last week"));
    }

    private static decimal Fact(ToolResult result, string id, string name)
        => decimal.Parse(result.Evidence.Single(e => e.Id == id).Facts.First(f => f.Name == name).Value, CultureInfo.InvariantCulture);
}
