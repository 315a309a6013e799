using static Copilot.Sandbox.Rights.Operations;

namespace Copilot.Sandbox.Rights.Roles;

/// <summary>What every employee may read, and the rules that hold for all: the switched-on companies.</summary>
internal static class Everybody
{
    private static readonly string[] PerCompany =
    [
        "sale.order", "sale.order.line", "purchase.order", "purchase.order.line", "product.supplierinfo", "stock.picking", "stock.picking.batch", "stock.move", "stock.move.line",
        "stock.quant", "stock.warehouse", "stock.location", "stock.picking.type", "stock.warehouse.orderpoint", "stock.lot", "stock.route",
        "product.template", "product.product", "product.pricelist", "product.pricelist.item", "res.partner", "account.move", "account.move.line",
        "account.payment", "account.journal", "account.tax", "account.payment.term", "crm.lead", "crm.team", "helpdesk.ticket", "helpdesk.team",
        "delivery.carrier",
    ];

    public static void Define(AccessBook book)
    {
        book.Allow(GroupNames.Everybody, Read,
                "res.users", "res.company", "res.currency", "res.country", "res.country.state", "res.groups", "uom.uom", "ir.model",
                "crm.tag", "crm.team", "res.partner.category", "product.tag", "mail.activity.type", "mail.message.subtype",
                "account.payment.term", "account.payment.term.line", "account.tax", "delivery.carrier", "stock.route",
                "resource.calendar", "resource.calendar.attendance", "resource.resource", "resource.calendar.leaves")
            .Allow(GroupNames.Everybody, Everything, "mail.message", "mail.activity", "ir.attachment", "res.users.apikeys.description", "res.users.identitycheck")
            .Restrict(new RecordRule("res.users.apikeys.description", null, session => [Leaf("create_uid", "=", session.UserId)]))
            .Restrict(new RecordRule("res.users.identitycheck", null, session => [Leaf("create_uid", "=", session.UserId)]))
            .Restrict(new RecordRule("res.company", null, session => [Leaf("id", "in", session.Rights.Companies)]));
        foreach (var model in PerCompany)
        {
            book.Restrict(new RecordRule(model, null, session => ["|", Leaf("company_id", "=", false), Leaf("company_id", "in", session.Rights.Companies)]));
        }
    }

    /// <summary>A condition in the notation of the wire.</summary>
    public static IReadOnlyList<object?> Leaf(string field, string op, object? value)
        => [field, op, value switch { IEnumerable<int> ids => ids.Select(id => (object?)(long)id).ToList(), int id => (long)id, _ => value }];
}
