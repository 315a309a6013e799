using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Client;
using Xunit;

namespace Copilot.Testing.Odoo.Matrix;

/// <summary>Records of one company, made for the tests of one server, and the names people know them by.</summary>
internal sealed record MatrixWorld
{
    /// <summary>Part of every name that can be chosen.</summary>
    public required string Mark { get; init; }

    public required CompanyRef Company { get; init; }

    public required string Customer { get; init; }

    public required string Supplier { get; init; }

    public required string Product { get; init; }

    public required string Warehouse { get; init; }

    public required string OtherWarehouse { get; init; }

    public required string Order { get; init; }

    public required string Quotation { get; init; }

    public required string Transfer { get; init; }

    public required string OtherTransfer { get; init; }

    public required string Purchase { get; init; }

    public required string Request { get; init; }

    /// <summary>A lot on the shelf.</summary>
    public required string Lot { get; init; }

    /// <summary>A posted invoice; null where the company keeps no books. Companies number alike: the number alone gives nothing away.</summary>
    public string? Invoice { get; init; }

    /// <summary>Null where the server has no helpdesk.</summary>
    public string? Ticket { get; init; }

    /// <summary>Every name that gives it away; a ticket's number is too short to be told from other figures, its title has the mark.</summary>
    public IEnumerable<string> Names => new[] { Mark, Order, Quotation, Transfer, OtherTransfer, Purchase, Request };

    /// <summary>The name that fills a parameter; null where nothing of this company does.</summary>
    public string? For(SlotKind slot) => slot switch
    {
        SlotKind.Customer => Customer,
        SlotKind.Supplier => Supplier,
        SlotKind.Product => Product,
        SlotKind.Warehouse => Warehouse,
        SlotKind.SalesOrder => Order,
        SlotKind.PurchaseOrder => Purchase,
        SlotKind.Transfer => Transfer,
        SlotKind.Ticket => Ticket,
        SlotKind.Invoice => Invoice,
        SlotKind.Lot => Lot,
        SlotKind.Location => $"{Warehouse}/Stock",
        SlotKind.Company => Company.Name,
        _ => null,
    };

    /// <summary>What is asked of an action, as it can be prepared in this company; null where the server lacks the model.</summary>
    public JsonObject? Action(string tool) => tool switch
    {
        "odoo.post_note" => new() { ["order"] = Order, ["message"] = "a word" },
        "odoo.schedule_activity" => new() { ["order"] = Order, ["message"] = "look at it", ["due"] = "2031-03-04" },
        "odoo.change_promised_date" => new() { ["order"] = Order, ["promised"] = "2031-03-04" },
        "odoo.draft_quotation" => new() { ["customer"] = Customer, ["product"] = Product, ["quantity"] = 2 },
        "odoo.confirm_quotation" => new() { ["order"] = Quotation },
        "odoo.price_exception" => new() { ["order"] = Quotation, ["product"] = Product, ["price"] = 19 },
        "odoo.release_credit_hold" => new() { ["order"] = Order },
        "odoo.ticket_update" => Ticket is null ? null : new() { ["ticket"] = Ticket, ["message"] = "we look into it" },
        "odoo.reserve_stock" => new() { ["transfer"] = OtherTransfer },
        "odoo.reallocate_stock" => new() { ["transfers"] = new JsonArray(OtherTransfer, Transfer) },
        "odoo.split_shipment" => new() { ["order"] = Order },
        "odoo.internal_transfer" => new() { ["product"] = Product, ["quantity"] = 1, ["warehouses"] = new JsonArray(Warehouse, OtherWarehouse) },
        "odoo.request_count" => new() { ["product"] = Product, ["warehouse"] = Warehouse, ["day"] = "2031-03-04" },
        "odoo.draft_purchase" => new() { ["product"] = Product, ["quantity"] = 5, ["supplier"] = Supplier },
        "odoo.confirm_purchase" => new() { ["purchase_order"] = Request },
        "odoo.expedite_receipt" => new() { ["purchase_order"] = Purchase },
        "odoo.change_receipt_date" => new() { ["purchase_order"] = Purchase, ["expected"] = "2031-03-04" },
        "odoo.draft_vendor_bill" => new() { ["purchase_order"] = Purchase },
        "forecast.override" => new() { ["product"] = Product, ["quantity"] = 5, ["from"] = Ahead(1), ["to"] = Ahead(28), ["message"] = "a tender" },
        _ => throw new ArgumentException($"Say here how {tool} is asked for.", nameof(tool)),
    };

