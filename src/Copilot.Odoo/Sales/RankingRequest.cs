using Copilot.Odoo.Answers;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Sales;

/// <summary>What is ranked (customers, products, categories, countries, salespeople, suppliers), by what (revenue, margin, quantity, orders), from which end.</summary>
internal sealed record RankingRequest(string Of, string By, bool FromBottom, Period Period, CompanyScope Companies, ResolvedName? Only, int Count)
{
    /// <summary>The one that is asked about, among all; null for a list.</summary>
    public ResolvedName? One { get; init; }

    /// <summary>What one of them is called.</summary>
    public string Kind => Of switch { "products" => "product", "categories" => "category", "countries" => "country", "salespeople" => "salesperson", "suppliers" => "supplier", _ => "customer" };

    /// <summary>What the amount is called.</summary>
    public string Amount => Of == "suppliers" ? "purchases" : "revenue";

    /// <summary>What it was narrowed to, behind a sentence: <c> of Nordlicht Logistik GmbH</c>; empty for all.</summary>
    public string About => Only is { } only ? $" of {only.Code ?? only.Name}" : string.Empty;

    /// <summary>What one of them is ranked by; null where the account may not read it.</summary>
    public decimal? Measure(SalesSum sum) => By switch { "margin" => sum.Margin, "quantity" => sum.Quantity, "orders" => sum.Orders, _ => sum.Revenue };
}
