using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Purchasing.Matching;

/// <summary>Reads what a supplier's document may belong to, with the rights of the one who asks: orders by number, by supplier, by articles, with their lines; suppliers' bills.</summary>
internal sealed class PurchaseLedger(IOdooClient client, IDataGrants grants, TimeProvider time)
{
    /// <summary>Supplier codes, partners, bank accounts, products; orders by number and by supplier; lines; products, supplier codes, partners, units, packagings; bills.</summary>
    public const int RoundTrips = 11 + LedgerUnits.RoundTrips;

    private const int Years = 2;
    private const int MostNamed = 60;
    private const int MostOfSupplier = 150;
    private const int MostLines = 10_000;
    private const int MostSuppliers = 40;
    private const int MostPartners = 400;
    private const int MostBills = 1000;
    private const int BillDays = 540;

    private static readonly string[] OrderFields = ["name", "state", "partner_id", "partner_ref", "date_order", "date_planned", "amount_untaxed", "currency_id"];
    private static readonly string[] Confirmed = ["purchase", "done"];
    private static readonly string[] BillKinds = ["in_invoice", "in_refund"];
    private static readonly string[] Entered = ["posted", "draft"];

    /// <summary>Reads the book; null when the caller may not read purchase orders.</summary>
    public async Task<PurchaseBook?> ReadAsync(Caller caller, PurchaseQuestion question, CancellationToken cancellationToken)
    {
        if (!grants.MaySee(caller, DataClass.Purchasing) || !await client.MayReadAsync(caller, "purchase.order", cancellationToken) || !await client.MayReadAsync(caller, "purchase.order.line", cancellationToken))
        {
            return null;
        }

        var bills = grants.MaySee(caller, DataClass.Receivables) && await client.MayReadAsync(caller, "account.move", cancellationToken);
        var offers = await client.MayReadAsync(caller, "product.supplierinfo", cancellationToken);

        // Prices of purchase are for those who may see what suppliers charge: their lists, or their bills.
        var prices = offers || bills;
        var (suppliers, products, banked) = await MeantAsync(caller, question, offers, cancellationToken);
        var (rows, isCut) = await OrdersAsync(caller, question, suppliers, products, cancellationToken);
        var parts = await PartsAsync(caller, rows, offers, cancellationToken);
        var entered = bills && question.IsBill ? await BillsAsync(caller, [.. suppliers.Concat(rows.Select(r => r.Link("partner_id")?.Id ?? 0)).Where(i => i > 0).Distinct().Take(MostSuppliers)], cancellationToken) : [];
        var days = new CallerDays(new ToolContext { Caller = caller, TurnId = "match", Question = string.Empty, Now = time.GetUtcNow() });
        return new PurchaseBook
        {
            Orders = [.. rows.Select(r => Order(r, parts, question, banked, prices, days))],
            Bills = entered,
            KnowsPrices = prices,
            KnowsBills = bills,
            IsCut = isCut,
        };
    }

    /// <summary>The suppliers and products that the document's words point at.</summary>
    private async Task<(IReadOnlyList<int> Suppliers, IReadOnlyList<int> Products, IReadOnlySet<int> Banked)> MeantAsync(Caller caller, PurchaseQuestion question, bool lists, CancellationToken cancellationToken)
    {
        var codes = question.Codes.ToList();
        var offers = lists && codes.Count > 0
            ? RowsAsync(caller, "product.supplierinfo", OdooDomain.Where("product_code", "in", codes), ["partner_id", "product_id", "product_tmpl_id"], MostPartners, cancellationToken) : None();
        var partners = Naming(question) is { } naming && await client.MayReadAsync(caller, "res.partner", cancellationToken)
            ? RowsAsync(caller, "res.partner", naming, ["name", "vat", "commercial_partner_id"], MostPartners, cancellationToken) : None();
        var banks = question.Iban is { } iban && await client.HasModelAsync(caller, "res.partner.bank", cancellationToken) && await client.MayReadAsync(caller, "res.partner.bank", cancellationToken)
            ? RowsAsync(caller, "res.partner.bank", OdooDomain.Where("sanitized_acc_number", "=", Plain(iban)), ["partner_id"], MostSuppliers, cancellationToken) : None();
        var goods = codes.Count > 0 && await client.MayReadAsync(caller, "product.product", cancellationToken)
            ? RowsAsync(caller, "product.product", OdooDomain.Where("default_code", "in", codes).Or("barcode", "in", codes), ["default_code"], MostPartners, cancellationToken) : None();
        await Task.WhenAll(offers, partners, banks, goods);
        var banked = (await banks).Select(r => r.Link("partner_id")?.Id ?? 0).Where(i => i > 0).ToHashSet();
        var vat = question.Vat is { } v ? Plain(v) : null;
        var named = (await partners).Select(r => (Id: r.Link("commercial_partner_id")?.Id ?? r.Id, Like: r.Text("vat") is { } known && Plain(known) == vat ? 2 : NameMatch.Alike(r.Text("name") ?? string.Empty, question.Supplier ?? string.Empty)))
            .OrderByDescending(p => p.Like).Select(p => p.Id).Distinct().Take(MostSuppliers / 2).ToList();
        var products = (await goods).Select(r => r.Id).Concat((await offers).Select(r => r.Link("product_id")?.Id ?? 0)).Where(i => i > 0).Distinct().ToList();

        // Whoever is named counts; articles tell suppliers only where nobody is.
        IEnumerable<int> suppliers = banked.Concat(named);
        return ([.. suppliers.Any() ? suppliers.Distinct() : (await offers).Select(r => r.Link("partner_id")?.Id ?? 0).Where(i => i > 0).Distinct().Take(MostSuppliers)], products, banked);
    }

