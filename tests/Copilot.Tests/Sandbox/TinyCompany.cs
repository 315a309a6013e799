using Copilot.Sandbox.Store;

namespace Copilot.Tests.Sandbox;

/// <summary>A company small enough to know by heart: two companies, three customers, four orders, two products.</summary>
internal static class TinyCompany
{
    public const int Admin = 2;
    public const int Sofia = 3;
    public const int Marc = 4;
    public const int Claire = 5;
    public const int Bram = 6;
    public const int Tomas = 7;
    public const int Lena = 8;
    public const int Nadia = 9;

    public static void Fill(IRecordSink sink, DateOnly today, DateTimeOffset now)
    {
        sink.Add("res.currency", new() { ["name"] = "EUR", ["symbol"] = "€" });
        sink.Add("res.country", new() { ["name"] = "France", ["code"] = "FR" });
        sink.Add("res.country", new() { ["name"] = "Germany", ["code"] = "DE" });
        Organisation(sink);
        Partners(sink);
        Products(sink);
        Warehouse(sink);
        Orders(sink);
        Invoices(sink);
        sink.Add("helpdesk.stage", new() { ["name"] = "New", ["sequence"] = 1 });
        sink.Add("helpdesk.ticket", new() { ["name"] = "Boxes crushed", ["ticket_ref"] = "1042", ["partner_id"] = 4, ["stage_id"] = 1, ["company_id"] = 1, ["priority"] = "2" });
        sink.Add("helpdesk.ticket", new() { ["name"] = "Wrong label", ["ticket_ref"] = "1043", ["partner_id"] = 5, ["stage_id"] = 1, ["company_id"] = 1, ["priority"] = "0" });
        sink.Add("mail.activity.type", new() { ["name"] = "Pick exception" });
        sink.Add("mail.activity", new() { ["res_model"] = "stock.picking", ["res_id"] = 1, ["activity_type_id"] = 1, ["summary"] = "Bin empty", ["date_deadline"] = today.AddDays(-1), ["user_id"] = Bram });
        sink.Add("mail.activity", new() { ["res_model"] = "account.move", ["res_id"] = 1, ["activity_type_id"] = 1, ["summary"] = "Call about payment", ["date_deadline"] = today.AddDays(3), ["user_id"] = Claire });
        _ = now;
    }

    private static void Organisation(IRecordSink sink)
    {
        sink.Add("res.company", new() { ["name"] = "North", ["currency_id"] = 1, ["partner_id"] = sink.Add("res.partner", new() { ["name"] = "North", ["is_company"] = true }) });
        sink.Add("res.company", new() { ["name"] = "South", ["currency_id"] = 1, ["partner_id"] = sink.Add("res.partner", new() { ["name"] = "South", ["is_company"] = true }) });
        string[] groups = ["Settings / Administrator", "Sales / Own Documents", "Invoicing / Accountant", "Inventory / Manager", "Purchase / User", "Helpdesk / User", "Audit / Reader"];
        foreach (var group in groups)
        {
            sink.Add("res.groups", new() { ["name"] = group });
        }

        User(sink, Admin, "admin", "Administrator", [1, 2], 1);
        User(sink, Sofia, "sales-rep", "Sofia Marin", [1], 2);
        User(sink, Marc, "marc", "Marc Lefèvre", [1], 2);
        User(sink, Claire, "accountant", "Claire Dubois", [1, 2], 3);
        User(sink, Bram, "warehouse-supervisor", "Bram de Wit", [1], 4);
        User(sink, Tomas, "purchaser", "Tomás Ferreira", [1, 2], 5);
        User(sink, Lena, "service-agent", "Lena Vogt", [1, 2], 6);
        User(sink, Nadia, "auditor", "Nadia Petrova", [1, 2], 7);
        sink.Add("crm.tag", new() { ["name"] = "Credit hold" });
        sink.Add("crm.tag", new() { ["name"] = "Export" });
    }

