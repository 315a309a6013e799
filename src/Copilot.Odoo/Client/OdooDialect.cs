namespace Copilot.Odoo.Client;

/// <summary>The differences between Odoo versions, all of them: models and fields in the words of Odoo 19 to the words of the server and back.</summary>
internal sealed class OdooDialect
{
    private const int Newest = 19;

    private static readonly (string Now, string Before, int Since)[] Models =
    [
        ("stock.lot", "stock.production.lot", 16),
        ("stock.route", "stock.location.route", 16),
        ("stock.package", "stock.quant.package", 19),
    ];

    /// <summary>Fields that only changed their name. Whether the server has the new or the old one, its own description says.</summary>
    private static readonly Dictionary<(string Model, string Now), string> Names = new()
    {
        [("sale.order.line", "product_uom_id")] = "product_uom",
        [("sale.order.line", "tax_ids")] = "tax_id",
        [("purchase.order", "note")] = "notes",
        [("purchase.order", "incoming_picking_count")] = "picking_count",
        [("purchase.order.line", "product_uom_id")] = "product_uom",
        [("purchase.order.line", "tax_ids")] = "taxes_id",
        [("stock.picking", "move_ids")] = "move_lines",
        [("product.supplierinfo", "partner_id")] = "name",
        [("product.supplierinfo", "product_uom_id")] = "product_uom",
        [("stock.warehouse.orderpoint", "lead_horizon_date")] = "lead_days_date",
        [("crm.lead", "lost_reason_id")] = "lost_reason",
        [("res.users", "group_ids")] = "groups_id",
        [("res.groups", "user_ids")] = "users",
        [("uom.uom", "relative_factor")] = "factor_inv",
        [("mail.tracking.value", "field_id")] = "field",
    };

    private readonly Dictionary<(string Model, string Field), OdooFieldRule> rules;

    public OdooDialect(int version)
    {
        Version = version;
        rules = OdooFieldRules.All.Where(r => version < r.Since).ToDictionary(r => (r.Model, r.Field));
    }

    /// <summary>The server's major version.</summary>
    public int Version { get; }

    /// <summary>Whether the server speaks the words this house uses.</summary>
    public bool IsSpoken => Version >= Newest;

    /// <summary>Whether groups are asked for with <c>formatted_read_group</c>.</summary>
    public bool GroupsFormatted => Version >= 19;

    /// <summary>The server's name of a model.</summary>
    public string Model(string now) => Models.FirstOrDefault(m => m.Now == now && Version < m.Since).Before ?? now;

    /// <summary>The name in the words of Odoo 19 of a model of the server.</summary>
    public string ModelNow(string server) => Models.FirstOrDefault(m => m.Before == server && Version < m.Since).Now ?? server;

    /// <summary>The rule for a field the server keeps in another form, or null.</summary>
    public OdooFieldRule? Rule(string modelNow, string field) => rules.GetValueOrDefault((modelNow, field));

    /// <summary>The server's name of a field, or null when it has none.</summary>
    public static string? Field(string modelNow, string field, IReadOnlyDictionary<string, OdooField> fields)
        => fields.ContainsKey(field) || field == "id" ? field
            : Names.TryGetValue((modelNow, field), out var before) && fields.ContainsKey(before) ? before
            : null;
}
