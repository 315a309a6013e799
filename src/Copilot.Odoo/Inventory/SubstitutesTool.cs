using System.Net;
using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;
using Microsoft.Extensions.Options;

namespace Copilot.Odoo.Inventory;

/// <summary>
/// What can replace a product: those its note names, then others of the same category and unit by likeness of name; with free stock
/// and price. At most four round trips for names and seven more.
/// </summary>
internal sealed partial class SubstitutesTool(IOdooClient client, NameResolver names, StockReader stock, IOptions<OdooConventions> conventions) : OdooTool(client)
{
    private const int MostCandidates = 200;

    private static readonly string[] Fields = ["display_name", "default_code", "name", "uom_id", "categ_id", "lst_price", "currency_id", "description", "write_date"];

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.substitutes",
        Description = "Products that can replace a given one: the agreed substitutes first, then similar ones of the same category and unit, with free stock, price and price difference.",
        Ability = "what can replace a product that is short, with free stock and price",
        Status = "looking for substitutes with free stock…",
        Parameters =
        [
            Parameters.Name("product", SlotKind.Product, "The product to replace: its internal reference or name.", required: true),
            Parameters.Warehouse,
            new ToolParameter { Name = "quantity", Type = ParameterType.Number, Slot = SlotKind.Quantity, Description = "How much is needed, in the product's unit; any free stock when left out." },
            Parameters.Count,
        ],
        Touches = [DataClass.Stock],
        MaxRoundTrips = (2 * NameResolver.RoundTripsPerName) + 3 + StockReader.RoundTrips,
    };

    protected override string Area => "products and stock";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var caller = context.Caller;
        if (!await Client.MayReadAsync(caller, "product.product", cancellationToken) || !await Client.MayReadAsync(caller, "stock.quant", cancellationToken))
        {
            return Denied();
        }

        var resolved = names.ResolveAsync(context, arguments, [.. Definition.Parameters.Where(p => p.Name is "product" or "warehouse")], cancellationToken);
        var sites = stock.SitesAsync(caller, cancellationToken);
        await Task.WhenAll(resolved, sites);
        if ((await resolved).Stop is { } stop)
        {
            return stop;
        }

        var self = await Client.ReadAsync(caller, "product.product", [(await resolved)["product"]!.Id], Fields, cancellationToken);
        if (self.Count == 0)
        {
            return NotFound("I found no such product among those you may see.");
        }

        var named = Named(self[0].Text("description"), conventions.Value.SubstitutesLine);
        var similar = OdooDomain.Where("categ_id", "=", self[0].Link("categ_id")?.Id ?? 0).And("uom_id", "=", self[0].Link("uom_id")?.Id ?? 0);
        var page = await Client.SearchReadAsync(
            caller,
            new OdooQuery
            {
                Model = "product.product",
                Domain = (named.Count > 0 ? OdooDomain.Where("default_code", "in", named).Or(similar) : similar).And("id", "!=", self[0].Id),
                Fields = Fields,
                Order = "default_code, id",
                Limit = MostCandidates,
            },
            cancellationToken);
        var picture = await stock.ReadAsync(context, await sites, [self[0].Id, .. page.Rows.Select(r => r.Id)], cancellationToken);
        var request = new StockRequest(arguments, await resolved, await sites, context.Today, 0);
        return new SubstituteWriter(new AnswerSheet(context, Client), request, picture, arguments.Number("quantity"))
            .Write(new StockedProduct(self[0]), [.. page.Rows.Select(r => new StockedProduct(r))], named, arguments.Shown(5));
    }

    /// <summary>The references after the line's first word, from a note that is plain text or HTML.</summary>
    internal static IReadOnlyList<string> Named(string? note, string line)
    {
        var text = WebUtility.HtmlDecode(Tag().Replace(note ?? string.Empty, "\n"));
        return [.. text.Split('\n')
            .Select(l => l.Trim())
            .Where(l => l.StartsWith(line, StringComparison.OrdinalIgnoreCase))
            .SelectMany(l => l[line.Length..].Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(c => c.TrimEnd('.'))
            .Where(c => c.Length is > 0 and <= 60)
            .Distinct()
            .Take(20)];
    }

    [GeneratedRegex("<[^>]{0,200}>")]
    private static partial Regex Tag();
}
