using Copilot.Sandbox.Orm;
using Copilot.Sandbox.Schema;

namespace Copilot.Sandbox.Effects;

/// <summary>What follows from creating, changing or deleting a record of one model: numbers, totals, refusals.</summary>
internal abstract class RecordEffects
{
    private static readonly Dictionary<string, RecordEffects> Known = new(StringComparer.Ordinal)
    {
        ["sale.order"] = new SaleOrderEffects(),
        ["sale.order.line"] = new SaleLineEffects(),
        ["purchase.order"] = new PurchaseOrderEffects(),
        ["purchase.order.line"] = new PurchaseLineEffects(),
        ["stock.picking"] = new PickingEffects(),
        ["stock.move"] = new MoveEffects(),
        ["stock.quant"] = new QuantEffects(),
        ["stock.warehouse"] = new WarehouseEffects(),
        ["stock.location"] = new TreeEffects("location_id", "/", "Location"),
        ["product.template"] = new ProductEffects(),
        ["product.supplierinfo"] = new SupplyEffects(),
        ["product.category"] = new TreeEffects("parent_id", " / ", "Category"),
        ["account.move"] = new InvoiceEffects(),
        ["account.move.line"] = new InvoiceLineEffects(),
        ["res.partner"] = new PartnerEffects(),
        ["helpdesk.ticket"] = new TicketEffects(),
        ["uom.uom"] = new UnitEffects(),
        ["ir.attachment"] = new AttachmentEffects(),
    };

    public static RecordEffects? For(Model model) => Known.GetValueOrDefault(model.Name);

    /// <summary>Completes the values of a new record before they are checked.</summary>
    public virtual void Starting(Session session, Dictionary<string, object?> values)
    {
    }

    /// <summary>Carries a change on into stored figures; the record comes with all rights.</summary>
    public virtual void Changed(Record record, IReadOnlySet<string> fields, bool isNew)
    {
    }

    /// <summary>Refuses a deletion that the business does not allow.</summary>
    public virtual void Leaving(Record record)
    {
    }

    /// <summary>A record from the values of a new one, by its many2one.</summary>
    protected static Record? Target(Session session, string model, Dictionary<string, object?> values, string field)
        => values.GetValueOrDefault(field) is long id ? session.Find(model, (int)id) : null;

    /// <summary>Gives a value where none, or an empty one, was given.</summary>
    protected static void Suggest(Dictionary<string, object?> values, string field, object? value)
    {
        if (value is not null && (!values.TryGetValue(field, out var given) || given is null or false or ""))
        {
            values[field] = value is int id ? (long)id : value;
        }
    }
}
