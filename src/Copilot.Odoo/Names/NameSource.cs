using Copilot.Contracts;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Names;

/// <summary>Where the names of one kind of thing are kept.</summary>
internal sealed class NameSource
{
    private const int Beginning = 4;

    // Odoo fills its document numbers up to five digits.
    private const int UsualDigits = 5;

    public required string Model { get; init; }

    /// <summary>The word for people.</summary>
    public required string Word { get; init; }

    public required string NameField { get; init; }

    /// <summary>Fields that hold a code or another way to write it; the first is the code.</summary>
    public IReadOnlyList<string> CodeFields { get; init; } = [];

    public IReadOnlyList<string> OtherFields { get; init; } = [];

    /// <summary>Which of several equally good matches to prefer.</summary>
    public Func<OdooRow, bool>? Preferred { get; init; }

    public IReadOnlyList<string> Fields => [NameField, .. CodeFields, .. OtherFields, "write_date"];

    public static NameSource For(SlotKind kind) => kind switch
    {
        SlotKind.Customer => new() { Model = "res.partner", Word = "customer", NameField = "name", CodeFields = ["ref"], OtherFields = ["parent_id", "customer_rank"], Preferred = r => r.Whole("customer_rank") > 0 && r.Link("parent_id") is null },
        SlotKind.Supplier => new() { Model = "res.partner", Word = "supplier", NameField = "name", CodeFields = ["ref"], OtherFields = ["parent_id", "supplier_rank"], Preferred = r => r.Whole("supplier_rank") > 0 && r.Link("parent_id") is null },
        SlotKind.Product => new() { Model = "product.product", Word = "product", NameField = "name", CodeFields = ["default_code", "barcode"], OtherFields = ["uom_id", "categ_id", "list_price"] },
        SlotKind.Category => new() { Model = "product.category", Word = "product category", NameField = "name", OtherFields = ["complete_name"] },
        SlotKind.Warehouse => new() { Model = "stock.warehouse", Word = "warehouse", NameField = "name", CodeFields = ["code"], OtherFields = ["company_id"] },
        SlotKind.Person => new() { Model = "res.users", Word = "person", NameField = "name" },
        SlotKind.Company => new() { Model = "res.company", Word = "company", NameField = "name" },
        SlotKind.SalesOrder => new() { Model = "sale.order", Word = "sales order", NameField = "name", CodeFields = ["client_order_ref"] },
        SlotKind.PurchaseOrder => new() { Model = "purchase.order", Word = "purchase order", NameField = "name", CodeFields = ["partner_ref"] },
        SlotKind.Invoice => new() { Model = "account.move", Word = "invoice", NameField = "name", CodeFields = ["ref"], OtherFields = ["move_type"], Preferred = r => r.Text("move_type") != "entry" },
        SlotKind.Lot => new() { Model = "stock.lot", Word = "lot", NameField = "name", OtherFields = ["product_id", "expiration_date"] },
        SlotKind.Transfer => new() { Model = "stock.picking", Word = "transfer", NameField = "name", OtherFields = ["sale_id", "origin"] },
        SlotKind.Ticket => new() { Model = "helpdesk.ticket", Word = "ticket", NameField = "name", CodeFields = ["ticket_ref"], OtherFields = ["partner_id"] },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of thing is not found by name."),
    };

    public string NameOf(OdooRow row) => row.Text(NameField) ?? string.Empty;

    /// <summary>The code people use, or null where a name is all there is.</summary>
    public string? CodeOf(OdooRow row) => CodeFields.Count > 0 && Model is "product.product" or "stock.warehouse" ? row.Text(CodeFields[0]) : null;

    public IEnumerable<string?> NamesOf(OdooRow row) => [row.Text(NameField), .. CodeFields.Select(row.Text)];

    /// <summary>Rows that hold the whole text in their name or a code, or all of its words in the name.</summary>
    public OdooDomain Matching(string text)
    {
        // People write #1042, the field holds 1042.
        var plain = Model == "helpdesk.ticket" ? Plain(text.TrimStart('#')) : Plain(text);
        var domain = CodeFields.Aggregate(OdooDomain.Where(NameField, "ilike", plain), (d, f) => d.Or(f, "ilike", plain));
        if (HasNumbers && Digits(plain) is { } digits)
        {
            // "order 42" and "s5345" are S00042 and S05345: any prefix, filled with zeros.
            domain = domain.Or(NameField, "=ilike", $"%0{digits}");
        }

        var words = Words(plain).ToList();
        return words.Count > 1 ? domain.Or(words.Select(w => OdooDomain.Where(NameField, "ilike", w)).Aggregate((a, b) => a.And(b))) : domain;
    }

    /// <summary>Rows whose name or code is the text, or a document number of the same letters and digits: among many that hold it, these must not be missed.</summary>
    public OdooDomain Exactly(string text)
    {
        var plain = Plain(text);
        var domain = CodeFields.Aggregate(OdooDomain.Where(NameField, "=ilike", plain), (d, f) => d.Or(f, "=ilike", plain));
        return HasNumbers && Digits(plain) is { } digits
            ? domain.Or(NameField, "=ilike", plain.TrimEnd([.. "0123456789"]) is { Length: > 0 } letters ? $"{letters}%{digits}" : $"%{digits.PadLeft(UsualDigits, '0')}")
            : domain;
    }

    /// <summary>Rows that share the beginning of a word, for mistyped names; null when there is no word to go by.</summary>
    public OdooDomain? Resembling(string text)
    {
        var domains = Words(Plain(text)).Where(w => w.Length >= 3)
            .Select(w => w[..Math.Min(Beginning, w.Length)])
            .SelectMany(w => new[] { NameField }.Concat(CodeFields).Select(f => OdooDomain.Where(f, "ilike", w)))
            .Take(20)
            .ToList();
        return domains.Count == 0 ? null : domains.Aggregate((a, b) => a.Or(b));
    }

    private bool HasNumbers => Model is "sale.order" or "purchase.order" or "stock.picking" or "account.move";

    private static string? Digits(string text)
    {
        var digits = text[(text.TrimEnd([.. "0123456789"]).Length)..].TrimStart('0');
        return digits.Length is > 0 and <= 9 ? digits : null;
    }

    private static IEnumerable<string> Words(string text) => text.Split([' ', ',', '(', ')', '-', '/', '.'], StringSplitOptions.RemoveEmptyEntries).Take(8);

    /// <summary>The text without the wildcards of Odoo's <c>ilike</c>.</summary>
    private static string Plain(string text) => text.Replace("%", string.Empty, StringComparison.Ordinal).Replace("\\", string.Empty, StringComparison.Ordinal).Trim() is { Length: > 0 } plain ? plain : "\u0001";
}
