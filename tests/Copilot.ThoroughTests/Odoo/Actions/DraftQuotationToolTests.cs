using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Actions;

[Collection(PracticeCompanyCollection.Name)]
public sealed class DraftQuotationToolTests(PracticeCompany company) : ActionToolTests(company)
{
    protected override string Name => "odoo.draft_quotation";

    protected override IReadOnlyList<string> Refused => [.. NotSales, RoleNames.Accountant];

    protected override Task<IReadOnlyList<JsonObject>> SamplesAsync() => Task.FromResult<IReadOnlyList<JsonObject>>(
    [
        new() { ["customer"] = "Nordlicht Logistik GmbH", ["product"] = "GLV-NIT-L", ["quantity"] = 12 },
        new() { ["customer"] = "Nordlicht Logistik GmbH", ["product"] = "GLV-NIT-L" },
    ]);
}
