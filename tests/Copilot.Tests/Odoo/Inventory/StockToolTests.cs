using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.Tests.Odoo.Inventory;

[Collection(PracticeCompanyCollection.Name)]
public sealed class StockToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.stock";

    protected override IReadOnlyList<string> Samples =>
    [
        """{"product":"GLV-NIT-L"}""", """{"words":"gloves"}""", """{"category":"Tapes","warehouse":"RTM"}""", """{"show":"expiring"}""", """{"show":"held"}""", """{"show":"incoming","warehouse":"LYO"}""",
        """{"product":"ADH-EPX-25","show":"lots"}""", """{"product":"CCP-GEL-500"}""", "{}",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Fact]
    public async Task The_next_receipt_of_a_short_product_is_named_with_its_supplier()
    {
        var result = await RunAsync(PracticeCompany.As(RoleNames.WarehouseSupervisor), Samples[0]);
        Assert.Contains(result.Findings, f => f.Text.Contains("from Shenhua Glove Works", StringComparison.Ordinal) && f.Text.Contains("is overdue", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Held_goods_are_not_free()
    {
        var result = await RunAsync(Callers[0], """{"product":"CCP-GEL-500","warehouse":"LYO"}""");
        Assert.Contains("in quality hold", result.Findings[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_without_a_product_is_asked_back()
        => Assert.Equal("Which product or category do you mean?", (await RunAsync(Callers[0], "{}")).QuestionBack);
}
