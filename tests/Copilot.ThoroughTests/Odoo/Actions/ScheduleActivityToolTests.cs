using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Actions;

[Collection(PracticeCompanyCollection.Name)]
public sealed class ScheduleActivityToolTests(PracticeCompany company) : ActionToolTests(company)
{
    protected override string Name => "odoo.schedule_activity";

    protected override IReadOnlyList<string> Refused => [RoleNames.WarehouseSupervisor, RoleNames.ServiceAgent, RoleNames.Auditor];

    protected override Task<IReadOnlyList<JsonObject>> SamplesAsync() => Task.FromResult<IReadOnlyList<JsonObject>>(
    [
        new() { ["customer"] = "Nordlicht Logistik GmbH", ["message"] = "Call back", ["due"] = "2031-01-02" },
        new() { ["customer"] = "Nordlicht Logistik GmbH", ["person"] = "Bram de Wit" },
        new() { ["customer"] = "Nordlicht Logistik GmbH", ["due"] = "2020-01-02" },
    ]);
}