    private static string Ahead(int days) => TimeProvider.System.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The words around the names, where their order says what is meant.</summary>
    public string Words(string tool) => tool == "odoo.reallocate_stock" ? $"give {OtherTransfer} the stock reserved for {Transfer}" : string.Empty;

    /// <summary>Makes a company's records: bought, on stock, sold and half reserved.</summary>
    /// <param name="contract">Where, as its administrator.</param>
    /// <param name="company">The company they belong to.</param>
    /// <param name="mark">Part of their names.</param>
    /// <param name="seller">The salesperson whose they are.</param>
    public static async Task<MatrixWorld> MakeAsync(OdooContract contract, CompanyRef company, string mark, int seller)
    {
        var admin = contract.Server.Caller(contract.Server.Admin, company.Id);
        async Task<int> MakeRecordAsync(string model, Dictionary<string, object?> values) => (await contract.CallAsAsync(admin, model, "create", values)).GetInt32();
        Task<System.Text.Json.JsonElement> DoAsync(string model, string method, int id) => contract.CallAsAsync(admin, model, method, new[] { id });
        async Task<OdooRow> ReadAsync(string model, int id, params string[] fields) => Assert.Single(await contract.Client.ReadAsync(admin, model, [id], fields, CancellationToken.None));
        async Task<string> NameAsync(string model, int id) => (await ReadAsync(model, id, "name")).Text("name")!;

        var (customer, supplier, product) = ($"{mark} buyer", $"{mark} vendor", $"{mark}-A");
        var buyer = await MakeRecordAsync("res.partner", new() { ["name"] = customer, ["company_id"] = company.Id, ["user_id"] = seller, ["customer_rank"] = 1 });
        var vendor = await MakeRecordAsync("res.partner", new() { ["name"] = supplier, ["company_id"] = company.Id, ["supplier_rank"] = 1 });
        var item = await MakeRecordAsync("product.product", new()
        {
            ["name"] = $"{mark} goods", ["default_code"] = product, ["type"] = "consu", ["is_storable"] = true, ["list_price"] = 20, ["company_id"] = company.Id,
            ["taxes_id"] = OdooContract.Replace(), ["supplier_taxes_id"] = OdooContract.Replace(),
        });
        var template = (await ReadAsync("product.product", item, "product_tmpl_id")).Link("product_tmpl_id")!.Value.Id;
        await MakeRecordAsync("product.supplierinfo", new() { ["partner_id"] = vendor, ["product_tmpl_id"] = template, ["price"] = 3, ["min_qty"] = 1, ["delay"] = 4 });
        var houses = new List<(string Code, int Id, int Stock, int Receipts)>();
        for (var i = 0; i < 2; i++)
        {
            var code = "Q" + new string(Random.Shared.GetItems<char>("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 4));
            var house = await MakeRecordAsync("stock.warehouse", new() { ["name"] = $"{mark} house {i}", ["code"] = code, ["company_id"] = company.Id });
            var made = await ReadAsync("stock.warehouse", house, "lot_stock_id", "in_type_id");
            houses.Add((code, house, made.LinkId("lot_stock_id"), made.LinkId("in_type_id")));
        }

        // Nine there: five for one order whose second line is not there, four free for the other.
        await contract.StockAsync(item, houses[0].Stock, 9, admin);
        var missing = await MakeRecordAsync("product.product", new()
        {
            ["name"] = $"{mark} rest", ["default_code"] = $"{mark}-B", ["type"] = "consu", ["is_storable"] = true, ["list_price"] = 20, ["company_id"] = company.Id,
            ["taxes_id"] = OdooContract.Replace(), ["supplier_taxes_id"] = OdooContract.Replace(),
        });

        async Task<int> SellAsync(double quantity, bool more = false) => await MakeRecordAsync("sale.order", new()
        {
            ["partner_id"] = buyer, ["company_id"] = company.Id, ["user_id"] = seller, ["warehouse_id"] = houses[0].Id, ["order_line"] = more ? new object?[] { OdooContract.Line(item, quantity, 20), OdooContract.Line(missing, 1, 20) } : [OdooContract.Line(item, quantity, 20)],
        });
        async Task<int> BuyAsync(int goods, string planned = "2031-04-05 06:07:08") => await MakeRecordAsync("purchase.order", new()
        {
            ["partner_id"] = vendor, ["company_id"] = company.Id, ["picking_type_id"] = houses[0].Receipts,
            ["order_line"] = new object?[] { new object?[] { 0, 0, new Dictionary<string, object?> { ["product_id"] = goods, ["product_qty"] = 5, ["price_unit"] = 3, ["date_planned"] = planned, ["tax_ids"] = OdooContract.Replace() } } },
        });

        // What the first order lacks is on an overdue purchase: it waits for it, whoever may read orders or not.
        var (order, second, quotation, purchase, request) = (await SellAsync(5, more: true), await SellAsync(4), await SellAsync(1), await BuyAsync(item), await BuyAsync(item));
        var overdue = await BuyAsync(missing, "2026-03-04 05:06:07");
        await DoAsync("purchase.order", "button_confirm", overdue);
        await DoAsync("sale.order", "action_confirm", order);
        await DoAsync("sale.order", "action_confirm", second);
        await DoAsync("purchase.order", "button_confirm", purchase);
        var (transfer, other) = ((await ReadAsync("sale.order", order, "picking_ids")).Links("picking_ids")[0], (await ReadAsync("sale.order", second, "picking_ids")).Links("picking_ids")[0]);
        await DoAsync("stock.picking", "action_assign", transfer);
        await DoAsync("stock.picking", "do_unreserve", other);

        return new MatrixWorld
        {
            Mark = mark,
            Company = company,
            Customer = customer,
            Supplier = supplier,
            Product = product,
            Warehouse = houses[0].Code,
            OtherWarehouse = houses[1].Code,
            Order = await NameAsync("sale.order", order),
            Quotation = await NameAsync("sale.order", quotation),
            Transfer = await NameAsync("stock.picking", transfer),
            OtherTransfer = await NameAsync("stock.picking", other),
            Purchase = await NameAsync("purchase.order", purchase),
            Request = await NameAsync("purchase.order", request),
            Lot = await LotAsync(),
            Invoice = await InvoiceAsync(),
            Ticket = await contract.Client.HasModelAsync(admin, "helpdesk.ticket", CancellationToken.None) ? await TicketAsync() : null,
        };

        async Task<string> LotAsync()
        {
            var kept = await MakeRecordAsync("product.product", new()
            {
                ["name"] = $"{mark} tracked", ["default_code"] = $"{mark}-T", ["type"] = "consu", ["is_storable"] = true, ["tracking"] = "lot", ["list_price"] = 20, ["company_id"] = company.Id,
                ["taxes_id"] = OdooContract.Replace(), ["supplier_taxes_id"] = OdooContract.Replace(),
            });
            var lot = await MakeRecordAsync("stock.lot", new() { ["name"] = $"{mark}-L1", ["product_id"] = kept, ["company_id"] = company.Id });
            await contract.StockAsync(kept, houses[0].Stock, 6, admin, lot);
            return $"{mark}-L1";
        }

        async Task<string?> InvoiceAsync()
        {
            var journals = await contract.Client.SearchReadAsync(
                admin, new OdooQuery { Model = "account.journal", Domain = OdooDomain.Where("type", "=", "sale").And("company_id", "=", company.Id), Fields = ["name"] }, CancellationToken.None);
            if (journals.Rows.Count == 0)
            {
                return null;
            }

            var invoice = await MakeRecordAsync("account.move", new()
            {
                ["move_type"] = "out_invoice", ["partner_id"] = buyer, ["journal_id"] = journals.Rows[0].Id, ["invoice_date"] = "2026-03-04", ["ref"] = $"{mark} invoice",
                ["invoice_line_ids"] = new object?[] { new object?[] { 0, 0, new Dictionary<string, object?> { ["product_id"] = item, ["quantity"] = 2, ["price_unit"] = 15, ["tax_ids"] = OdooContract.Replace() } } },
            });
            await DoAsync("account.move", "action_post", invoice);
            return await NameAsync("account.move", invoice);
        }

        async Task<string> TicketAsync()
        {
            var team = (await contract.Client.SearchReadAsync(admin, new OdooQuery { Model = "helpdesk.team", Domain = OdooDomain.Where("company_id", "=", company.Id), Fields = ["name"] }, CancellationToken.None)).Rows;
            var ticket = await MakeRecordAsync("helpdesk.ticket", new Dictionary<string, object?> { ["name"] = $"{mark} broken", ["partner_id"] = buyer, ["team_id"] = team[0].Id, ["company_id"] = company.Id });
            return (await ReadAsync("helpdesk.ticket", ticket, "ticket_ref")).Text("ticket_ref")!;
        }
    }
}
