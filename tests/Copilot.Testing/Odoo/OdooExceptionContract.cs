using System.Globalization;
using Copilot.Contracts;
using Copilot.Odoo;
using Copilot.Odoo.Client;
using Copilot.Odoo.Exceptions;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Exceptions.Scanning;
using Copilot.Odoo.Exceptions.Watching;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Purchasing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Copilot.Testing.Odoo;

/// <summary>Trouble of each kind, made on the server as people make it, is found by a scan of it under its kind and with its records; what is well is not.</summary>
public abstract class OdooExceptionContract(OdooServerUnderTest server) : OdooContract(server)
{
    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    [SkippableFact]
    public async Task The_whole_company_is_looked_through_for_every_kind()
    {
        var result = await ScanAsync([.. Taxonomy.All.Select(k => k.Name)]);

        Assert.Empty(result.Blind);
        Assert.Equal(Taxonomy.All.Select(k => k.Name), result.Looked);
        Assert.All(result.Found, f => Assert.True(f.Subjects.Count > 0 && f.Actions.Count > 0 && f.Summary.EndsWith('.'), f.Title));
    }

    [SkippableFact]
    public async Task Goods_that_nothing_covers_are_a_stock_out_and_the_order_is_at_risk()
    {
        var (order, name, _) = await SoldAsync(await ProductAsync("A"), 4, promised: 1);

        var found = await ScanAsync([Taxonomy.StockOut, Taxonomy.OrderAtRisk]);

        var missing = Assert.Single(found.Found, f => f.Kind == Taxonomy.StockOut && f.Title.Contains(Mark, StringComparison.Ordinal));
        Assert.StartsWith("4 ", missing.Summary, StringComparison.Ordinal);
        Assert.Equal(order, Assert.Single(missing.Stakes).Record.Id);
        Assert.Contains(name, Of(found, Taxonomy.OrderAtRisk, order).Title, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task What_is_ready_and_did_not_leave_is_a_missed_departure_and_what_leaves_tomorrow_is_none()
    {
        var product = await ProductAsync("A");
        await StockAsync(product, await ShelfAsync(), 20);
        var (_, _, late) = await SoldAsync(product, 4, promised: -5);
        var (_, _, well) = await SoldAsync(product, 4, promised: 1);

        var found = await ScanAsync([Taxonomy.CarrierMiss]);

        var missed = Of(found, Taxonomy.CarrierMiss, late);
        Assert.Contains("5 days ago", missed.Summary, StringComparison.Ordinal);
        Assert.Equal(80m, Assert.Single(missed.Stakes).Amount);
        Assert.DoesNotContain(found.Found, f => f.Subjects[0].Id == well);
    }

    [SkippableFact]
    public async Task Stock_that_is_kept_for_a_later_order_is_an_allocation_conflict()
    {
        var product = await ProductAsync("A");
        await StockAsync(product, await ShelfAsync(), 5);
        var (_, holding, _) = await SoldAsync(product, 5, promised: 20);
        var (early, wanting, _) = await SoldAsync(product, 3, promised: 2);

        var conflict = Assert.Single((await ScanAsync([Taxonomy.AllocationConflict])).Found, f => f.Subjects[0].Id == early);

        Assert.StartsWith($"{wanting} for ", conflict.Summary, StringComparison.Ordinal);
        Assert.Contains($"5 Units are reserved for {holding}", conflict.Summary, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_receipt_that_is_over_its_day_and_dearer_than_agreed_is_two_cases()
    {
        var (order, name) = await BoughtAsync(await OfferedAsync(price: 3), quantity: 7, price: 4, planned: -5);

        var found = await ScanAsync([Taxonomy.LateReceipt, Taxonomy.PriceDeviation]);

        var late = Of(found, Taxonomy.LateReceipt, order);
        Assert.StartsWith($"{name} from {Mark} vendor is 5 days late", late.Summary, StringComparison.Ordinal);
        Assert.Contains("7 Units of", late.Summary, StringComparison.Ordinal);
        var dear = Of(found, Taxonomy.PriceDeviation, order);
        Assert.Contains("33.3 % more than", dear.Summary, StringComparison.Ordinal);
        Assert.Equal(7m, Assert.Single(dear.Stakes).Amount);
    }

    [SkippableFact]
    public async Task A_deep_discount_is_a_price_deviation()
    {
        var (order, _, _) = await SoldAsync(await ProductAsync("A"), 4, promised: 9, discount: 25);

        var given = Of(await ScanAsync([Taxonomy.PriceDeviation]), Taxonomy.PriceDeviation, order);

        Assert.Contains("a discount of 25 %", given.Summary, StringComparison.Ordinal);
        Assert.Equal(20m, Assert.Single(given.Stakes).Amount);
    }

    [SkippableFact]
    public async Task An_order_with_the_tag_is_on_credit_hold()
    {
        var tags = await FindAsync("crm.tag", OdooDomain.Where("name", "=ilike", "Credit hold"), "id");
        var tag = tags.Count > 0 ? tags[0].Id : await CreateAsync("crm.tag", new() { ["name"] = "Credit hold" });
        var (order, name, _) = await SoldAsync(await ProductAsync("A"), 4, promised: 9);
        var (free, _, _) = await SoldAsync(await ProductAsync("B"), 4, promised: 9);
        await CallAsync("sale.order", "write", new[] { order }, new Dictionary<string, object?> { ["tag_ids"] = Replace(tag) });

        var found = await ScanAsync([Taxonomy.CreditHold]);

        Assert.Contains(name, Of(found, Taxonomy.CreditHold, order).Title, StringComparison.Ordinal);
        Assert.DoesNotContain(found.Found, f => f.Subjects[0].Id == free);
    }

    [SkippableTheory]
    [InlineData("Pick exception", Taxonomy.PickFailure)]
    [InlineData("Document missing", Taxonomy.MissingDocument)]
    public async Task What_people_note_on_a_transfer_is_a_case(string note, string kind)
    {
        var types = await FindAsync("mail.activity.type", OdooDomain.Where("name", "=", note), "id");
        var type = types.Count > 0 ? types[0].Id : await CreateAsync("mail.activity.type", new() { ["name"] = note });
        var (_, _, transfer) = await SoldAsync(await ProductAsync("A"), 4, promised: 9);
        await Client.CallAsync(
            Admin,
            new OdooCall { Model = "stock.picking", Method = "activity_schedule", Arguments = [new[] { transfer }], Named = new Dictionary<string, object?> { ["activity_type_id"] = type, ["summary"] = $"{Mark} bin is empty", ["date_deadline"] = "2031-02-03" }, IsRead = false },
            None);

        Assert.Contains($"{Mark} bin is empty", Of(await ScanAsync([kind]), kind, transfer).Cause, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_count_that_moves_much_value_is_an_inventory_variance()
    {
        var (dear, cheap) = (await ProductAsync("DEAR"), await ProductAsync("CHEAP"));
        await CallAsync("product.product", "write", new[] { dear }, new Dictionary<string, object?> { ["standard_price"] = 30 });
        await CallAsync("product.product", "write", new[] { cheap }, new Dictionary<string, object?> { ["standard_price"] = 1 });
        var shelf = await ShelfAsync();
        await StockAsync(dear, shelf, 20);
        await StockAsync(cheap, shelf, 20);

        var found = await ScanAsync([Taxonomy.InventoryVariance]);

        var moved = Of(found, Taxonomy.InventoryVariance, dear);
        Assert.Contains("booked 20 Units of", moved.Summary, StringComparison.Ordinal);
        Assert.Equal(600m, moved.Margin);
        Assert.DoesNotContain(found.Found, f => f.Subjects[0].Id == cheap);
    }

    [SkippableFact]
    public async Task Goods_in_quality_hold_that_an_order_lacks_are_a_quality_hold_and_no_stock_out()
    {
        var product = await ProductAsync("A");
        var house = (await FindAsync("stock.warehouse", OdooDomain.All, "id", "view_location_id"))[0];

        // Beside the shelves, not among them: what is held there is not reserved for orders.
        var hold = await CreateAsync("stock.location", new() { ["name"] = "Quality Hold", ["location_id"] = house.Link("view_location_id")!.Value.Id, ["usage"] = "internal" });
        await StockAsync(product, hold, 9);
        var (order, _, _) = await SoldAsync(product, 4, promised: 3);

        var found = await ScanAsync([Taxonomy.QualityHold, Taxonomy.StockOut, Taxonomy.OrderAtRisk]);

        var held = Assert.Single(found.Found, f => f.Kind == Taxonomy.QualityHold && f.Title.Contains(Mark, StringComparison.Ordinal));
        Assert.StartsWith("9 ", held.Summary, StringComparison.Ordinal);
        Assert.Equal(order, Assert.Single(held.Stakes).Record.Id);
        Assert.DoesNotContain(found.Found, f => f.Kind == Taxonomy.StockOut && f.Title.Contains(Mark, StringComparison.Ordinal));
        Assert.Contains(Of(found, Taxonomy.OrderAtRisk, order).Actions, a => a.Tool == "odoo.schedule_activity" && a.Summary.Contains("quality hold", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task An_order_that_earns_next_to_nothing_is_a_margin_erosion_and_one_that_earns_well_is_none()
    {
        var (thin, good) = (await ProductAsync("THIN", 20), await ProductAsync("GOOD", 20));
        await CallAsync("product.product", "write", new[] { thin }, new Dictionary<string, object?> { ["standard_price"] = 19 });
        await CallAsync("product.product", "write", new[] { good }, new Dictionary<string, object?> { ["standard_price"] = 10 });
        var (order, name, _) = await SoldAsync(thin, 4, promised: 9);
        var (well, _, _) = await SoldAsync(good, 4, promised: 9);

        var found = await ScanAsync([Taxonomy.MarginErosion]);

        var eroded = Of(found, Taxonomy.MarginErosion, order);
        Assert.StartsWith($"{name} for {Mark} buyer earns 5 % of ", eroded.Summary, StringComparison.Ordinal);
        Assert.Equal(4m, eroded.Margin);
        Assert.DoesNotContain(found.Found, f => f.Subjects[0].Id == well);
    }

    [SkippableTheory]
    [InlineData(2, true)]
    [InlineData(1, false)]
    public async Task What_fails_for_the_third_time_in_a_quarter_is_a_repeated_failure(int before, bool repeats)
    {
        var product = await ProductAsync("A");
        await SoldAsync(product, 4, promised: 1);
        var past = new PastCase(Taxonomy.LateReceipt, Mark, "Late receipt", before, [new CaseRecord("product.product", product, $"{Mark}-A")]);

        var found = (await ScanAsync([Taxonomy.StockOut, Taxonomy.RepeatedFailure], past)).Found.Where(f => f.Kind == Taxonomy.RepeatedFailure && f.Subjects[0].Id == product).ToList();

        Assert.Equal(repeats, found.Count == 1);
        Assert.All(found, f => Assert.Contains("was in 3 cases", f.Summary, StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_bill_dearer_than_its_order_is_an_invoice_mismatch()
    {
        var product = await OfferedAsync(price: 3);
        var (order, _) = await BoughtAsync(product, quantity: 7, price: 3, planned: 5);
        await ReceiveAsync(order, 7);
        await CallAsync("purchase.order", "action_create_invoice", new[] { order });
        var bill = Assert.Single((await ReadAsync("purchase.order", order, "invoice_ids")).Links("invoice_ids"));
        var line = Assert.Single(await FindAsync("account.move.line", OdooDomain.Where("move_id", "=", bill).And("product_id", "=", product), "id"));
        await CallAsync("account.move", "write", new[] { bill }, new Dictionary<string, object?>
        {
            ["invoice_date"] = Iso(Today), ["invoice_line_ids"] = new object?[] { new object?[] { 1, line.Id, new Dictionary<string, object?> { ["price_unit"] = 3.5 } } },
        });

        var mismatch = Of(await ScanAsync([Taxonomy.InvoiceMismatch]), Taxonomy.InvoiceMismatch, bill);

        Assert.Contains("3.50", mismatch.Summary, StringComparison.Ordinal);
        Assert.Equal(3.5m, Assert.Single(mismatch.Stakes).Amount);
    }

    [SkippableFact]
    public async Task A_written_record_is_a_change_of_its_model_and_of_no_other()
    {
        var look = new ChangeLook(Client);
        var partner = await PartnerAsync("watched");
        string[] models = ["res.partner", "stock.warehouse", "helpdesk.ticket"];
        var (first, marks) = await look.LookAsync(Admin, models, new Dictionary<string, ModelMark>(), None);
        await CallAsync("res.partner", "write", new[] { partner }, new Dictionary<string, object?> { ["comment"] = Mark });

        var (changed, _) = await look.LookAsync(Admin, ["res.partner"], marks, None);

        Assert.Equal(await Client.HasModelAsync(Admin, "helpdesk.ticket", None) ? ["helpdesk.ticket", "res.partner", "stock.warehouse"] : ["res.partner", "stock.warehouse"], first.Order(StringComparer.Ordinal));
        // Odoo writes whole seconds: two changes within one of them look alike.
        var moment = (await ReadAsync("res.partner", partner, "write_date")).Text("write_date");
        Assert.NotEqual(marks["res.partner"].Seen.Contains($"{partner}@{moment}"), changed.Contains("res.partner"));
    }

    private static FoundCase Of(ScanResult result, string kind, int record)
        => Assert.Single(result.Found, f => f.Kind == kind && f.Subjects[0].Id == record);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>One scan with all the finders there are, each made with what it needs.</summary>
    private async Task<ScanResult> ScanAsync(IReadOnlyCollection<string> kinds, params PastCase[] past)
    {
        var finders = typeof(IExceptionFinder).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IExceptionFinder))).Select(t => (IExceptionFinder)Server.Made(t)).ToList();
        var scanner = new Scanner(
            Client, (StockReader)Server.Made(typeof(StockReader)), (ReceiptReader)Server.Made(typeof(ReceiptReader)), finders, Options.Create(new OdooConventions()), Options.Create(new ExceptionOptions { TimeZone = "UTC" }), NullLogger<Scanner>.Instance);
        return await scanner.RunAsync("default", kinds, past, TimeProvider.System.GetUtcNow(), None);
    }

    private async Task<int> ShelfAsync() => (await FindAsync("stock.warehouse", OdooDomain.All, "id", "lot_stock_id"))[0].Link("lot_stock_id")!.Value.Id;

    /// <summary>A confirmed order at 20 a piece, promised some days from today, with what stock there is reserved for it.</summary>
    private async Task<(int Order, string Name, int Transfer)> SoldAsync(int product, double quantity, int promised, double discount = 0)
    {
        var line = Line(product, quantity, 20);
        ((Dictionary<string, object?>)line[2]!)["discount"] = discount;
        var warehouse = (await FindAsync("stock.warehouse", OdooDomain.All, "id", "name"))[0].Id;
        var order = await CreateAsync("sale.order", new()
        {
            ["partner_id"] = await PartnerAsync("buyer"), ["warehouse_id"] = warehouse, ["commitment_date"] = $"{Iso(Today.AddDays(promised))} 12:00:00", ["order_line"] = new object?[] { line },
        });
        await CallAsync("sale.order", "action_confirm", new[] { order });
        var row = await ReadAsync("sale.order", order, "name", "picking_ids");
        var transfer = Assert.Single(row.Links("picking_ids"));
        await CallAsync("stock.picking", "action_assign", new[] { transfer });
        return (order, row.Text("name")!, transfer);
    }

    /// <summary>A product that a supplier of its own offers at a price.</summary>
    private async Task<int> OfferedAsync(double price)
    {
        var product = await ProductAsync("A");
        var template = (await ReadAsync("product.product", product, "product_tmpl_id")).Link("product_tmpl_id")!.Value.Id;
        await CreateAsync("product.supplierinfo", new() { ["partner_id"] = await PartnerAsync("vendor", new() { ["supplier_rank"] = 1 }), ["product_tmpl_id"] = template, ["price"] = price, ["min_qty"] = 1, ["delay"] = 4 });
        return product;
    }

    private async Task<(int Order, string Name)> BoughtAsync(int product, double quantity, double price, int planned)
    {
        var vendor = (await FindAsync("res.partner", OdooDomain.Where("name", "=", $"{Mark} vendor"), "id"))[0].Id;
        var order = await CreateAsync("purchase.order", new()
        {
            ["partner_id"] = vendor,
            ["order_line"] = new object?[]
            {
                new object?[] { 0, 0, new Dictionary<string, object?> { ["product_id"] = product, ["product_qty"] = quantity, ["price_unit"] = price, ["date_planned"] = $"{Iso(Today.AddDays(planned))} 12:00:00", ["tax_ids"] = Replace() } },
            },
        });
        await CallAsync("purchase.order", "button_confirm", new[] { order });
        return (order, (await ReadAsync("purchase.order", order, "name")).Text("name")!);
    }
}
