using Copilot.Contracts;

namespace Copilot.Testing.Conversation;

/// <summary>The names of a small distributor.</summary>
public static class PracticeNames
{
    public static EntityNames Small { get; } = new() { Entities = Entities(), Numbers = Numbers() };

    public static IReadOnlyList<NumberPattern> Numbers() =>
    [
        new(SlotKind.SalesOrder, "S", 5, ["order", "sales order", "so"]),
        new(SlotKind.PurchaseOrder, "P", 5, ["purchase order", "po"]),
        new(SlotKind.Transfer, "LYO/OUT/", 5, ["delivery", "transfer"]),
        new(SlotKind.Transfer, "RTM/OUT/", 5, ["delivery", "transfer"]),
        new(SlotKind.Invoice, "INV/2025/", 5, ["invoice"]),
        new(SlotKind.Invoice, "INV/2026/", 5, ["invoice"]),
        new(SlotKind.Ticket, "", 0, ["ticket", "case"]),
    ];

    public static List<EntityName> Entities() =>
    [
        Customer(1, "Nordlicht Logistik GmbH", "Hamburg"),
        Customer(2, "Aurélia Santé SAS", "Lyon"),
        Customer(3, "Van Houten Chocolade BV", "Amsterdam"),
        Customer(4, "Brackwater Marine Ltd", "Southampton"),
        Customer(5, "Castellan Automotive SpA", "Torino"),
        Customer(6, "Helvetia Präzision AG", "Winterthur"),
        Customer(7, "Orchard Valley Foods Ltd", "Bristol"),
        Customer(12, "Quillmark Print & Label", "Leeds"),
        Customer(20, "Lombard Trading SA", "Geneva"),
        Supplier(31, "Shenhua Glove Works"),
        Supplier(32, "Lombard Fasteners Srl"),
        Supplier(33, "Kugel & Lager AG"),
        Product(101, "GLV-NIT-L", "Nitrile gloves, large, box of 100"),
        Product(102, "GLV-NIT-M", "Nitrile gloves, medium, box of 100"),
        Product(103, "ADH-EPX-50", "Epoxy adhesive 50 ml, two-part"),
        Product(104, "ADH-EPX-25", "Epoxy adhesive 25 ml, two-part"),
        Product(105, "BRG-6204-2RS", "Deep groove ball bearing 6204-2RS"),
        Product(106, "TAP-PP48-66", "PP packing tape 48 mm x 66 m"),
        Product(107, "CLN-DEG-5L", "Industrial degreaser 5 L"),
        Product(108, "BOX-DW-400", "Double-wall carton 400x300x300"),
        new() { Kind = SlotKind.Warehouse, Record = new RecordRef("stock.warehouse", 1), Canonical = "LYO", Name = "Lyon Central", Aliases = ["Lyon"] },
        new() { Kind = SlotKind.Warehouse, Record = new RecordRef("stock.warehouse", 2), Canonical = "RTM", Name = "Rotterdam Port", Aliases = ["Rotterdam"] },
        new() { Kind = SlotKind.Category, Record = new RecordRef("product.category", 1), Canonical = "Gloves & PPE", Name = "Gloves & PPE" },
        new() { Kind = SlotKind.Category, Record = new RecordRef("product.category", 2), Canonical = "All", Name = "All" },
        new() { Kind = SlotKind.Person, Record = new RecordRef("res.users", 8), Canonical = "Marc Lefèvre", Name = "Marc Lefèvre" },
        new() { Kind = SlotKind.Lot, Record = new RecordRef("stock.lot", 1), Canonical = "L2409-017", Name = "L2409-017" },
    ];

    private static EntityName Customer(int id, string name, string city)
        => new() { Kind = SlotKind.Customer, Record = new RecordRef("res.partner", id), Canonical = name, Name = name, Aliases = [city] };

    private static EntityName Supplier(int id, string name)
        => new() { Kind = SlotKind.Supplier, Record = new RecordRef("res.partner", id), Canonical = name, Name = name };

    private static EntityName Product(int id, string code, string name)
        => new() { Kind = SlotKind.Product, Record = new RecordRef("product.product", id), Canonical = code, Name = name };
}