    private static void User(IRecordSink sink, int id, string login, string name, int[] companies, int group)
    {
        var partner = sink.Add("res.partner", new() { ["id"] = 100 + id, ["name"] = name, ["parent_id"] = companies[0], ["email"] = $"{login}@example.com" });
        sink.Add("res.users", new()
        {
            ["id"] = id, ["login"] = login, ["password"] = login, ["partner_id"] = partner, ["company_id"] = companies[0], ["company_ids"] = companies,
            ["group_ids"] = new[] { group }, ["tz"] = "Europe/Paris",
        });
    }

    private static void Partners(IRecordSink sink)
    {
        sink.Add("res.partner", new() { ["id"] = 4, ["name"] = "Nordlicht Logistik GmbH", ["is_company"] = true, ["country_id"] = 2, ["user_id"] = Sofia, ["credit_limit"] = 5000.0, ["ref"] = "C-004", ["customer_rank"] = 1 });
        sink.Add("res.partner", new() { ["id"] = 5, ["name"] = "Van Houten BV", ["is_company"] = true, ["country_id"] = 1, ["user_id"] = Marc, ["customer_rank"] = 1 });
        sink.Add("res.partner", new() { ["id"] = 6, ["name"] = "Aurélia Santé SAS", ["is_company"] = true, ["country_id"] = 1, ["customer_rank"] = 1 });
        sink.Add("res.partner", new() { ["id"] = 7, ["name"] = "Edwin Hansen", ["parent_id"] = 4, ["type"] = "contact" });
        sink.Add("res.partner", new() { ["id"] = 8, ["name"] = "Old Customer", ["is_company"] = true, ["active"] = false });
        sink.Add("res.partner", new() { ["id"] = 9, ["name"] = "Shenhua Glove Works", ["is_company"] = true, ["supplier_rank"] = 1 });
    }

    private static void Products(IRecordSink sink)
    {
        sink.Add("uom.uom", new() { ["name"] = "Units" });
        sink.Add("product.category", new() { ["name"] = "All" });
        sink.Add("product.category", new() { ["name"] = "Gloves", ["parent_id"] = 1 });
        sink.Add("product.category", new() { ["name"] = "Tapes", ["parent_id"] = 1 });
        sink.Add("product.template", new() { ["name"] = "Nitrile gloves, large", ["list_price"] = 10.0, ["categ_id"] = 2, ["uom_id"] = 1, ["type"] = "consu", ["is_storable"] = true, ["tracking"] = "none" });
        sink.Add("product.template", new() { ["name"] = "PP packing tape", ["list_price"] = 2.5, ["categ_id"] = 3, ["uom_id"] = 1, ["type"] = "consu", ["is_storable"] = true, ["tracking"] = "none" });
        sink.Add("product.product", new() { ["product_tmpl_id"] = 1, ["default_code"] = "GLV-NIT-L", ["standard_price"] = 6.0 });
        sink.Add("product.product", new() { ["product_tmpl_id"] = 2, ["default_code"] = "TAP-PP48-66", ["standard_price"] = 1.0 });
        sink.Add("product.supplierinfo", new() { ["partner_id"] = 9, ["product_tmpl_id"] = 1, ["price"] = 5.5, ["delay"] = 42, ["currency_id"] = 1, ["product_uom_id"] = 1 });
    }

