namespace Copilot.Governance.Approvals.Telling;

/// <summary>What people call the actions, and the tools that do them.</summary>
internal static class ActionNames
{
    /// <summary>Key, words and tools.</summary>
    public static IReadOnlyList<(string Key, string[] Words, string[] Tools)> All { get; } =
    [
        ("price_exception", ["price exception", "price exceptions", "special price", "special prices", "discount", "discounts"], ["odoo.price_exception"]),
        ("promised_date", ["promised date", "promised dates", "date change", "date changes", "new date", "moved dates"], ["odoo.change_promised_date", "odoo.change_receipt_date"]),
        ("credit_release", ["credit release", "credit releases", "credit hold", "credit holds", "released orders"], ["odoo.release_credit_hold"]),
        ("quotation", ["quotation", "quotations", "quote", "quotes"], ["odoo.draft_quotation", "odoo.confirm_quotation"]),
        ("purchase", ["purchase", "purchases", "purchase order", "purchase orders", "po"], ["odoo.draft_purchase", "odoo.confirm_purchase", "odoo.expedite_receipt", "odoo.draft_vendor_bill"]),
        ("stock", ["transfer", "transfers", "reservation", "reservations", "reallocation", "reallocations", "stock count", "stock counts", "split delivery"],
            ["odoo.internal_transfer", "odoo.reserve_stock", "odoo.reallocate_stock", "odoo.request_count", "odoo.split_shipment"]),
        ("ticket", ["ticket", "tickets", "ticket reply", "ticket replies"], ["odoo.ticket_update"]),
        ("note", ["note", "notes", "activity", "activities", "to-do", "to-dos"], ["odoo.post_note", "odoo.schedule_activity"]),
        ("forecast", ["planner's figure", "planner's figures", "override", "overrides"], ["forecast.override"]),
        ("exception", ["dismissed exception", "dismissed exceptions", "resolved exceptions"], ["exceptions.resolve"]),
    ];

    /// <summary>The tools of a key.</summary>
    public static IReadOnlyList<string> ToolsOf(string key) => All.Single(a => a.Key == key).Tools;
}
