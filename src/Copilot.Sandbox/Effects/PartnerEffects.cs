using Copilot.Sandbox.Orm;
using Copilot.Sandbox.Schema.Computed;

namespace Copilot.Sandbox.Effects;

/// <summary>Keeps the commercial entity of contacts, refuses circles, and keeps partners that documents name.</summary>
internal sealed class PartnerEffects : RecordEffects
{
    public override void Changed(Record record, IReadOnlySet<string> fields, bool isNew)
    {
        if (record.IdOf("parent_id") is { } parent && Query.Hierarchy.Below(record.Session, record.Model, [record.Id]).Contains(parent))
        {
            throw Fault.Validation("You cannot create recursive Partner hierarchies.");
        }

        if (isNew || fields.Contains("parent_id") || fields.Contains("is_company"))
        {
            foreach (var id in Query.Hierarchy.Below(record.Session, record.Model, [record.Id]).Ids())
            {
                if (record.Session.Find("res.partner", id) is { } contact)
                {
                    contact.Set("commercial_partner_id", PartnerFigures.Commercial(contact));
                }
            }
        }

        if (fields.Contains("name") || fields.Contains("parent_id"))
        {
            foreach (var id in Query.Hierarchy.Below(record.Session, record.Model, [record.Id]).Ids())
            {
                if (record.Session.Find("res.partner", id) is { } contact)
                {
                    contact.Set("complete_name", PartnerFigures.DisplayName(contact));
                }
            }
        }
    }

    public override void Leaving(Record record)
    {
        if (Names(record, "account.move", "partner_id"))
        {
            throw Fault.User("The partner cannot be deleted because it is used in Accounting");
        }

        foreach (var (model, title) in new[] { ("sale.order", "Sales Order"), ("purchase.order", "Purchase Order") })
        {
            if (Names(record, model, "partner_id"))
            {
                throw Fault.Validation($"The operation cannot be completed: another model requires the record being deleted. If possible, archive it instead.\n\nModel: {title} ({model}), Constraint: {model.Replace('.', '_')}_partner_id_fkey");
            }
        }
    }

    private static bool Names(Record partner, string model, string field)
        => partner.Session.Database[model] is var table && table.References(table.Model[field])!.Of(partner.Id).Count > 0;
}
