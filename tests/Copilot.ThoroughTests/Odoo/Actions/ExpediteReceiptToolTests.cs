using System.Text.Json.Nodes;
using Copilot.Odoo.Client;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Actions;

[Collection(PracticeCompanyCollection.Name)]
public sealed class ExpediteReceiptToolTests(PracticeCompany company) : ActionToolTests(company)
{
    protected override string Name => "odoo.expedite_receipt";

    protected override IReadOnlyList<string> Refused => NotPurchasing;

    protected override async Task<IReadOnlyList<JsonObject>> SamplesAsync() =>
    [
        new() { ["purchase_order"] = await NameAsync("purchase.order", OdooDomain.Where("receipt_status", "=", "pending")) },
        new() { ["purchase_order"] = await NameAsync("purchase.order", OdooDomain.Where("receipt_status", "=", "pending")), ["message"] = "Please send it by Friday." },
        new() { ["purchase_order"] = await NameAsync("purchase.order", OdooDomain.Where("receipt_status", "=", "full")) },
    ];
}
