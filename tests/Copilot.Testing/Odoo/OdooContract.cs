using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Copilot.Contracts;
using Copilot.Odoo.Client;
using Xunit;

namespace Copilot.Testing.Odoo;

/// <summary>
/// What every Odoo this product works with must do, real or practised: each suite derived from this class asks the same questions of
/// Odoo 14, Odoo 19 and the sandbox. A suite makes the records it needs itself, under names nobody else uses.
/// </summary>
public abstract class OdooContract(OdooServerUnderTest server)
{
    // Odoo 14 closes each connection without saying so: none may be used twice.
    private static readonly HttpClient Http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero });

    private static readonly ConcurrentDictionary<(Uri Server, string Login, string Secret), int> Uids = new();

    /// <summary>Part of every name this test makes.</summary>
    internal string Mark { get; } = "zq" + Guid.NewGuid().ToString("N")[..10];

    internal OdooServerUnderTest Server
    {
        get
        {
            Skip.If(server.MissingBecause is not null, server.MissingBecause);
            return server;
        }
    }

    internal IOdooClient Client => Server.Client;

    internal Caller Admin => Server.Caller(Server.Admin);

    internal Caller Salesperson => Server.Caller(Server.Salesperson);

    internal Caller Stockkeeper => Server.Caller(Server.Stockkeeper);

    internal static CancellationToken None => CancellationToken.None;

    /// <summary>Calls a method as the administrator.</summary>
    internal async Task<JsonElement> CallAsync(string model, string method, params object?[] arguments)
        => await CallAsAsync(Admin, model, method, arguments);

    internal async Task<JsonElement> CallAsAsync(Caller caller, string model, string method, params object?[] arguments)
        => await Client.CallAsync(caller, new OdooCall { Model = model, Method = method, Arguments = arguments, IsRead = false }, None) ?? default;

    internal async Task<int> CreateAsync(string model, Dictionary<string, object?> values)
    {
        try
        {
            return (await CallAsync(model, "create", values)).GetInt32();
        }
        catch (OdooException refused) when (refused.ServerText.Length > 0)
        {
            // A log keeps quiet about records; a test that could not set its scene has to say why.
            throw new OdooException(refused.Fault, $"{refused.Message} {refused.ServerText}", refused) { ServerClass = refused.ServerClass, ServerText = refused.ServerText, HttpStatus = refused.HttpStatus };
        }
    }

    internal Task<int> PartnerAsync(string name, Dictionary<string, object?>? more = null)
        => CreateAsync("res.partner", new Dictionary<string, object?>(more ?? []) { ["name"] = $"{Mark} {name}" });

    internal Task<int> ProductAsync(string code, decimal price = 10m)
        => CreateAsync("product.product", new()
        {
            ["name"] = $"{Mark} {code}",
            ["default_code"] = $"{Mark}-{code}",
            ["type"] = "consu",
            ["is_storable"] = true,
            ["list_price"] = price,
            ["taxes_id"] = Replace(),
            ["supplier_taxes_id"] = Replace(),
        });

    /// <summary>Goods found in a location: counted, then applied where counting is a step of its own.</summary>
    internal async Task StockAsync(int product, int location, double quantity, Caller? by = null, int? lot = null, int? owner = null)
    {
        var found = new Dictionary<string, object?> { ["product_id"] = product, ["location_id"] = location, ["inventory_quantity"] = quantity };
        if (lot is { } id)
        {
            found["lot_id"] = id;
        }

        if (owner is { } other)
        {
            found["owner_id"] = other;
        }

        var counted = await Client.CallAsync(
            by ?? Admin,
            new OdooCall
            {
                Model = "stock.quant",
                Method = "create",
                Arguments = [found],
                Named = new Dictionary<string, object?> { ["context"] = new Dictionary<string, object?> { ["inventory_mode"] = true } },
                IsRead = false,
            },
            None);
        if (Server.Version >= 15)
        {
            await CallAsAsync(by ?? Admin, "stock.quant", "action_apply_inventory", new[] { counted!.Value.GetInt32() });
        }
    }

    /// <summary>A quotation of one line, by default of the administrator.</summary>
    internal async Task<int> QuotationAsync(int partner, int product, double quantity = 3, double price = 20, Dictionary<string, object?>? more = null)
        => await CreateAsync("sale.order", new Dictionary<string, object?>(more ?? [])
        {
            ["partner_id"] = partner,
            ["order_line"] = new object?[] { Line(product, quantity, price) },
        });

    /// <summary>Books what a purchase order of one line expects as received.</summary>
    internal async Task ReceiveAsync(int purchase, double quantity)
    {
        var picking = Assert.Single((await ReadAsync("purchase.order", purchase, "picking_ids")).Links("picking_ids"));
        var move = Assert.Single(await FindAsync("stock.move", OdooDomain.Where("picking_id", "=", picking)));
        await CallAsync("stock.move", "write", new[] { move.Id }, new Dictionary<string, object?> { ["quantity"] = quantity, ["picked"] = true });
        await Client.CallAsync(
            Admin,
            new OdooCall { Model = "stock.picking", Method = "button_validate", Arguments = [new[] { picking }], Named = new Dictionary<string, object?> { ["context"] = new Dictionary<string, object?> { ["skip_backorder"] = true, ["skip_sms"] = true } }, IsRead = false },
            None);
    }

    internal static object?[] Line(int product, double quantity, double price)
        => [0, 0, new Dictionary<string, object?> { ["product_id"] = product, ["product_uom_qty"] = quantity, ["price_unit"] = price, ["tax_ids"] = Replace() }];

    /// <summary>The command that makes a many2many hold exactly these.</summary>
    internal static object?[] Replace(params int[] ids) => [new object?[] { 6, 0, ids }];

    internal async Task<OdooRow> ReadAsync(string model, int id, params string[] fields)
        => Assert.Single(await Client.ReadAsync(Admin, model, [id], fields, None));

    internal async Task<IReadOnlyList<OdooRow>> FindAsync(string model, OdooDomain domain, string? order = null, params string[] fields)
        => (await Client.SearchReadAsync(Admin, new OdooQuery { Model = model, Domain = domain, Fields = fields.Length == 0 ? ["id"] : fields, Order = order }, None)).Rows;

    internal static async Task<OdooException> FaultAsync(OdooFault fault, Func<Task> act)
    {
        var thrown = await Assert.ThrowsAsync<OdooException>(act);
        Assert.True(fault == thrown.Fault, $"expected {fault}, got {thrown.Fault} ({thrown.ServerClass}: {thrown.ServerText})");
        return thrown;
    }

    /// <summary>Posts a JSON-RPC call as it is and gives the whole answer.</summary>
    internal async Task<JsonElement> PostAsync(string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Server.Address, "jsonrpc")) { Content = body };
        using var response = await Http.SendAsync(request);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    internal Task<JsonElement> PostAsync(string service, string method, params object?[] arguments)
        => PostAsync(JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["jsonrpc"] = "2.0",
            ["method"] = "call",
            ["id"] = 7,
            ["params"] = new Dictionary<string, object?> { ["service"] = service, ["method"] = method, ["args"] = arguments },
        }));

    /// <summary>A user's id, signed in once: a real server takes a third of a second to check a password.</summary>
    internal async Task<int> UidAsync(string login, string secret)
    {
        if (!Uids.TryGetValue((Server.Address, login, secret), out var uid))
        {
            uid = (await PostAsync("common", "authenticate", Server.Database, login, secret, new Dictionary<string, object?>())).GetProperty("result").GetInt32();
            Uids[(Server.Address, login, secret)] = uid;
        }

        return uid;
    }

    /// <summary>The <c>execute_kw</c> of the administrator as it is: in the server's own words, with nothing added.</summary>
    internal async Task<JsonElement> RawAsync(string model, string method, object?[] arguments, Dictionary<string, object?>? named = null)
    {
        var uid = await UidAsync(Server.Admin.Login, Server.Admin.Secret);
        return await PostAsync("object", "execute_kw", Server.Database, uid, Server.Admin.Secret, model, method, arguments, named ?? []);
    }

    internal async Task<OdooFault> RawFaultAsync(string model, string method, params object?[] arguments)
    {
        var answer = await RawAsync(model, method, arguments);
        Assert.True(answer.TryGetProperty("error", out var error), "the server answered without an error");
        return OdooFaults.Read(error, model, method).Fault;
    }
}
