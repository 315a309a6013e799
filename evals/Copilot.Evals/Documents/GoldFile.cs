using System.Text.Json;
using Copilot.Contracts;

namespace Copilot.Evals.Documents;

/// <summary>Reads a folder of documents with <c>gold.jsonl</c>: one object a line with <c>file</c>, <c>gold</c>, and <c>visible</c> or <c>deliberately_broken</c> where they apply.</summary>
internal static class GoldFile
{
    private static readonly (string Gold, string Field)[] Fields =
    [
        ("number", "number"), ("issue_date", "issueDate"), ("currency", "currency"), ("seller", "supplierName"), ("buyer", "buyerName"), ("order_ref", "orderReference"),
        ("net", "netAmount"), ("tax", "taxAmount"), ("total", "totalAmount"), ("due", "payableAmount"), ("payable", "payableAmount"),
    ];

    private static readonly (string Gold, string Field)[] LineFields =
    [
        ("description", "description"), ("item", "description"), ("quantity", "quantity"), ("unit", "unit"), ("unit_price", "unitPrice"), ("line_total", "amount"), ("seller_sku", "sku"), ("gtin", "gtin"),
    ];

    // Codes of UNTDID 1001, kinds of UBL, and kinds of EDI messages.
    private static readonly Dictionary<string, string> Types = new()
    {
        ["380"] = "invoice", ["384"] = "invoice", ["389"] = "invoice", ["326"] = "invoice", ["575"] = "invoice", ["381"] = "credit_note", ["Order"] = "purchase_order", ["OrderChange"] = "purchase_order", ["OrderResponse"] = "order_confirmation",
        ["DespatchAdvice"] = "delivery_note", ["850"] = "purchase_order", ["855"] = "order_confirmation", ["856"] = "delivery_note", ["810"] = "invoice", ["ORDERS"] = "purchase_order", ["ORDRSP"] = "order_confirmation", ["DESADV"] = "delivery_note", ["INVOIC"] = "invoice",
    };

    /// <summary>Reads it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="byPage">Only what can be seen on the page is asked.</param>
    public static List<JudgedDocument> Read(string folder, bool byPage)
    {
        var file = Path.Combine(folder, "gold.jsonl");
        if (!File.Exists(file))
        {
            throw new CopilotException($"There is no gold.jsonl in {folder}; name a folder with judged documents.");
        }

        return [.. File.ReadLines(file).Where(l => l.Length > 0).Select(l => Document(folder, JsonDocument.Parse(l).RootElement, byPage))];
    }

    private static JudgedDocument Document(string folder, JsonElement row, bool byPage)
    {
        var name = row.GetProperty("file").GetString()!;
        var visible = byPage && row.TryGetProperty("visible", out var seen) ? seen : default;
        var fields = new Dictionary<string, object>();
        var lines = new List<IReadOnlyDictionary<string, object>>();
        string? type = null;
        if (row.TryGetProperty("gold", out var gold))
        {
            Take(gold, Fields, fields, k => IsVisible(visible, k));
            var at = 0;
            foreach (var line in gold.GetProperty("lines").EnumerateArray())
            {
                var values = new Dictionary<string, object>();
                Take(line, LineFields, values, k => !byPage || k != "unit");
                if (values.Count > 0 && (visible.ValueKind != JsonValueKind.Object || !visible.TryGetProperty("lines", out var shown) || shown[at].GetBoolean()))
                {
                    lines.Add(values);
                }

                at++;
            }

            var code = gold.TryGetProperty("type_code", out var c) ? c.GetString() : gold.TryGetProperty("type", out var t) ? t.GetString() : null;
            type = code is not null && Types.TryGetValue(code, out var known) ? known : null;
        }
        else if (row.TryGetProperty("messages", out var messages) && messages.GetArrayLength() > 0)
        {
            type = Types.GetValueOrDefault(messages[0].GetString()!);
        }

        return new JudgedDocument(name, type, fields, lines) { Path = Path.Combine(folder, name), IsBroken = row.TryGetProperty("deliberately_broken", out var broken) && broken.GetBoolean() };
    }

    private static bool IsVisible(JsonElement visible, string name)
        => visible.ValueKind != JsonValueKind.Object || !visible.TryGetProperty(name, out var seen) || seen.ValueKind != JsonValueKind.False;

    private static void Take(JsonElement from, (string Gold, string Field)[] names, Dictionary<string, object> to, Func<string, bool> asked)
    {
        foreach (var (gold, field) in names)
        {
            if (from.TryGetProperty(gold, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number && asked(gold))
            {
                to.TryAdd(field, value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : value.GetString()!);
            }
        }
    }
}