    private static void Warehouse(IRecordSink sink)
    {
        sink.Add("stock.location", new() { ["name"] = "LYO", ["usage"] = "view", ["warehouse_id"] = 1, ["company_id"] = 1 });
        sink.Add("stock.location", new() { ["name"] = "Stock", ["usage"] = "internal", ["location_id"] = 1, ["warehouse_id"] = 1, ["company_id"] = 1 });
        sink.Add("stock.location", new() { ["name"] = "Quality Hold", ["usage"] = "internal", ["location_id"] = 2, ["warehouse_id"] = 1, ["company_id"] = 1 });
        sink.Add("stock.location", new() { ["name"] = "LEJ", ["usage"] = "view", ["warehouse_id"] = 2, ["company_id"] = 2 });
        sink.Add("stock.location", new() { ["name"] = "Stock", ["usage"] = "internal", ["location_id"] = 4, ["warehouse_id"] = 2, ["company_id"] = 2 });
        sink.Add("stock.location", new() { ["name"] = "Customers", ["usage"] = "customer" });
        sink.Add("stock.location", new() { ["name"] = "Vendors", ["usage"] = "supplier" });
        House(sink, 1, "Lyon Central", "LYO", 1, 1, 2);
        House(sink, 2, "Leipzig Packaging", "LEJ", 2, 4, 5);
        sink.Add("stock.quant", new() { ["product_id"] = 1, ["location_id"] = 2, ["quantity"] = 40.0, ["reserved_quantity"] = 10.0 });
        sink.Add("stock.quant", new() { ["product_id"] = 1, ["location_id"] = 3, ["quantity"] = 5.0, ["reserved_quantity"] = 0.0 });
        sink.Add("stock.quant", new() { ["product_id"] = 1, ["location_id"] = 5, ["quantity"] = 7.0, ["reserved_quantity"] = 0.0 });
        sink.Add("stock.quant", new() { ["product_id"] = 2, ["location_id"] = 2, ["quantity"] = 100.0, ["reserved_quantity"] = 0.0 });
    }

    private static void House(IRecordSink sink, int id, string name, string code, int company, int view, int stock)
    {
        var receipts = sink.Add("stock.picking.type", new() { ["name"] = "Receipts", ["code"] = "incoming", ["sequence_code"] = "IN", ["warehouse_id"] = id, ["company_id"] = company, ["default_location_src_id"] = 7, ["default_location_dest_id"] = stock });
        var deliveries = sink.Add("stock.picking.type", new() { ["name"] = "Delivery Orders", ["code"] = "outgoing", ["sequence_code"] = "OUT", ["warehouse_id"] = id, ["company_id"] = company, ["default_location_src_id"] = stock, ["default_location_dest_id"] = 6 });
        sink.Add("stock.warehouse", new() { ["id"] = id, ["name"] = name, ["code"] = code, ["company_id"] = company, ["view_location_id"] = view, ["lot_stock_id"] = stock, ["in_type_id"] = receipts, ["out_type_id"] = deliveries });
    }

