using Copilot.Sandbox.Schema.Computed;
using static Copilot.Sandbox.Schema.FieldFlags;

namespace Copilot.Sandbox.Schema;

/// <summary>Helpdesk tickets, their teams and stages, by the names of Odoo Enterprise.</summary>
internal static class ServiceModels
{
    public static void Define(ModelCatalog catalog)
    {
        catalog.Model("helpdesk.ticket", "Helpdesk Ticket", "priority desc, id desc")
            .Char("name", "Subject", Required)
            .Char("ticket_ref", "Ticket IDs Sequence", ReadOnly | Indexed)
            .Html("description", "Description")
            .One("partner_id", "Customer", "res.partner")
            .Char("partner_name", "Customer Name")
            .Char("partner_email", "Customer Email")
            .One("commercial_partner_id", "Commercial Entity", "res.partner", ReadOnly | NotStored)
            .One("user_id", "Assigned to", "res.users")
            .One("team_id", "Helpdesk Team", "helpdesk.team")
            .One("stage_id", "Stage", "helpdesk.stage")
            .Many("tag_ids", "Tags", "crm.tag")
            .Selection("priority", "Priority", "0:Low priority|1:Medium priority|2:High priority|3:Urgent")
            .Selection("kanban_state", "Kanban State", "normal:Grey|done:Green|blocked:Red")
            .Boolean("active", "Active")
            .Boolean("is_closed", "Is Closed", ReadOnly | NotStored)
            .Datetime("assign_date", "First assignment date")
            .Datetime("close_date", "Close date")
            .Datetime("date_last_stage_update", "Last Stage Update")
            .Datetime("sla_deadline", "SLA Deadline")
            .Boolean("sla_fail", "Failed SLA Policy")
            .One("sale_order_id", "Ref. Sales Order", "sale.order")
            .One("product_id", "Product", "product.product")
            .One("lot_id", "Lot/Serial Number", "stock.lot")
            .Many("picking_ids", "Return Orders", "stock.picking")
            .One("company_id", "Company", "res.company")
            .From("commercial_partner_id", "partner_id.commercial_partner_id")
            .Computed("is_closed", r => r.One("stage_id")?.Is("fold") ?? false)
            .Default("active", true)
            .Default("priority", "0")
            .Default("kanban_state", "normal")
            .Default("company_id", s => s.Rights.CompanyId)
            .Named(MessageFigures.TicketName, "ticket_ref", "name");

        catalog.Model("helpdesk.stage", "Helpdesk Stage", "sequence, id")
            .Char("name", "Stage Name", Required)
            .Text("description", "Description")
            .Integer("sequence", "Sequence")
            .Boolean("fold", "Folded in Kanban")
            .Boolean("active", "Active")
            .Many("team_ids", "Helpdesk Teams", "helpdesk.team")
            .Default("active", true);

        catalog.Model("helpdesk.team", "Helpdesk Team", "sequence, name")
            .Char("name", "Helpdesk Team", Required)
            .Html("description", "About Team")
            .Integer("sequence", "Sequence")
            .Boolean("active", "Active")
            .Boolean("use_sla", "SLA Policies")
            .One("company_id", "Company", "res.company", Required)
            .Many("member_ids", "Team Members", "res.users")
            .Many("stage_ids", "Stages", "helpdesk.stage")
            .Default("active", true);
    }
}
