using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Effects;

/// <summary>Gives an invoice its journal and currency, keeps its totals while it is a draft, and keeps posted entries from being deleted.</summary>
internal sealed class InvoiceEffects : RecordEffects
{
    public override void Starting(Session session, Dictionary<string, object?> values)
    {
        var company = Target(session, "res.company", values, "company_id");
        Suggest(values, "currency_id", company?.IdOf("currency_id"));
        var wanted = (values.GetValueOrDefault("move_type") as string)?.Split('_')[0] switch { "out" => "sale", "in" => "purchase", _ => "general" };
        var journals = session.Database["account.journal"];
        var system = session.AsSystem();
        Suggest(values, "journal_id", journals.Rows().Select(j => system.Record(journals.Model, j))
            .Where(j => j.IdOf("company_id") == company?.Id).OrderByDescending(j => j.Is("type", wanted)).Select(j => (int?)j.Id).FirstOrDefault());
        if (Target(session, "res.partner", values, "partner_id") is { } partner)
        {
            Suggest(values, "invoice_payment_term_id", partner.IdOf("property_payment_term_id"));
            Suggest(values, "invoice_user_id", partner.IdOf("user_id") ?? session.UserId);
        }
    }

    public override void Changed(Record record, IReadOnlySet<string> fields, bool isNew)
    {
        if (record.Is("state", "draft"))
        {
            Total(record);
        }
    }

    public override void Leaving(Record record)
    {
        if (record.Is("state", "posted"))
        {
            throw Fault.User("You cannot delete an entry which has been posted once.");
        }
    }

    public static void Total(Record move)
    {
        var lines = move.Many("line_ids").Where(l => l.Is("display_type", "product")).ToList();
        if (lines.Count == 0)
        {
            return;
        }

        var untaxed = Math.Round(lines.Sum(l => l.Number("price_subtotal")), 2);
        var total = Math.Round(lines.Sum(l => l.Number("price_total")), 2);
        move.Set("amount_untaxed", untaxed);
        move.Set("amount_total", total);
        move.Set("amount_tax", Math.Round(total - untaxed, 2));
        move.Set("amount_residual", total);
    }
}
