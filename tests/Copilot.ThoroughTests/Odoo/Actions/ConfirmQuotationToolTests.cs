using System.Text.Json.Nodes;
using Copilot.Odoo.Client;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Actions;

[Collection(PracticeCompanyCollection.Name)]
public sealed class ConfirmQuotationToolTests(PracticeCompany company) : ActionToolTests(company)
{
    protected override string Name => "odoo.confirm_quotation";

    protected override IReadOnlyList<string> Refused => NotSales;

    protected override async Task<IReadOnlyList<JsonObject>> SamplesAsync() =>
    [
        new() { ["order"] = await NameAsync("sale.order", OdooDomain.Where("state", "in", new[] { "draft", "sent" }).And("company_id", "=", 1)) },
        new() { ["order"] = await OpenOrderAsync() },
        [],
    ];
}
