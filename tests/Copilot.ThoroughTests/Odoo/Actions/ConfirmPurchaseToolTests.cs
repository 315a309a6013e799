using System.Text.Json.Nodes;
using Copilot.Odoo.Client;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Actions;

[Collection(PracticeCompanyCollection.Name)]
public sealed class ConfirmPurchaseToolTests(PracticeCompany company) : ActionToolTests(company)
{
    protected override string Name => "odoo.confirm_purchase";

    protected override IReadOnlyList<string> Refused => NotPurchasing;

    protected override async Task<IReadOnlyList<JsonObject>> SamplesAsync() =>
    [
        new() { ["purchase_order"] = await NameAsync("purchase.order", OdooDomain.Where("state", "in", new[] { "draft", "sent" }).And("company_id", "=", 1)) },
        new() { ["purchase_order"] = await NameAsync("purchase.order", OdooDomain.Where("state", "=", "purchase")) },
        [],
    ];
}
