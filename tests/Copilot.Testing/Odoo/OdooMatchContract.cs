using Copilot.Contracts;
using Copilot.Documents;
using Copilot.Odoo.Client;
using Copilot.Odoo.Purchasing.Matching;
using Copilot.Testing.Tools;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.Testing.Odoo;

/// <summary>Suppliers' papers matched with purchase orders, receipts and bills as a server keeps them.</summary>
public abstract class OdooMatchContract(OdooServerUnderTest server) : OdooContract(server)
{
    [SkippableFact]
    public async Task An_invoice_for_what_came_is_clean_and_before_that_it_is_not()
    {
        var (order, name) = await PurchaseAsync();
        var before = await MatchAsync(Paper(name, 3));
        Assert.Equal((name, DifferenceKind.Quantity), (before.Orders[0].Name, Assert.Single(before.Differences).Kind));

        await ReceiveAsync(order);
        var after = await MatchAsync(Paper(name, 3));
        Assert.Equal((MatchState.Sure, true), (after.State, after.IsClean));
        Assert.Equal((7m, 7m, 7m, 3m), (after.Lines[0].Line!.Quantity, after.Lines[0].Line!.Received, after.Lines[0].Line!.ToBill, after.Lines[0].Line!.Price));
    }

    [SkippableFact]
    public async Task A_price_too_high_is_found_and_a_slip_in_the_number_hides_nothing()
    {
        var (order, name) = await PurchaseAsync();
        await ReceiveAsync(order);

        var match = await MatchAsync(Paper($"{name[..^2]}{name[^1]}{name[^2]}", 3.5m));

        Assert.Equal(name, match.Orders[0].Name);
        var price = Assert.Single(match.Differences);
        Assert.Equal((DifferenceKind.Price, 3m, 3.5m, 3.5m), (price.Kind, price.Expected, price.Found, price.Money));
    }

    [SkippableFact]
    public async Task A_bill_that_is_entered_is_found_again()
    {
        var (order, name) = await PurchaseAsync();
        await ReceiveAsync(order);
        await CallAsync("purchase.order", "action_create_invoice", new[] { order });
        var bill = Assert.Single((await ReadAsync("purchase.order", order, "invoice_ids")).Links("invoice_ids"));
        await CallAsync("account.move", "write", new[] { bill }, new Dictionary<string, object?> { ["ref"] = $"{Mark}-77" });

        var match = await MatchAsync(Paper(name, 3));

        Assert.Equal(bill, Assert.Single(match.Twins).Bill.Id);
        Assert.False(match.IsClean);
    }

    [SkippableFact]
    public async Task Two_cartons_of_the_products_own_packaging_are_24_units()
    {
        var (order, name) = await PurchaseAsync(24);
        var line = Assert.Single(await FindAsync("purchase.order.line", OdooDomain.Where("order_id", "=", order), null, "product_id", "product_uom_id"));
        var (product, unit) = (line.LinkId("product_id"), line.LinkId("product_uom_id"));
        if (await Client.HasModelAsync(Admin, "product.packaging", None))
        {
            await CreateAsync("product.packaging", new() { ["name"] = "Carton of 12", ["product_id"] = product, ["qty"] = 12 });
        }
        else if ((await ReadAsync("product.product", product, "uom_ids")).Has("uom_ids"))
        {
            var carton = await CreateAsync("uom.uom", new() { ["name"] = "Carton of 12", ["relative_factor"] = 12, ["relative_uom_id"] = unit });
            await CallAsync("product.product", "write", new[] { product }, new Dictionary<string, object?> { ["uom_ids"] = Replace(carton) });
        }
        else
        {
            // A server that keeps no packagings: how much a carton holds is not guessed.
            var unknown = await MatchAsync(Cartons(name));
            Assert.Equal(DifferenceKind.Unit, Assert.Single(unknown.Differences).Kind);
            Assert.False(unknown.IsClean);
            return;
        }

        var match = await MatchAsync(Cartons(name));

        Assert.Equal((12m, 24m), (match.Lines[0].Holds, match.Lines[0].Quantity!.Value));
        Assert.True(match.IsClean);
    }

    private ExtractedDocument Cartons(string order) => Paper(order, 3) with
    {
        Type = BusinessDocumentType.DeliveryNote, Lines = [new ExtractedLine { BuyerSku = $"{Mark}-A", Description = "goods", Quantity = 2, Unit = "CT" }],
    };

    private ExtractedDocument Paper(string order, decimal price) => new()
    {
        File = "paper.xml",
        Type = BusinessDocumentType.Invoice,
        TypeConfidence = 1,
        Engine = "ubl",
        Format = "UBL Invoice",
        Pages = 1,
        Fields = new Dictionary<string, ExtractedField>
        {
            ["number"] = new($"{Mark} 77", 1), ["orderReference"] = new(order, 1), ["supplierName"] = new($"{Mark} vendor", 1), ["currency"] = new(Currency, 1), ["netAmount"] = new(7 * price, 1), ["totalAmount"] = new(7 * price, 1),
        },
        Lines = [new ExtractedLine { BuyerSku = $"{Mark}-A", Description = "goods", Quantity = 7, UnitPrice = price, Amount = 7 * price }],
        Taxes = [],
        Charges = [],
        Checks = [],
        NeedsReview = false,
        Warnings = [],
    };

    private string Currency { get; set; } = "EUR";

    private async Task<DocumentMatch> MatchAsync(ExtractedDocument document)
    {
        await using var services = new ServiceCollection().AddLogging().AddDocuments(new DocumentsOptions()).BuildServiceProvider();
        var matcher = services.GetRequiredService<IDocumentMatcher>();
        var book = await new PurchaseLedger(Client, new AllGrants(), TimeProvider.System).ReadAsync(Admin, matcher.Ask(document)!, None);
        return matcher.Match(document, book!, _ => new MatchTolerance());
    }

    private async Task<(int Id, string Name)> PurchaseAsync(int quantity = 7)
    {
        var id = await CreateAsync("purchase.order", new()
        {
            ["partner_id"] = await PartnerAsync("vendor", new() { ["supplier_rank"] = 1 }),
            ["order_line"] = new object?[] { new object?[] { 0, 0, new Dictionary<string, object?> { ["product_id"] = await ProductAsync("A"), ["product_qty"] = quantity, ["price_unit"] = 3, ["date_planned"] = "2031-04-05 06:07:08", ["tax_ids"] = Replace() } } },
        });
        await CallAsync("purchase.order", "button_confirm", new[] { id });
        var row = await ReadAsync("purchase.order", id, "name", "currency_id");
        Currency = row.Link("currency_id")!.Value.Name;
        return (id, row.Text("name")!);
    }

    private async Task ReceiveAsync(int order)
    {
        var picking = Assert.Single((await ReadAsync("purchase.order", order, "picking_ids")).Links("picking_ids"));
        var move = Assert.Single(await FindAsync("stock.move", OdooDomain.Where("picking_id", "=", picking), "id", "product_uom_qty"));
        await CallAsync("stock.move", "write", new[] { move.Id }, new Dictionary<string, object?> { ["quantity"] = 7, ["picked"] = true });
        await Client.CallAsync(Admin, new OdooCall { Model = "stock.picking", Method = "button_validate", Arguments = [new[] { picking }], Named = new Dictionary<string, object?> { ["context"] = new Dictionary<string, object?> { ["skip_backorder"] = true, ["skip_sms"] = true } }, IsRead = false }, None);
    }
}