    private async Task<(IReadOnlyList<OdooRow> Rows, bool IsCut)> OrdersAsync(Caller caller, PurchaseQuestion question, IReadOnlyList<int> suppliers, IReadOnlyList<int> products, CancellationToken cancellationToken)
    {
        var since = OdooDomain.Where("date_order", ">=", time.GetUtcNow().AddYears(-Years)).And("state", "!=", "cancel");
        var scope = suppliers.Count > 0 ? since.And("partner_id", "child_of", suppliers) : products.Count > 0 ? since.And("order_line.product_id", "in", products) : null;
        var named = OrderNumbers.Domain(question.References) is { } numbers ? RowsAsync(caller, "purchase.order", numbers, OrderFields, MostNamed, cancellationToken, "date_order desc, id desc") : None();
        var others = scope is null ? None() : RowsAsync(caller, "purchase.order", scope, OrderFields, MostOfSupplier, cancellationToken, "date_order desc, id desc");
        await Task.WhenAll(named, others);
        return ([.. (await named).Concat(await others).DistinctBy(r => r.Id)], (await others).Count == MostOfSupplier);
    }

    private async Task<OrderRows> PartsAsync(Caller caller, IReadOnlyList<OdooRow> orders, bool lists, CancellationToken cancellationToken)
    {
        if (orders.Count == 0)
        {
            return new OrderRows([], [], [], [], await LedgerUnits.ReadAsync(client, caller, [], cancellationToken));
        }

        var lines = await RowsAsync(
            caller,
            "purchase.order.line",
            OdooDomain.Where("order_id", "in", orders.Select(o => o.Id).ToList()).And("product_id", "!=", null),
            ["order_id", "product_id", "name", "product_qty", "qty_received", "qty_invoiced", "qty_to_invoice", "product_uom_id", "price_unit", "discount", "price_subtotal", "date_planned"],
            MostLines,
            cancellationToken,
            "order_id, id");
        var products = lines.Select(l => l.Link("product_id")?.Id ?? 0).Where(i => i > 0).Distinct().ToList();
        var partners = orders.Select(o => o.Link("partner_id")?.Id ?? 0).Where(i => i > 0).Distinct().ToList();
        var goods = await client.MayReadAsync(caller, "product.product", cancellationToken)
            ? RowsAsync(caller, "product.product", OdooDomain.Where("id", "in", products), ["default_code", "barcode", "name", "product_tmpl_id", "uom_id", "uom_ids"], MostLines, cancellationToken, archived: true) : None();
        var offers = lists
            ? RowsAsync(caller, "product.supplierinfo", OdooDomain.Where("partner_id", "in", partners).And("product_code", "!=", null), ["partner_id", "product_id", "product_tmpl_id", "product_code", "product_name"], MostLines, cancellationToken) : None();
        var names = await client.MayReadAsync(caller, "res.partner", cancellationToken)
            ? RowsAsync(caller, "res.partner", OdooDomain.Where("id", "in", partners), ["name", "vat"], MostPartners, cancellationToken, archived: true) : None();
        var units = LedgerUnits.ReadAsync(client, caller, products, cancellationToken);
        await Task.WhenAll(goods, offers, names, units);
        return new OrderRows(lines, await goods, await offers, await names, await units);
    }