    private static void Orders(IRecordSink sink)
    {
        Order(sink, 1, "S00001", 4, Sofia, 1, "sale", new(2026, 10, 5, 8, 0, 0, DateTimeKind.Utc), 100);
        Order(sink, 2, "S00002", 5, Marc, 1, "sale", new(2026, 10, 31, 23, 30, 0, DateTimeKind.Utc), 50);
        Order(sink, 3, "S00003", 6, null, 1, "draft", new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc), 25);
        Order(sink, 4, "S00004", 4, Sofia, 2, "sale", new(2026, 11, 20, 10, 15, 30, DateTimeKind.Utc), 10);
        sink.Add("stock.picking", new() { ["name"] = "LYO/OUT/00001", ["picking_type_id"] = 2, ["state"] = "assigned", ["origin"] = "S00001", ["partner_id"] = 4, ["company_id"] = 1, ["location_id"] = 2, ["location_dest_id"] = 6, ["scheduled_date"] = new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc) });
        sink.Add("stock.move", new() { ["picking_id"] = 1, ["product_id"] = 1, ["product_uom_qty"] = 10.0, ["quantity"] = 10.0, ["state"] = "assigned", ["sale_line_id"] = 1, ["location_id"] = 2, ["location_dest_id"] = 6, ["date"] = new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc), ["company_id"] = 1, ["product_uom"] = 1 });
        sink.Add("purchase.order", new() { ["name"] = "P00001", ["partner_id"] = 9, ["state"] = "purchase", ["company_id"] = 1, ["currency_id"] = 1, ["date_order"] = new DateTime(2026, 10, 1, 8, 0, 0, DateTimeKind.Utc), ["amount_total"] = 550.0, ["picking_type_id"] = 1 });
        sink.Add("purchase.order.line", new() { ["order_id"] = 1, ["product_id"] = 1, ["product_qty"] = 100.0, ["price_unit"] = 5.5, ["name"] = "Gloves", ["date_planned"] = new DateTime(2026, 11, 12, 8, 0, 0, DateTimeKind.Utc) });
        sink.Add("stock.picking", new() { ["name"] = "LYO/IN/00001", ["picking_type_id"] = 1, ["state"] = "assigned", ["origin"] = "P00001", ["partner_id"] = 9, ["company_id"] = 1, ["location_id"] = 7, ["location_dest_id"] = 2, ["scheduled_date"] = new DateTime(2026, 11, 12, 8, 0, 0, DateTimeKind.Utc) });
        sink.Add("stock.move", new() { ["picking_id"] = 2, ["product_id"] = 1, ["product_uom_qty"] = 100.0, ["state"] = "assigned", ["purchase_line_id"] = 1, ["location_id"] = 7, ["location_dest_id"] = 2, ["date"] = new DateTime(2026, 11, 12, 8, 0, 0, DateTimeKind.Utc), ["company_id"] = 1, ["product_uom"] = 1 });
    }

    private static void Order(IRecordSink sink, int id, string name, int partner, int? user, int company, string state, DateTime date, double quantity)
    {
        sink.Add("sale.order", new()
        {
            ["id"] = id, ["name"] = name, ["partner_id"] = partner, ["user_id"] = user, ["company_id"] = company, ["state"] = state, ["date_order"] = date,
            ["amount_untaxed"] = quantity * 10, ["amount_total"] = quantity * 10, ["margin"] = quantity * 4, ["currency_id"] = 1, ["warehouse_id"] = company,
            ["client_order_ref"] = id == 1 ? "NL_100%" : null, ["tag_ids"] = id == 1 ? (int[])[1, 2] : id == 2 ? [2] : [], ["invoice_status"] = "no",
        });
        sink.Add("sale.order.line", new()
        {
            ["order_id"] = id, ["product_id"] = 1, ["name"] = "[GLV-NIT-L] Nitrile gloves, large", ["product_uom_qty"] = quantity, ["price_unit"] = 10.0,
            ["price_subtotal"] = quantity * 10, ["price_total"] = quantity * 10, ["purchase_price"] = 6.0, ["margin"] = quantity * 4, ["sequence"] = 10, ["product_uom_id"] = 1,
        });
    }

    private static void Invoices(IRecordSink sink)
    {
        sink.Add("account.journal", new() { ["name"] = "Customer Invoices", ["code"] = "INV", ["type"] = "sale", ["company_id"] = 1 });
        sink.Add("account.move", new() { ["name"] = "INV/2026/00001", ["move_type"] = "out_invoice", ["state"] = "posted", ["payment_state"] = "partial", ["partner_id"] = 4, ["invoice_date"] = new DateOnly(2026, 10, 6), ["invoice_date_due"] = new DateOnly(2026, 11, 5), ["date"] = new DateOnly(2026, 10, 6), ["amount_untaxed"] = 1000.0, ["amount_total"] = 1200.0, ["amount_residual"] = 700.0, ["invoice_origin"] = "S00001", ["company_id"] = 1, ["currency_id"] = 1, ["journal_id"] = 1, ["invoice_user_id"] = Sofia });
        sink.Add("account.move", new() { ["name"] = "BILL/2026/00001", ["move_type"] = "in_invoice", ["state"] = "posted", ["payment_state"] = "not_paid", ["partner_id"] = 9, ["invoice_date"] = new DateOnly(2026, 11, 1), ["date"] = new DateOnly(2026, 11, 1), ["amount_untaxed"] = 550.0, ["amount_total"] = 550.0, ["amount_residual"] = 550.0, ["company_id"] = 1, ["currency_id"] = 1, ["journal_id"] = 1 });
        sink.Add("account.move.line", new() { ["move_id"] = 1, ["product_id"] = 1, ["quantity"] = 100.0, ["price_unit"] = 10.0, ["price_subtotal"] = 1000.0, ["sale_line_ids"] = new[] { 1 }, ["currency_id"] = 1, ["display_type"] = "product" });
    }
}
