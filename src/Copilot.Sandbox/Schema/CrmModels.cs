using static Copilot.Sandbox.Schema.FieldFlags;

namespace Copilot.Sandbox.Schema;

/// <summary>Leads and sales teams.</summary>
internal static class CrmModels
{
    public static void Define(ModelCatalog catalog)
    {
        catalog.Model("crm.lead", "Lead/Opportunity", "priority desc, id desc")
            .Char("name", "Opportunity", Required)
            .Selection("type", "Type", "lead:Lead|opportunity:Opportunity", Required)
            .Boolean("active", "Active")
            .One("stage_id", "Stage", "crm.stage")
            .One("partner_id", "Customer", "res.partner")
            .Char("partner_name", "Company Name")
            .Char("contact_name", "Contact Name")
            .Char("email_from", "Email")
            .Char("phone", "Phone")
            .One("user_id", "Salesperson", "res.users")
            .One("team_id", "Sales Team", "crm.team")
            .Money("expected_revenue", "Expected Revenue")
            .Money("prorated_revenue", "Prorated Revenue", ReadOnly)
            .Float("probability", "Probability")
            .Selection("won_status", "Won/Lost", "won:Won|lost:Lost|pending:Pending", ReadOnly)
            .Date("date_deadline", "Expected Closing")
            .Datetime("date_open", "Assignment Date", ReadOnly)
            .Datetime("date_closed", "Closed Date", ReadOnly)
            .Selection("priority", "Priority", "0:Low|1:Medium|2:High|3:Very High")
            .Many("tag_ids", "Tags", "crm.tag")
            .One("lost_reason_id", "Lost Reason", "crm.lost.reason")
            .Lines("order_ids", "Orders", "sale.order", "opportunity_id")
            .Integer("quotation_count", "Number of Quotations", ReadOnly | NotStored)
            .Money("sale_amount_total", "Sum of Orders", ReadOnly | NotStored)
            .Html("description", "Notes")
            .One("company_id", "Company", "res.company")
            .One("company_currency", "Currency", "res.currency", ReadOnly | NotStored)
            .Char("city", "City")
            .One("country_id", "Country", "res.country")
            .From("company_currency", "company_id.currency_id")
            .Computed("quotation_count", r => r.Many("order_ids").Count(o => o.Is("state", "draft", "sent")))
            .Computed("sale_amount_total", r => r.Many("order_ids").Where(o => o.Is("state", "sale")).Sum(o => o.Number("amount_untaxed")))
            .ElseComputed("prorated_revenue", r => Math.Round(r.Number("expected_revenue") * r.Number("probability") / 100, 2))
            .Default("active", true)
            .Default("type", "opportunity")
            .Default("priority", "0")
            .Default("won_status", "pending")
            .Default("user_id", s => s.UserId)
            .Named(null, "name", "partner_name", "contact_name");

        catalog.Model("crm.team", "Sales Team", "sequence, id")
            .Char("name", "Sales Team", Required)
            .Integer("sequence", "Sequence")
            .Boolean("active", "Active")
            .One("company_id", "Company", "res.company")
            .One("user_id", "Team Leader", "res.users")
            .Many("member_ids", "Salespersons", "res.users")
            .Money("invoiced_target", "Invoicing Target")
            .Default("active", true);

        catalog.Model("crm.stage", "CRM Stages", "sequence, name, id")
            .Char("name", "Stage Name", Required)
            .Integer("sequence", "Sequence")
            .Boolean("is_won", "Is Won Stage?")
            .Boolean("fold", "Folded in Pipeline");

        catalog.Model("crm.tag", "CRM Tag", "name, id")
            .Char("name", "Tag Name", Required | Indexed)
            .Integer("color", "Color");

        catalog.Model("crm.lost.reason", "Opp. Lost Reason", "id")
            .Char("name", "Description", Required)
            .Boolean("active", "Active")
            .Default("active", true);
    }
}
