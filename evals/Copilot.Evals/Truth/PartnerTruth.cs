using System.Text.Json.Nodes;

namespace Copilot.Evals.Truth;

/// <summary>What is kept of customers and suppliers, and of the people and addresses below them.</summary>
internal sealed class PartnerTruth(SandboxRpc sandbox, CompanyDays days)
{
    /// <summary>Gets the providers by name; the first argument is the company's name, a second the job or the kind of address.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("partner.phone", (a, t) => OwnAsync(a[0], "phone", t)),
        new("partner.vat", (a, t) => OwnAsync(a[0], "vat", t)),
        new("partner.street", (a, t) => OwnAsync(a[0], "street", t)),
        new("partner.buyer", (a, t) => LinkedAsync(a[0], "buyer_id", t)),
        new("partner.terms", (a, t) => LinkedAsync(a[0], "property_payment_term_id", t)),
        new("partner.price_list", (a, t) => LinkedAsync(a[0], "property_product_pricelist", t)),
        new("partner.people", async (a, t) => TruthValue.All([.. (await BelowAsync(a[0], "['type','=','contact']", "name", t)).Select(r => Kept(r, "name"))])),
        new("partner.email_of", async (a, t) => TruthValue.All(await EachAsync(a[0], $"['function','=','{a[1]}']", "email", t))),
        new("partner.phone_of", async (a, t) => TruthValue.All(await EachAsync(a[0], $"['function','=','{a[1]}']", "phone", t))),
        new("partner.street_of", async (a, t) => TruthValue.All(await EachAsync(a[0], $"['type','=','{a[1]}']", "street", t))),
        new("partner.email_below", async (a, t) => TruthValue.All(await EachAsync(a[0], $"['type','=','{a[1]}']", "email", t))),
        new("partner.first_order", FirstOrderAsync),
        new("pick.without_delivery_address", WithoutDeliveryAddressAsync),
    ];

    private static string Kept(JsonObject row, string field) => row.Text(field) ?? throw new InvalidOperationException($"The practice company keeps no {field} of {row.ToJsonString()}.");

    private Task<JsonObject> FindAsync(string name, string fields, CancellationToken cancellationToken)
        => sandbox.FindAsync("res.partner", $"[['name','=','{name}'],['is_company','=',true]]", fields, cancellationToken);

    private Task<IReadOnlyList<JsonObject>> BelowAsync(string name, string which, string fields, CancellationToken cancellationToken)
        => sandbox.ReadAsync("res.partner", $"[['parent_id.name','=','{name}'],{which}]", fields, cancellationToken);

    private async Task<TruthValue> OwnAsync(string name, string field, CancellationToken cancellationToken)
        => TruthValue.Words(Kept(await FindAsync(name, field, cancellationToken), field));

    private async Task<TruthValue> LinkedAsync(string name, string field, CancellationToken cancellationToken)
        => TruthValue.Words((await FindAsync(name, field, cancellationToken)).LinkName(field) ?? throw new InvalidOperationException($"The practice company keeps no {field} of {name}."));

    /// <summary>The values of all that fit; none is a case that proves nothing.</summary>
    private async Task<IReadOnlyList<string>> EachAsync(string name, string which, string field, CancellationToken cancellationToken)
    {
        var rows = await BelowAsync(name, which, field, cancellationToken);
        return rows.Count > 0 ? [.. rows.Select(r => Kept(r, field))] : throw new InvalidOperationException($"The practice company keeps nothing with {which} at {name}.");
    }

    private async Task<TruthValue> FirstOrderAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
        => TruthValue.On((await sandbox.ReadAsync("sale.order", $"[['state','=','sale'],['partner_id.commercial_partner_id.name','=','{arguments[0]}']]", "date_order", cancellationToken)).Min(r => days.DayOf(r.Text("date_order")))!.Value);

    private async Task<TruthValue> WithoutDeliveryAddressAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var with = (await sandbox.ReadAsync("res.partner", "[['type','=','delivery'],['parent_id','!=',false]]", "parent_id", cancellationToken)).Select(r => r.Link("parent_id")!.Value).ToHashSet();
        var rows = await sandbox.ReadAsync("res.partner", "[['is_company','=',true],['customer_rank','>',0],['street','!=',false]]", "name", cancellationToken);
        return TruthValue.Words(rows.First(r => !with.Contains(r.Id())).Text("name")!);
    }
}
