using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.MasterData;

/// <summary>Something that a customer, supplier or product may lack.</summary>
/// <param name="Key">What it is called in a call.</param>
/// <param name="Kinds">The kinds that may lack it; the first one where none is named.</param>
/// <param name="Without">How a sentence says it: <c>without a salesperson</c>.</param>
/// <param name="Lacking">The records that lack it; null where it is found by comparing two lists.</param>
internal sealed record Gap(string Key, IReadOnlyList<string> Kinds, string Without, OdooDomain? Lacking)
{
    /// <summary>Products no supplier has a price for.</summary>
    public const string Supplier = "supplier";

    /// <summary>Products that a single supplier has a price for.</summary>
    public const string OneSupplier = "one_supplier";

    private static readonly string[] Goods = ["products"];
    private static readonly string[] Partners = ["customers", "suppliers"];

    /// <summary>Everything that can be asked for.</summary>
    public static IReadOnlyList<Gap> All { get; } =
    [
        new("salesperson", ["customers"], "without a salesperson", OdooDomain.Where("user_id", "=", null)),
        new("payment_terms", ["customers"], "without payment terms", OdooDomain.Where("property_payment_term_id", "=", null)),
        new("vat", Partners, "without a VAT number", Empty("vat")),
        new("phone", Partners, "without a phone number", Empty("phone")),
        new("email", Partners, "without an e-mail address", Empty("email")),
        new(Supplier, Goods, "that can be purchased and have no supplier", null),
        new(OneSupplier, Goods, "that can be purchased and have a single supplier", null),
        new("barcode", Goods, "without a barcode", Empty("barcode")),
        new("cost", Goods, "without a cost", OdooDomain.Where("standard_price", "=", 0)),
        new("price", Goods, "that can be sold and have no sales price", OdooDomain.Where("product_tmpl_id.list_price", "=", 0).And("product_tmpl_id.sale_ok", "=", true)),
        new("weight", Goods, "without a weight", OdooDomain.Where("weight", "=", 0)),
    ];

    /// <summary>The parameter that asks for it.</summary>
    public static ToolParameter Parameter { get; } = Parameters.Choice(
        "lacks",
        "Only those that lack this: salesperson, payment_terms, vat, phone, email, supplier (products nobody supplies), one_supplier (products a single supplier has), barcode, cost, price or weight. All are counted when left out.",
        ("salesperson", ["no salesperson", "no salespeople", "without salesperson", "without a salesperson", "no account manager", "without an account manager", "nobody looks after", "no rep", "without a rep", "unassigned customers", "have no owner", "assigned to nobody", "not assigned"]),
        ("payment_terms", ["no payment terms", "without payment terms", "missing payment terms"]),
        ("vat", ["no vat", "without vat", "no vat number", "without a vat number", "missing vat", "no tax number", "without tax number"]),
        ("phone", ["no phone", "without phone", "no phone number", "without a phone number", "no telephone", "missing phone"]),
        ("email", ["no email", "without email", "no e mail", "without e mail", "no email address", "without an email address", "missing email"]),
        (Supplier, ["no supplier", "no suppliers", "without suppliers", "without supplier", "without a supplier", "no vendor", "without a vendor", "nobody supplies", "missing supplier", "missing suppliers"]),
        (OneSupplier, ["one supplier", "one suppliers", "only one supplier", "single supplier", "a single supplier", "single source", "single sourced", "sole supplier", "one vendor", "only one vendor", "single vendor", "just one supplier"]),
        ("barcode", ["no barcode", "no barcodes", "without barcode", "without a barcode", "no ean", "without ean", "missing barcode", "missing barcodes", "no gtin"]),
        ("cost", ["no cost", "without cost", "without a cost", "cost of zero", "zero cost", "missing cost", "no cost price", "without a cost price"]),
        ("price", ["no price", "without price", "without a price", "no sales price", "without a sales price", "price of zero", "zero price", "missing price", "missing prices"]),
        ("weight", ["no weight", "without weight", "without a weight", "missing weight", "missing weights"]));

    /// <summary>The kind that is asked about: the one named where it may lack it, else the first that may.</summary>
    public static string KindOf(string lacks, string? named) => All.First(g => g.Key == lacks) is var gap && named is not null && gap.Kinds.Contains(named) ? named : gap.Kinds[0];

    private static OdooDomain Empty(string field) => OdooDomain.Where(field, "=", null).Or(field, "=", string.Empty);
}
