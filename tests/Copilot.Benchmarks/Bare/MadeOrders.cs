using System.Globalization;
using System.Text.Json;
using Copilot.Testing.Odoo;

namespace Copilot.Benchmarks.Bare;

/// <summary>A business system on a socket with many open orders of three lines each, made by chance: a tenth of the goods are short, some orders are held, late or noted.</summary>
internal static class MadeOrders
{
    private const int LinesOfAnOrder = 3;
    private const int Products = 2000;
    private const int Partners = 3000;

    /// <summary>Starts it.</summary>
    /// <param name="lines">How many open order lines there are.</param>
    /// <param name="now">The moment from which days are counted.</param>
    public static async Task<FakeOdoo> StartAsync(int lines, DateTimeOffset now)
    {
        var tables = Tables(lines / LinesOfAnOrder, now);
        var server = await FakeOdoo.StartAsync();
        foreach (var (model, rows) in tables)
        {
            server.Fields[model] = Types(model, rows);
        }

        server.Fields["stock.location"] = new() { ["id"] = "integer", ["usage"] = "selection" };
        server.Answer = call => call.Method switch
        {
            "search_read" => Page(tables[call.Model], call),
            "read" => tables[call.Model].Where(r => call.Positional[0].EnumerateArray().Any(i => i.GetInt32() == (int)r["id"]!)).ToList(),
            "search_count" => tables[call.Model].Count,
            _ => true,
        };
        return server;
    }

    private static List<Dictionary<string, object?>> Page(List<Dictionary<string, object?>> rows, FakeOdooCall call)
    {
        var after = call.Positional[0].EnumerateArray()
            .Where(l => l.ValueKind == JsonValueKind.Array && l.GetArrayLength() == 3 && l[0].ValueEquals("id") && l[1].ValueEquals(">")).Select(l => l[2].GetInt32()).DefaultIfEmpty(0).Max();
        return [.. rows.Skip(after).Take(call.Named.GetProperty("limit").GetInt32())];
    }

