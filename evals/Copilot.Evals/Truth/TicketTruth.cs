using System.Text.Json.Nodes;

namespace Copilot.Evals.Truth;

/// <summary>Tickets and their deadlines.</summary>
internal sealed class TicketTruth(SandboxRpc sandbox, CompanyDays days, TimeProvider time)
{
    /// <summary>Gets the providers by name; companies are separated by +.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("ticket.deadline", async (a, t) => TruthValue.On(days.DayOf((await OneAsync(a[0], t)).Text("sla_deadline"))!.Value)),
        new("ticket.customer", async (a, t) => TruthValue.Words((await OneAsync(a[0], t)).LinkName("partner_id")!)),
        new("ticket.stage", async (a, t) => TruthValue.Words((await OneAsync(a[0], t)).LinkName("stage_id")!)),
        new("ticket.order", async (a, t) => TruthValue.Words((await OneAsync(a[0], t)).LinkName("sale_order_id")!.Split(' ')[0])),
        new("ticket.about_order", async (a, t) => TruthValue.Words("#" + (await sandbox.FindAsync("helpdesk.ticket", $"[['sale_order_id.client_order_ref','=','{a[0]}'],['close_date','=',false]]", "ticket_ref", t)).Text("ticket_ref"))),
        new("ticket.open_count", async (a, t) => TruthValue.Number((await OpenAsync(a[0], string.Empty, t)).Count)),
        new("ticket.overdue", async (a, t) => TruthValue.All([.. (await OpenAsync(a[0], $",['sla_deadline','<','{time.GetUtcNow():yyyy-MM-dd HH:mm:ss}']", t)).Select(r => "#" + r.Text("ticket_ref"))])),
        new("ticket.unassigned_count", async (a, t) => TruthValue.Number((await OpenAsync(a[0], ",['user_id','=',false]", t)).Count)),
        new("ticket.open_of", async (a, t) => TruthValue.All([.. (await sandbox.ReadAsync("helpdesk.ticket", $"[['close_date','=',false],['partner_id.name','=','{a[0]}']]", "ticket_ref", t)).Select(r => "#" + r.Text("ticket_ref"))])),
        new("ticket.closed_like", async (a, t) => TruthValue.Some([.. (await sandbox.ReadAsync("helpdesk.ticket", $"[['close_date','!=',false],['name','ilike','{a[0]}']]", "ticket_ref", t)).Select(r => "#" + r.Text("ticket_ref"))], 2)),
    ];

    private Task<JsonObject> OneAsync(string number, CancellationToken cancellationToken)
        => sandbox.FindAsync("helpdesk.ticket", $"[['ticket_ref','=','{number.TrimStart('#')}']]", "partner_id stage_id sale_order_id sla_deadline", cancellationToken);

    private Task<IReadOnlyList<JsonObject>> OpenAsync(string companies, string further, CancellationToken cancellationToken)
        => sandbox.ReadAsync("helpdesk.ticket", $"[['close_date','=',false],['company_id','in',[{companies.Replace('+', ',')}]]{further}]", "ticket_ref", cancellationToken);
}
