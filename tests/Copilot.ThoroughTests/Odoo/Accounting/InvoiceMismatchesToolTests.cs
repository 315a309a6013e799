using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Accounting;

[Collection(PracticeCompanyCollection.Name)]
public sealed class InvoiceMismatchesToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.invoice_mismatches";

    protected override IReadOnlyList<string> Samples =>
    [
        """{}""",
        """{"side":"customer"}""",
        """{"side":"vendor","kind":"price"}""",
        """{"kind":"duplicate"}""",
        """{"kind":"tax","count":1}""",
        """{"supplier":"Kartonwerk Sachsen GmbH"}""",
        """{"customer":"Helvetia Präzision AG"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.SalesRep, RoleNames.WarehouseSupervisor, RoleNames.ServiceAgent, RoleNames.Auditor];

    [Fact]
    public async Task All_kinds_of_disagreement_are_found()
    {
        var result = await RunAsync(Callers[0], """{"side":"vendor","from":"2026-01-01","count":50}""");
        var kinds = result.Evidence.Where(e => e.Id.StartsWith("calc:mismatches-kind:", StringComparison.Ordinal)).Select(e => e.Id[21..]).Order();
        Assert.Equal(["duplicate", "price", "quantity", "tax"], kinds);
    }

    [Fact]
    public async Task A_purchaser_is_told_of_bills_only()
        => Assert.DoesNotContain((await RunAsync(PracticeCompany.As(RoleNames.Purchaser), "{}")).Findings, f => f.Text.Contains("INV/", StringComparison.Ordinal));
}
