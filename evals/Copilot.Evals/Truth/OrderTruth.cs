using System.Globalization;
using System.Text.Json.Nodes;

namespace Copilot.Evals.Truth;

/// <summary>Single sales orders.</summary>
internal sealed class OrderTruth(SandboxRpc sandbox, CompanyDays days)
{
    /// <summary>Gets the providers by name.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("order.commitment", async (a, t) => TruthValue.On(days.DayOf((await FindAsync(a[0], t)).Text("commitment_date"))!.Value)),
        new("order.customer", async (a, t) => TruthValue.Words((await FindAsync(a[0], t)).LinkName("partner_id")!)),
        new("order.untaxed", async (a, t) => TruthValue.Number((await FindAsync(a[0], t)).Number("amount_untaxed"))),
        new("order.salesperson", async (a, t) => TruthValue.Words((await FindAsync(a[0], t)).LinkName("user_id")!)),
        new("order.transfers", TransfersAsync),
        new("order.digits", (a, _) => Task.FromResult(TruthValue.Words(a[0].TrimStart('S').TrimStart('0')))),
        new("order.lower", (a, _) => Task.FromResult(TruthValue.Words(a[0].ToLowerInvariant()))),
        new("order.by_reference", ByReferenceAsync),
        new("order.hidden_from", HiddenAsync),
        new("order.promised_between", PromisedAsync),
    ];

    private Task<JsonObject> FindAsync(string name, CancellationToken cancellationToken)
        => sandbox.FindAsync("sale.order", $"[['name','=','{name}']]", "name partner_id user_id commitment_date amount_untaxed", cancellationToken);

    private async Task<TruthValue> ByReferenceAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
        => TruthValue.Words((await sandbox.FindAsync("sale.order", $"[['client_order_ref','=','{arguments[0]}']]", "name", cancellationToken)).Text("name")!);

    private async Task<TruthValue> TransfersAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var rows = await sandbox.ReadAsync("stock.picking", $"[['sale_id.name','=','{arguments[0]}'],['state','not in',['done','cancel']]]", "name", cancellationToken);
        return TruthValue.All([.. rows.Select(r => r.Text("name")!)]);
    }

    /// <summary>Numbers of all orders that a persona's record rules hide.</summary>
    private async Task<TruthValue> HiddenAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var domain = arguments[0] switch
        {
            "sales-rep" => "['|',['company_id','!=',1],'&',['user_id','!=',false],['user_id.login','!=','sales-rep']]",
            "auditor" => "[]",
            _ => "[['company_id','!=',1]]",
        };
        var rows = await sandbox.ReadAsync("sale.order", domain, "name", cancellationToken);
        return TruthValue.All([.. rows.Select(r => r.Text("name")!)]);
    }

    /// <summary>Open orders of a persona promised from today to some days ahead.</summary>
    private async Task<TruthValue> PromisedAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var from = days.StartOf(days.Today.AddDays(int.Parse(arguments[1], CultureInfo.InvariantCulture)));
        var to = days.StartOf(days.Today.AddDays(int.Parse(arguments[2], CultureInfo.InvariantCulture) + 1));
        var rows = await sandbox.ReadAsync(
            "sale.order", $"[['state','=','sale'],['user_id.login','=','{arguments[0]}'],['commitment_date','>=','{from}'],['commitment_date','<','{to}'],['delivery_status','!=','full']]", "name", cancellationToken);
        return TruthValue.All([.. rows.Select(r => r.Text("name")!)]);
    }
}
