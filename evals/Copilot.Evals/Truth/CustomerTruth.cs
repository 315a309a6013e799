using System.Globalization;
using System.Text.Json.Nodes;

namespace Copilot.Evals.Truth;

/// <summary>Customers: class, salesperson, credit, orders, tickets.</summary>
internal sealed class CustomerTruth(SandboxRpc sandbox, CompanyDays days)
{
    /// <summary>Gets the providers by name.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("customer.credit_limit", async (a, t) => TruthValue.Number((await FindAsync(a[0], "credit_limit", t)).Number("credit_limit"))),
        new("customer.salesperson", async (a, t) => TruthValue.Words((await FindAsync(a[0], "user_id", t)).LinkName("user_id")!)),
        new("customer.open_orders", OpenOrdersAsync),
        new("customer.open_tickets", async (a, t) => TruthValue.Number((await TicketsAsync(a[0], t)).Count)),
        new("customer.ticket_refs", async (a, t) => TruthValue.All([.. (await TicketsAsync(a[0], t)).Select(r => r.Text("ticket_ref")!)])),
        new("customer.revenue", RevenueAsync),
        new("customer.silent", SilentAsync),
        new("customer.last_order_name", LastNameAsync),
        new("customer.last_order", async (a, t) => TruthValue.On((await LastOrdersAsync(t))[a[0]])),
        new("pick.foreign_customer", ForeignAsync),
        new("pick.ticket_customer", TicketCustomerAsync),
        new("pick.owned_customer", OwnedAsync),
    ];

    private Task<JsonObject> FindAsync(string name, string fields, CancellationToken cancellationToken)
        => sandbox.FindAsync("res.partner", $"[['name','=','{name}'],['is_company','=',true]]", fields, cancellationToken);

    private async Task<TruthValue> OpenOrdersAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
        => TruthValue.Number((await OpenOrders.ReadAsync(sandbox, days, cancellationToken)).All.Count(o => o.Customer == arguments[0]));

    private Task<IReadOnlyList<JsonObject>> TicketsAsync(string customer, CancellationToken cancellationToken)
        => sandbox.ReadAsync("helpdesk.ticket", $"[['partner_id.name','=','{customer}'],['stage_id.fold','=',false]]", "ticket_ref name", cancellationToken);

    /// <summary>Net amount of confirmed orders of the last so many days.</summary>
    private async Task<TruthValue> RevenueAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var since = days.StartOf(days.Today.AddDays(-int.Parse(arguments[1], CultureInfo.InvariantCulture)));
        var rows = await sandbox.ReadAsync("sale.order", $"[['partner_id.name','=','{arguments[0]}'],['state','=','sale'],['date_order','>=','{since}']]", "amount_untaxed", cancellationToken);
        return TruthValue.Number(rows.Sum(r => r.Number("amount_untaxed")));
    }

    /// <summary>Customers whose last confirmed order of the last two years is at least so many days old.</summary>
    private async Task<TruthValue> SilentAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var day = days.Today.AddDays(-int.Parse(arguments[0], CultureInfo.InvariantCulture));
        return TruthValue.All([.. (await LastOrdersAsync(cancellationToken)).Where(l => l.Value <= day).Select(l => l.Key)]);
    }

    private async Task<TruthValue> LastNameAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
        => TruthValue.Words((await sandbox.ReadAsync("sale.order", $"[['state','=','sale'],['partner_id.commercial_partner_id.name','=','{arguments[0]}']]", "name date_order", cancellationToken))
            .OrderByDescending(r => r.Text("date_order"), StringComparer.Ordinal).ThenByDescending(r => (int)r["id"]!).First().Text("name")!);

    /// <summary>The day of the last confirmed order by company: a contact is written behind it, after a comma.</summary>
    private async Task<IReadOnlyDictionary<string, DateOnly>> LastOrdersAsync(CancellationToken cancellationToken)
    {
        var rows = await sandbox.ReadAsync("sale.order", $"[['state','=','sale'],['date_order','>=','{days.StartOf(days.Today.AddDays(-730))}']]", "partner_id date_order", cancellationToken);
        return rows.GroupBy(r => r.LinkName("partner_id")!.Split(',')[0]).ToDictionary(g => g.Key, g => g.Max(r => days.DayOf(r.Text("date_order"))!.Value));
    }

    private async Task<TruthValue> ForeignAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var rows = await sandbox.ReadAsync("res.partner", "[['is_company','=',true],['customer_rank','>',0],['user_id','!=',false],['user_id.login','!=','sales-rep']]", "name", cancellationToken);
        return TruthValue.Words(rows[arguments.Count > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 0].Text("name")!);
    }

    private async Task<TruthValue> OwnedAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var rows = await sandbox.ReadAsync("res.partner", "[['is_company','=',true],['customer_rank','>',0],['user_id.login','=','sales-rep']]", "name", cancellationToken);
        return TruthValue.Words(rows[^1].Text("name")!);
    }

    private async Task<TruthValue> TicketCustomerAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var rows = await sandbox.ReadAsync("helpdesk.ticket", "[['stage_id.fold','=',false],['company_id','=',1],['partner_id','!=',false]]", "partner_id", cancellationToken);
        return TruthValue.Words(rows.GroupBy(r => r.LinkName("partner_id")!).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key);
    }
}