    private static Dictionary<string, List<Dictionary<string, object?>>> Tables(int orders, DateTimeOffset now)
    {
        var chance = new Random(7);
        string At(int days) => now.AddDays(days).UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        object[] Product(int id) => [id, FormattableString.Invariant($"[PRD-{id:0000}] Product {id}")];
        object[] unit = [1, "Units"], euro = [1, "EUR"], house = [1, "Main"];
        List<Dictionary<string, object?>> order = [], line = [], picking = [], move = [], quant = [], activity = [];
        for (var o = 1; o <= orders; o++)
        {
            var promised = chance.Next(-3, 20);
            order.Add(new()
            {
                ["id"] = o, ["name"] = FormattableString.Invariant($"S{o:000000}"), ["state"] = "sale", ["partner_id"] = new object[] { (o % Partners) + 1, FormattableString.Invariant($"Customer {o % Partners}") },
                ["user_id"] = new object[] { 2, "Anna" }, ["warehouse_id"] = house, ["company_id"] = house, ["commitment_date"] = At(promised), ["date_order"] = At(promised - 10), ["amount_untaxed"] = chance.Next(50, 20_000),
                ["currency_id"] = euro, ["picking_policy"] = "direct", ["tag_ids"] = o % 400 == 0 ? [1] : Array.Empty<int>(), ["invoice_status"] = "no", ["write_date"] = At(-1),
            });
            picking.Add(new()
            {
                ["id"] = o, ["name"] = FormattableString.Invariant($"WH/OUT/{o:000000}"), ["state"] = "assigned", ["sale_id"] = new object[] { o, FormattableString.Invariant($"S{o:000000}") }, ["picking_type_id"] = new object[] { 1, "Delivery" },
                ["scheduled_date"] = At(promised), ["date_done"] = false, ["carrier_tracking_ref"] = false, ["user_id"] = false, ["priority"] = "0", ["batch_id"] = false, ["write_date"] = At(-1),
            });
            if (o % 500 == 0)
            {
                activity.Add(new() { ["id"] = activity.Count + 1, ["res_model"] = "stock.picking", ["res_id"] = o, ["summary"] = "Bin empty", ["activity_type_id"] = new object[] { 1, "Pick exception" }, ["date_deadline"] = false });
            }

            for (var l = 0; l < LinesOfAnOrder; l++)
            {
                var (id, product, wanted) = (line.Count + 1, chance.Next(1, Products + 1), chance.Next(1, 40));
                line.Add(new()
                {
                    ["id"] = id, ["order_id"] = new object[] { o, FormattableString.Invariant($"S{o:000000}") }, ["product_id"] = Product(product), ["product_uom_qty"] = wanted, ["qty_delivered"] = 0, ["qty_invoiced"] = 0,
                    ["product_uom_id"] = unit, ["price_subtotal"] = wanted * 12.5, ["price_unit"] = 12.5, ["discount"] = id % 900 == 0 ? 15 : 0, ["purchase_price"] = 9.0, ["margin"] = wanted * 3.5,
                });
                move.Add(new()
                {
                    ["id"] = id, ["product_id"] = Product(product), ["product_uom_qty"] = wanted, ["product_qty"] = wanted, ["quantity"] = id % 10 == 0 ? 0 : wanted, ["state"] = id % 10 == 0 ? "confirmed" : "assigned", ["date"] = At(promised),
                    ["date_deadline"] = At(promised), ["picking_id"] = new object[] { o, FormattableString.Invariant($"WH/OUT/{o:000000}") }, ["picking_type_id"] = new object[] { 1, "Delivery" },
                });
            }
        }

        for (var p = 1; p <= Products; p++)
        {
            quant.Add(new() { ["id"] = p, ["product_id"] = Product(p), ["location_id"] = new object[] { 8, p % 100 == 0 ? "WH/Quality Hold" : "WH/Stock" }, ["lot_id"] = false, ["quantity"] = 900, ["reserved_quantity"] = 900 });
        }

        return new()
        {
            ["sale.order"] = order,
            ["sale.order.line"] = line,
            ["stock.picking"] = picking,
            ["stock.move"] = move,
            ["stock.quant"] = quant,
            ["mail.activity"] = activity,
            ["stock.move.line"] = [],
            ["stock.warehouse"] = [new() { ["id"] = 1, ["name"] = "Main", ["code"] = "WH", ["company_id"] = house }],
            ["stock.picking.type"] = [new() { ["id"] = 1, ["code"] = "outgoing", ["warehouse_id"] = house }],
            ["res.partner.category"] = [new() { ["id"] = 1, ["name"] = "Class A" }],
            ["crm.tag"] = [new() { ["id"] = 1, ["name"] = "Credit hold" }],
            ["res.partner"] = [.. Enumerable.Range(1, Partners).Select(i => new Dictionary<string, object?> { ["id"] = i, ["name"] = FormattableString.Invariant($"Customer {i}"), ["category_id"] = i % 5 == 0 ? [1] : Array.Empty<int>(), ["sale_warn_msg"] = false, ["write_date"] = At(-9) })],
        };
    }

    private static Dictionary<string, string> Types(string model, List<Dictionary<string, object?>> rows)
    {
        var relations = new Dictionary<string, string>
        {
            ["order_id"] = "sale.order", ["sale_id"] = "sale.order", ["picking_id"] = "stock.picking", ["picking_type_id"] = "stock.picking.type", ["partner_id"] = "res.partner", ["location_id"] = "stock.location", ["warehouse_id"] = "stock.warehouse",
        };
        var fields = new Dictionary<string, string> { ["id"] = "integer", ["write_date"] = "datetime", ["state"] = "selection" };
        foreach (var name in rows.SelectMany(r => r.Keys).Distinct())
        {
            fields[name] = relations.TryGetValue(name, out var relation) ? "many2one " + relation : name.EndsWith("_date", StringComparison.Ordinal) ? "datetime" : "char";
        }

        if (model == "sale.order")
        {
            fields["picking_ids"] = "one2many stock.picking";
        }

        return fields;
    }
}
