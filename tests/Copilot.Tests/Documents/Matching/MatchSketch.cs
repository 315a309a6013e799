using System.Globalization;
using Copilot.Contracts;
using Copilot.Documents.Matching;

namespace Copilot.Tests.Documents.Matching;

/// <summary>Documents and orders for the matcher's tests: three orders of two suppliers with goods of their own.</summary>
internal static class MatchSketch
{
    public const string Karton = "Kartonwerk Sachsen GmbH";

    public static LedgerSupplier Kartonwerk { get; } = new(7, Karton) { Vat = "DE811907980", Ibans = ["DE89370400440532013000"] };

    public static LedgerLine Line(int id, string code, string name, decimal quantity, decimal price, decimal received = 0, decimal billed = 0, string unit = "Units", string? theirs = null, string? barcode = null) => new()
    {
        Id = id, ProductId = id, Code = code, Name = name, Quantity = quantity, Price = price, Received = received, Billed = billed, ToBill = received - billed, Unit = unit, SupplierCodes = theirs is null ? [] : [theirs], Barcode = barcode,
        Planned = new DateOnly(2026, 11, 20),
    };

    public static LedgerOrder Order(string name, params IReadOnlyList<LedgerLine> lines) => new()
    {
        Id = int.Parse(name[1..], CultureInfo.InvariantCulture), Name = name, Supplier = Kartonwerk, IsConfirmed = true, Ordered = new DateOnly(2026, 11, 1), Planned = new DateOnly(2026, 11, 20), Currency = "EUR", Lines = lines, Net = lines.Sum(l => l.Quantity * l.Price),
    };

    /// <summary>Boxes and tape, all of it received, nothing billed.</summary>
    public static LedgerOrder Received { get; } = Order(
        "P00042",
        Line(1, "BOX-400", "Folding box 400x300x200", 500, 1.20m, 500, theirs: "KA-10455"),
        Line(2, "BOX-600", "Folding box 600x400x400", 200, 2.50m, 200, theirs: "KA-10612", barcode: "4006381333931"));

    public static LedgerOrder Other { get; } = Order("P00057", Line(3, "BOX-250", "Folding box 250x200x150", 800, 0.80m, 800, theirs: "KA-10250"));

    public static PurchaseBook Book(params IReadOnlyList<LedgerOrder> orders) => new() { Orders = orders.Count > 0 ? orders : [Received, Other] };

    public static ExtractedLine Item(string? sku = null, decimal? quantity = null, decimal? price = null, string? description = null, string? ours = null, string? unit = null)
        => new() { Sku = sku, BuyerSku = ours, Description = description, Quantity = quantity, UnitPrice = price, Amount = quantity * price, Unit = unit };

    /// <summary>The goods of <see cref="Received"/> as the supplier bills them.</summary>
    public static IReadOnlyList<ExtractedLine> Goods { get; } = [Item("KA-10455", 500, 1.20m, "Faltkarton 400x300x200"), Item("KA-10612", 200, 2.50m, "Faltkarton 600x400x400")];

    public static ExtractedDocument Document(string? order = "P00042", IReadOnlyList<ExtractedLine>? lines = null, BusinessDocumentType type = BusinessDocumentType.Invoice, string? supplier = Karton, params (string Field, object Value)[] more)
    {
        lines ??= Goods;
        var fields = new Dictionary<string, ExtractedField> { ["number"] = Field("RE-4711"), ["issueDate"] = Field("2026-11-15"), ["currency"] = Field("EUR") };
        if (order is not null)
        {
            fields["orderReference"] = Field(order);
        }

        if (supplier is not null)
        {
            fields["supplierName"] = Field(supplier);
        }

        var net = lines.Sum(l => l.Amount ?? 0);
        if (net > 0)
        {
            (fields["netAmount"], fields["totalAmount"]) = (Field(net), Field(Math.Round(net * 1.19m, 2)));
        }

        foreach (var (name, value) in more)
        {
            fields[name] = Field(value);
        }

        return new ExtractedDocument { File = "paper.pdf", Type = type, TypeConfidence = 0.9, Engine = "text", Format = "PDF", Pages = 1, Fields = fields, Lines = lines, Taxes = [], Charges = [], Checks = [], NeedsReview = false, Warnings = [] };
    }

    public static DocumentMatch Match(ExtractedDocument document, PurchaseBook? book = null, MatchTolerance? tolerance = null) => new DocumentMatcher().Match(document, book ?? Book(), _ => tolerance ?? new MatchTolerance());

    private static ExtractedField Field(object value) => new(value, 0.95) { Page = 1 };
}
