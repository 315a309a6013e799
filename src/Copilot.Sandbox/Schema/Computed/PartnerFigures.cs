using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Schema.Computed;

/// <summary>Names, balances and counts of customers and vendors.</summary>
internal static class PartnerFigures
{
    /// <summary>A contact is called after its company: "Gemini Furniture, Edwin Hansen".</summary>
    public static string? DisplayName(Record partner)
    {
        var name = partner.Text("name");
        return partner.Is("is_company") || partner.One("parent_id") is not { } parent ? name
            : $"{parent.Text("name")}, {(string.IsNullOrEmpty(name) ? partner.Text("type") switch { "invoice" => "Invoice", "delivery" => "Delivery", "other" => "Other", _ => "Contact" } : name)}";
    }

    public static object? Commercial(Record partner)
    {
        var top = partner;
        for (var depth = 0; depth < 20 && !top.Is("is_company") && top.One("parent_id") is { } parent; depth++)
        {
            top = parent;
        }

        return top.Id;
    }

    public static object? Receivable(Record partner) => Balance(partner, "out_invoice", "out_refund", _ => true);

    public static object? Payable(Record partner) => Balance(partner, "in_invoice", "in_refund", _ => true);

    public static object? Overdue(Record partner)
        => Balance(partner, "out_invoice", "out_refund", m => m.Day("invoice_date_due") < partner.Session.Today);

    public static object? Invoiced(Record partner)
        => Math.Round(Moves(partner).Where(m => m.Is("state", "posted"))
            .Sum(m => m.Text("move_type") switch { "out_invoice" => m.Number("amount_untaxed"), "out_refund" => -m.Number("amount_untaxed"), _ => 0 }), 2);

    public static object? SaleOrders(Record partner) => Count(partner, "sale.order", "partner_id", _ => true);

    public static object? PurchaseOrders(Record partner) => Count(partner, "purchase.order", "partner_id", _ => true);

    public static object? Tickets(Record partner) => Count(partner, "helpdesk.ticket", "partner_id", _ => true);

    public static object? GroupMembers(Record group)
        => group.Session.Database["res.users"] is var users ? users.References(users.Model["group_ids"])!.Of(group.Id).Order().ToArray() : null;

    private static double Balance(Record partner, string plus, string minus, Func<Record, bool> counts)
        => Math.Round(Moves(partner).Where(m => m.Is("state", "posted") && counts(m))
            .Sum(m => m.Is("move_type", plus) ? m.Number("amount_residual") : m.Is("move_type", minus) ? -m.Number("amount_residual") : 0), 2);

    private static IEnumerable<Record> Moves(Record partner)
    {
        var moves = partner.Session.Database["account.move"];
        var index = moves.References(moves.Model["partner_id"])!;
        return Family(partner).SelectMany(index.Of).Select(id => partner.Session.Record(moves.Model, moves.Find(id)!));
    }

    private static int Count(Record partner, string model, string field, Func<Record, bool> counts)
    {
        var table = partner.Session.Database[model];
        return Family(partner).SelectMany(table.References(table.Model[field])!.Of).Count(id => counts(partner.Session.Record(table.Model, table.Find(id)!)));
    }

    private static IEnumerable<int> Family(Record partner)
    {
        var partners = partner.Session.Database["res.partner"];
        return Query.Hierarchy.Below(partner.Session, partners.Model, [partner.Id]).Ids();
    }
}
