using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Inventory;

[Collection(PracticeCompanyCollection.Name)]
public sealed class DataQualityToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.data_quality";

    protected override IReadOnlyList<string> Samples =>
    [
        """{}""",
        """{"show":"duplicates","count":1}""",
        """{"show":"units"}""",
        """{"category":"Packing Tapes"}""",
    ];

    protected override IReadOnlyList<string> Refused => [];

    [Fact]
    public async Task Products_entered_twice_are_found_whatever_the_order_of_their_words()
    {
        var result = await RunAsync(Callers[0], """{"show":"duplicates"}""");
        Assert.Contains(result.Findings, f => f.Text.Contains("FLM-FOA-2 ", StringComparison.Ordinal) && f.Text.Contains("FOAM-2MM", StringComparison.Ordinal));
        Assert.StartsWith("Of ", result.Findings[0].Text, StringComparison.Ordinal);
        Assert.Contains("3 groups", result.Findings[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supplier_price_in_another_unit_is_found_by_those_who_may_see_it()
    {
        Assert.Contains((await RunAsync(Callers[0], """{"show":"units"}""")).Findings, f => f.Text.StartsWith("PPE-GLS-CLR ", StringComparison.Ordinal) && f.Text.Contains("in supplier prices", StringComparison.Ordinal));
        Assert.DoesNotContain((await RunAsync(PracticeCompany.As(RoleNames.WarehouseSupervisor), """{"show":"units"}""")).Findings, f => f.Text.Contains("supplier prices", StringComparison.Ordinal));
    }
}
