using System.Text.Json.Nodes;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Actions;

[Collection(PracticeCompanyCollection.Name)]
public sealed class DraftPurchaseToolTests(PracticeCompany company) : ActionToolTests(company)
{
    protected override string Name => "odoo.draft_purchase";

    protected override IReadOnlyList<string> Refused => NotPurchasing;

    protected override Task<IReadOnlyList<JsonObject>> SamplesAsync() => Task.FromResult<IReadOnlyList<JsonObject>>(
    [
        new() { ["product"] = "GLV-NIT-L", ["quantity"] = 200, ["needed"] = "2031-01-02" },
        new() { ["product"] = "GLV-NIT-L" },
        new() { ["product"] = "GLV-NIT-L", ["quantity"] = 1, ["supplier"] = "Nordlicht Logistik GmbH" },
    ]);
}
