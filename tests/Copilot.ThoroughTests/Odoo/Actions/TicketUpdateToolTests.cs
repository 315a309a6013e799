using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Client;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Actions;

[Collection(PracticeCompanyCollection.Name)]
public sealed class TicketUpdateToolTests(PracticeCompany company) : ActionToolTests(company)
{
    protected override string Name => "odoo.ticket_update";

    protected override IReadOnlyList<string> Refused => [RoleNames.SalesRep, RoleNames.WarehouseSupervisor, RoleNames.Purchaser, RoleNames.Accountant, RoleNames.Auditor];

    protected override async Task<IReadOnlyList<JsonObject>> SamplesAsync() =>
    [
        new() { ["ticket"] = await TicketAsync(), ["stage"] = "solved", ["message"] = "All of it left today.", ["person"] = "Lena Vogt" },
        new() { ["ticket"] = await TicketAsync(), ["message"] = "We look into it." },
        new() { ["ticket"] = await TicketAsync() },
        new() { ["ticket"] = "99999", ["stage"] = "solved" },
    ];

    private Task<string> TicketAsync() => NameAsync("helpdesk.ticket", OdooDomain.Where("partner_id.name", "=", "Nordlicht Logistik GmbH").And("stage_id.fold", "=", false), "ticket_ref");
}
