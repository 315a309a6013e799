using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Actions;

[Collection(PracticeCompanyCollection.Name)]
public sealed class PostNoteToolTests(PracticeCompany company) : ActionToolTests(company)
{
    protected override string Name => "odoo.post_note";

    protected override IReadOnlyList<string> Refused => [RoleNames.WarehouseSupervisor, RoleNames.ServiceAgent, RoleNames.Auditor];

    protected override Task<IReadOnlyList<JsonObject>> SamplesAsync() => Task.FromResult<IReadOnlyList<JsonObject>>(
    [
        new() { ["customer"] = "Nordlicht Logistik GmbH", ["message"] = "Gate 4 from now on" },
        new() { ["message"] = "on nothing" },
        new() { ["order"] = "S99999", ["message"] = "on nothing" },
    ]);
}