    private async Task<IReadOnlyList<LedgerBill>> BillsAsync(Caller caller, IReadOnlyList<int> suppliers, CancellationToken cancellationToken)
    {
        if (suppliers.Count == 0)
        {
            return [];
        }

        var since = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-BillDays);
        var rows = await RowsAsync(
            caller,
            "account.move",
            OdooDomain.Where("move_type", "in", BillKinds).And("state", "in", Entered).And("partner_id", "child_of", suppliers).And(OdooDomain.Where("invoice_date", ">=", since).Or("invoice_date", "=", null)),
            ["name", "ref", "move_type", "partner_id", "commercial_partner_id", "amount_total", "invoice_date", "currency_id"],
            MostBills,
            cancellationToken,
            "id desc");
        return [.. rows.Select(r => new LedgerBill
        {
            Id = r.Id,
            Name = r.Text("name") is { Length: > 1 } name ? name : $"draft {r.Id}",
            Reference = r.Text("ref"),
            SupplierId = r.Link("partner_id")?.Id ?? 0,
            IsCreditNote = r.Text("move_type") == "in_refund",
            Total = Math.Round(r.Number("amount_total"), 2),
            Date = r.Date("invoice_date"),
            Currency = r.Link("currency_id")?.Name ?? "EUR",
        })];
    }

    private static LedgerOrder Order(OdooRow row, OrderRows parts, PurchaseQuestion question, IReadOnlySet<int> banked, bool prices, CallerDays days)
    {
        var partner = row.Link("partner_id");
        var known = parts.Partner(partner?.Id ?? 0);
        return new LedgerOrder
        {
            Id = row.Id,
            Name = row.Text("name") ?? string.Empty,
            SupplierReference = row.Text("partner_ref"),
            Supplier = new LedgerSupplier(partner?.Id ?? 0, known?.Text("name") ?? partner?.Name ?? "an unnamed supplier") { Vat = known?.Text("vat"), Ibans = question.Iban is { } iban && banked.Contains(partner?.Id ?? 0) ? [iban] : [] },
            IsConfirmed = Confirmed.Contains(row.Text("state")),
            Ordered = days.Of(row.Moment("date_order")),
            Planned = days.Of(row.Moment("date_planned")),
            Currency = row.Link("currency_id")?.Name ?? "EUR",
            Net = prices ? row.Number("amount_untaxed") : 0,
            Lines = [.. parts.Lines(row.Id).Select(l => Line(l, parts, partner?.Id ?? 0, prices, days))],
        };
    }

    private static LedgerLine Line(OdooRow row, OrderRows parts, int supplier, bool prices, CallerDays days)
    {
        var product = row.Link("product_id");
        var known = parts.Product(product?.Id ?? 0);
        var offers = parts.Offers(product?.Id ?? 0, known?.Link("product_tmpl_id")?.Id ?? 0, supplier).ToList();
        return new LedgerLine
        {
            Id = row.Id,
            ProductId = product?.Id ?? 0,
            Code = known?.Text("default_code") ?? (ProductLabel.Short(product?.Name) is { } label && label != product?.Name ? label : null),
            Name = known?.Text("name") ?? product?.Name ?? row.Text("name") ?? string.Empty,
            Barcode = known?.Text("barcode"),
            SupplierCodes = [.. offers.Select(o => o.Text("product_code")).OfType<string>().Distinct()],
            SupplierNames = [.. offers.Select(o => o.Text("product_name")).Append(row.Text("name")).OfType<string>().Distinct()],
            Quantity = row.Number("product_qty"),
            Received = row.Number("qty_received"),
            Billed = row.Number("qty_invoiced"),
            ToBill = row.Has("qty_to_invoice") ? row.Number("qty_to_invoice") : row.Number("qty_received") - row.Number("qty_invoiced"),
            Unit = row.Link("product_uom_id")?.Name ?? string.Empty,
            Price = prices ? Price(row) : 0,
            Planned = days.Of(row.Moment("date_planned")),
            Units = parts.Units(row.LinkId("product_uom_id"), known),
        };
    }

    /// <summary>The price after discount, without a tax that it may hold.</summary>
    private static decimal Price(OdooRow row)
    {
        var (stated, quantity, net) = (row.Number("price_unit") * (1 - (row.Number("discount") / 100)), row.Number("product_qty"), row.Number("price_subtotal"));
        return quantity == 0 || Math.Abs((stated * quantity) - net) <= 0.01m ? stated : net / quantity;
    }

    /// <summary>Partners with the tax number, or with a telling word of the name.</summary>
    private static OdooDomain? Naming(PurchaseQuestion question)
    {
        var words = NameMatch.Fold(question.Supplier ?? string.Empty).Split(' ').Where(w => w.Length >= 4).OrderByDescending(w => w.Length).Take(3).ToList();
        var original = (question.Supplier ?? string.Empty).Split([' ', ',', '.', '-', '&'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length >= 4 && w.All(char.IsLetterOrDigit)).OrderByDescending(w => w.Length).Take(3);
        var domains = words.Concat(original).Distinct(StringComparer.OrdinalIgnoreCase).Select(w => OdooDomain.Where("name", "ilike", w)).ToList();
        if (question.Vat is { } vat)
        {
            domains.Add(OdooDomain.Where("vat", "in", new[] { vat, Plain(vat) }));
        }

        return domains.Count == 0 ? null : domains.Aggregate((a, b) => a.Or(b)).And("parent_id", "=", null);
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static Task<IReadOnlyList<OdooRow>> None() => Task.FromResult<IReadOnlyList<OdooRow>>([]);

    private async Task<IReadOnlyList<OdooRow>> RowsAsync(Caller caller, string model, OdooDomain domain, IReadOnlyList<string> fields, int limit, CancellationToken cancellationToken, string order = "id", bool archived = false)
        => (await client.SearchReadAsync(caller, new OdooQuery { Model = model, Domain = domain, Fields = fields, Limit = limit, Order = order, WithArchived = archived }, cancellationToken)).Rows;
}
