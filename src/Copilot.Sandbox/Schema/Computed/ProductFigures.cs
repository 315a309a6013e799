using Copilot.Sandbox.Orm;
using Copilot.Sandbox.Query;

namespace Copilot.Sandbox.Schema.Computed;

/// <summary>Computed fields of products, categories, units and price rules.</summary>
internal static class ProductFigures
{
    public static string? VariantName(Record product)
        => product.Text("default_code") is { Length: > 0 } code ? $"[{code}] {product.Text("name")}" : product.Text("name");

    public static string? TemplateName(Record template)
        => template.Text("default_code") is { Length: > 0 } code ? $"[{code}] {template.Text("name")}" : template.Text("name");

    public static string? PricelistName(Record pricelist)
        => pricelist.One("currency_id") is { } currency ? $"{pricelist.Text("name")} ({currency.Text("name")})" : pricelist.Text("name");

    /// <summary>The variant of a template that has just one.</summary>
    public static Record? OnlyVariant(Record template)
        => template["product_variant_ids"] is int[] { Length: 1 } ids ? template.Session.Find("product.product", ids[0]) : null;

    public static object? Sellers(Record product)
        => product.One("product_tmpl_id") is { } template
            ? template.Many("seller_ids").Where(s => s.IdOf("product_id") is null || s.IdOf("product_id") == product.Id).Select(s => s.Id).ToArray()
            : [];

    public static object? SoldInAYear(Record product)
        => InAYear(product, "sale.order.line", "product_uom_qty", line => line.One("order_id") is { } order && order.Is("state", "sale") ? order.Moment("date_order") : null);

    public static object? BoughtInAYear(Record product)
        => InAYear(product, "purchase.order.line", "product_qty", line => line.One("order_id") is { } order && order.Is("state", "purchase") ? order.Moment("date_approve") ?? order.Moment("date_order") : null);

    public static object? CountInCategory(Record category)
    {
        var templates = category.Session.Database["product.template"];
        var index = templates.References(templates.Model["categ_id"])!;
        return Hierarchy.Below(category.Session, category.Model, [category.Id]).Ids().Sum(id => index.Of(id).Count);
    }

    /// <summary>How many reference units one unit holds, through the chain of units.</summary>
    public static object? UnitFactor(Record unit)
        => unit.Number("relative_factor") * (unit.One("relative_uom_id")?.Number("factor") ?? 1);

    public static object? RuleName(Record rule)
        => rule.Text("applied_on") switch
        {
            "0_product_variant" => $"Variant: {rule.One("product_id")?.Name}",
            "1_product" => $"Product: {rule.One("product_tmpl_id")?.Name}",
            "2_product_category" => $"Category: {rule.One("categ_id")?.Name}",
            _ => "All Products",
        };

    public static object? RulePrice(Record rule)
        => rule.Text("compute_price") switch
        {
            "percentage" => FormattableString.Invariant($"{rule.Number("percent_price"):0.##} % discount"),
            "formula" => FormattableString.Invariant($"{rule.Number("price_discount"):0.##} % discount and {rule.Number("price_surcharge"):0.##} surcharge"),
            _ => FormattableString.Invariant($"{rule.Number("fixed_price"):0.00} €"),
        };

    private static double InAYear(Record product, string model, string quantity, Func<Record, DateTime?> moment)
    {
        var session = product.Session;
        var lines = session.Database[model];
        var since = session.Now.AddDays(-365);
        return lines.References(lines.Model["product_id"])!.Of(product.Id)
            .Select(id => session.Record(lines.Model, lines.Find(id)!))
            .Where(line => moment(line) >= since)
            .Sum(line => line.Number(quantity));
    }
}
