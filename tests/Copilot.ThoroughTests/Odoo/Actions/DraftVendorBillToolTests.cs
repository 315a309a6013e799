using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Client;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Actions;

[Collection(PracticeCompanyCollection.Name)]
public sealed class DraftVendorBillToolTests(PracticeCompany company) : ActionToolTests(company)
{
    protected override string Name => "odoo.draft_vendor_bill";

    protected override IReadOnlyList<string> Refused => [.. PracticeCompany.People.Select(p => p.Roles[0]).Where(r => r != RoleNames.Accountant)];

    protected override async Task<IReadOnlyList<JsonObject>> SamplesAsync() =>
    [
        new() { ["purchase_order"] = await NameAsync("purchase.order", OdooDomain.Where("order_line.qty_to_invoice", ">", 0)) },
        new() { ["purchase_order"] = await NameAsync("purchase.order", OdooDomain.Where("receipt_status", "=", "pending")) },
    ];
}
