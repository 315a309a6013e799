using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Sales;

/// <summary>What both order tools filter by, from their arguments: names resolved, days as moments.</summary>
internal sealed class OrderFilter
{
    /// <summary>Customer, warehouse, salesperson, product, company, twice each at most, and the caller's own user.</summary>
    public const int RoundTrips = (5 * NameResolver.RoundTripsPerName) + 1;

    /// <summary>The parameters, as both tools offer them.</summary>
    public static IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        Answers.Parameters.Customer,
        Answers.Parameters.Warehouse,
        Answers.Parameters.Salesperson,
        Answers.Parameters.Product,
        Answers.Parameters.Company,
        Answers.Parameters.Scope,
    ];

    private OrderFilter(ResolvedNames names) => Names = names;

    /// <summary>The answer that ends the call when a name is unknown or unclear, or null.</summary>
    public ToolResult? Stop => Names.Stop;

    public ResolvedNames Names { get; }

    public OdooDomain Domain { get; private set; } = OdooDomain.All;

    /// <summary>Whether only the caller's own orders are asked for.</summary>
    public bool Mine { get; private set; }

    /// <summary>What the list is narrowed to, in words with a leading space: " of Nordlicht Logistik GmbH from LYO".</summary>
    public string Words { get; private set; } = string.Empty;

    public IEnumerable<Fact> Facts
        => new[] { ("Customer", "customer"), ("Warehouse", "warehouse"), ("Salesperson", "salesperson"), ("Product", "product"), ("Company", "company") }
            .Where(p => Names[p.Item2] is not null)
            .Select(p => FactOf.Code(p.Item1, Label(p.Item2)));

    public static async Task<OrderFilter> ReadAsync(NameResolver resolver, ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var filter = new OrderFilter(await resolver.ResolveAsync(context, arguments, [.. Parameters.Where(p => p.Slot != SlotKind.Choice)], cancellationToken));
        if (filter.Stop is not null)
        {
            return filter;
        }

        filter.Narrow("customer", "partner_id", "child_of", " of ");
        filter.Narrow("product", "order_line.product_id", "=", " with ");
        filter.Narrow("warehouse", "warehouse_id", "=", " from ");
        filter.Narrow("company", "company_id", "=", " of ");
        filter.Narrow("salesperson", "user_id", "=", " of ");
        if (arguments.Text("scope") == "mine")
        {
            filter.Mine = true;
            var me = await resolver.MyselfAsync(context.Caller, cancellationToken);
            filter.Domain = filter.Domain.And("user_id", "=", me?.Id ?? 0);
        }

        return filter;
    }

    private void Narrow(string parameter, string field, string op, string word)
    {
        if (Names[parameter] is { } name)
        {
            Domain = Domain.And(field, op, name.Id);
            Words += word + Label(parameter);
        }
    }

    private string Label(string parameter) => Names[parameter]!.Code ?? Names[parameter]!.Name;
}
