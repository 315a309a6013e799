using System.Text.Json;

namespace Copilot.Odoo.Client;

/// <summary>The fields whose meaning changed, not only their name, with the version that changed it.</summary>
internal static class OdooFieldRules
{
    private static readonly IReadOnlyDictionary<string, object?> Nothing = new Dictionary<string, object?>();

    public static IReadOnlyList<OdooFieldRule> All { get; } =
    [
        State("sale.order", 17, "sale"),
        State("sale.order.line", 17, "sale"),
        State("purchase.order", 19, "purchase"),
        State("purchase.order.line", 19, "purchase"),
        Locked("sale.order", 17),
        Locked("purchase.order", 19),

        // Until 16 reserved and done were two fields. On a done move the demand equals what was done, and it is stored.
        Quantity("stock.move", "quantity_done", ["reserved_availability"], "product_uom_qty"),
        Quantity("stock.move.line", "qty_done", ["product_uom_qty", "reserved_uom_qty"], "qty_done"),
        Picked("stock.move", "quantity_done"),
        Picked("stock.move.line", "qty_done"),
        .. Product("product.template"),
        .. Product("product.product"),
        InvoiceLine(),

        // Until 18 the ratio was written the other way round: a dozen was 0.0833 of a unit.
        new OdooFieldRule
        {
            Model = "uom.uom",
            Field = "factor",
            Since = 19,
            Needs = ["factor"],
            Value = row => Number(row, "factor") is var f && f != 0 ? Math.Round(1 / f, 9) : 0d,
        },
    ];

    /// <summary>A confirmed order that was locked had a state of its own, "done".</summary>
    private static OdooFieldRule State(string model, int since, string confirmed) => new()
    {
        Model = model,
        Field = "state",
        Since = since,
        Needs = ["state"],
        Column = "state",
        Value = row => Text(row, "state") is var s && s == "done" ? confirmed : s,
        Condition = (path, op, value) => [Widened(path + "state", op, value, confirmed, "done")],
        Written = value => new Dictionary<string, object?> { ["state"] = value },
    };

    private static OdooFieldRule Locked(string model, int since) => new()
    {
        Model = model,
        Field = "locked",
        Since = since,
        Needs = ["state"],
        Value = row => Text(row, "state") == "done",
        Condition = (path, op, value) => [new object?[] { path + "state", IsTrue(op, value) ? "=" : "!=", "done" }],
    };

    private static OdooFieldRule Quantity(string model, string done, string[] reserved, string column) => new()
    {
        Model = model,
        Field = "quantity",
        Since = 17,
        Needs = [done, "state", .. reserved],
        Column = column,
        Value = row => Text(row, "state") == "done" ? Number(row, done) : reserved.Append(done).Max(f => Number(row, f)),
        Written = value => new Dictionary<string, object?> { [done] = value },
    };

    private static OdooFieldRule Picked(string model, string done) => new()
    {
        Model = model,
        Field = "picked",
        Since = 17,
        Needs = [done],
        Value = row => Number(row, done) > 0,

        // A done quantity says it already.
        Written = _ => Nothing,
    };

    private static OdooFieldRule[] Product(string model) =>
    [
        new()
        {
            Model = model,
            Field = "type",
            Since = 18,
            Needs = ["type"],
            Column = "type",
            Value = row => Text(row, "type") is var t && t == "product" ? "consu" : t,
            Condition = (path, op, value) => [Widened(path + "type", op, value, "consu", "product")],
            Written = value => new Dictionary<string, object?> { ["type"] = value, ["detailed_type"] = value },
        },
        new()
        {
            Model = model,
            Field = "is_storable",
            Since = 18,
            Needs = ["type"],
            Value = row => Text(row, "type") == "product",
            Condition = (path, op, value) => [new object?[] { path + "type", IsTrue(op, value) ? "=" : "!=", "product" }],
            Written = value => value is true ? new Dictionary<string, object?> { ["type"] = "product", ["detailed_type"] = "product" } : Nothing,
        },
    ];

    /// <summary>Until 15 a product line of an invoice was one without display type that was not kept out of the invoice's tab.</summary>
    private static OdooFieldRule InvoiceLine() => new()
    {
        Model = "account.move.line",
        Field = "display_type",
        Since = 16,
        Needs = ["display_type", "exclude_from_invoice_tab"],
        Value = row => Text(row, "display_type") ?? (row.TryGetValue("exclude_from_invoice_tab", out var out_) && out_.ValueKind == JsonValueKind.False ? "product" : (object?)false),
        Condition = (path, op, value) => value is "product"
            ? op == "!="
                ? ["|", new object?[] { path + "exclude_from_invoice_tab", "=", true }, new object?[] { path + "display_type", "!=", false }]
                : ["&", new object?[] { path + "exclude_from_invoice_tab", "=", false }, new object?[] { path + "display_type", "=", false }]
            : [new object?[] { path + "display_type", op, value }],
    };

    private static object?[] Widened(string path, string op, object? value, string now, string before)
    {
        var values = value is object?[] many ? many : [value];
        var widened = values.Contains(now) ? [.. values, before] : values;
        return op switch
        {
            "=" or "in" when widened.Length > 1 => [path, "in", widened],
            "!=" or "not in" when widened.Length > 1 => [path, "not in", widened],
            _ => [path, op, value],
        };
    }

    private static bool IsTrue(string op, object? value) => (op, value) switch
    {
        ("=", bool yes) => yes,
        ("!=", bool yes) => !yes,
        _ => throw new OdooException(OdooFault.BadCall, "A yes-or-no field is compared with = or != and true or false."),
    };

    private static string? Text(IReadOnlyDictionary<string, JsonElement> row, string field)
        => row.TryGetValue(field, out var v) && v.ValueKind == JsonValueKind.String ? v.GetString() : null;

    private static double Number(IReadOnlyDictionary<string, JsonElement> row, string field)
        => row.TryGetValue(field, out var v) && v.ValueKind == JsonValueKind.Number ? v.GetDouble() : 0d;
}
