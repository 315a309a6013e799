using System.Text.Json.Nodes;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Actions;

[Collection(PracticeCompanyCollection.Name)]
public sealed class RequestCountToolTests(PracticeCompany company) : ActionToolTests(company)
{
    protected override string Name => "odoo.request_count";

    protected override IReadOnlyList<string> Refused => NotStock;

    protected override Task<IReadOnlyList<JsonObject>> SamplesAsync() => Task.FromResult<IReadOnlyList<JsonObject>>(
    [
        new() { ["product"] = "GLV-NIT-L", ["warehouse"] = "RTM", ["day"] = "2031-01-02" },
        new() { ["product"] = "GLV-NIT-L" },
        new() { ["product"] = "GLV-NIT-L", ["day"] = "2020-01-02" },
    ]);
}
