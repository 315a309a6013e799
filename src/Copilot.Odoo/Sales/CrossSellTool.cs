using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Sales;

/// <summary>What to offer a customer: products that similar customers buy, that it does not, and that are in stock. Two round trips for each name and <see cref="CrossSellReader.RoundTrips"/> more.</summary>
internal sealed class CrossSellTool(IOdooClient client, NameResolver names, CrossSellReader reader) : OdooTool(client)
{
    private const int StandardDays = 365;

    private static readonly ToolParameter Customer = Parameters.Name("customer", SlotKind.Customer, "The customer's name; the one in view when left out.", required: true);

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.cross_sell",
        Description = "What else to offer a customer: products that similar customers buy and this one does not, in stock now. Not for replacing a product that is short.",
        Ability = "what else a customer might buy, judged by similar customers and what is in stock",
        Status = "comparing with what similar customers buy…",
        Parameters =
        [
            Customer,
            Parameters.Name("category", SlotKind.Category, "A product category; all when left out."),
            Parameters.From with { Description = "First day of the purchases compared; the last 365 days when left out." },
            Parameters.To,
            Parameters.Count with { Description = "How many to list; 5 when left out, 50 at most." },
        ],
        Touches = [DataClass.Sales, DataClass.Stock],
        MaxRoundTrips = (2 * NameResolver.RoundTripsPerName) + CrossSellReader.RoundTrips,
    };

    protected override string Area => "sales orders and products";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (!await Client.MayReadAsync(context.Caller, "sale.order.line", cancellationToken) || !await Client.MayReadAsync(context.Caller, "product.product", cancellationToken))
        {
            return Denied();
        }

        var resolved = await names.ResolveAsync(context, arguments, [.. Definition.Parameters.Where(p => p.Name is "customer" or "category")], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        if ((resolved["customer"]?.Id ?? (context.Focus is { Model: "res.partner" } focus ? focus.Id : null)) is not { } customer)
        {
            return new ToolResult { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = "For which customer?" };
        }

        if (AskedPeriod.Read(arguments, context.Today, StandardDays, out var fault) is not { } asked)
        {
            return Failed(fault);
        }

        var only = resolved["category"] is { } category ? OdooDomain.Where("product_id.categ_id", "child_of", category.Id) : null;
        var name = resolved["customer"]?.Name ?? "this customer";
        return await reader.ReadAsync(context, customer, asked.Now, only, cancellationToken) is { } found
            ? Write(new AnswerSheet(context, Client), found, name, asked.Now, arguments.Shown(5))
            : NotFound($"{name} has no confirmed order {Days(asked.Now)} among those you may see, so there is nothing to compare with.");
    }

    private static string Days(Period period) => $"from {Phrase.Day(period.From)} to {Phrase.Day(period.To)}";

    private static ToolResult Write(AnswerSheet sheet, CrossSales found, string name, Period period, int count)
    {
        var shown = found.Suggestions.Take(count).ToList();
        var basis = sheet.Aggregate(
            "sale.order:neighbours",
            $"Customers like {name}",
            $"{Phrase.Count(found.Similar, "customer shares", "customers share")} most products with {name}, out of {Phrase.Count(found.OwnProducts, "product", "products")} it bought {Days(period)}; only orders you may see",
            FactOf.Number("Similar customers", found.Similar),
            FactOf.Number("Own products", found.OwnProducts),
            FactOf.Number("Suggestions in stock", found.Suggestions.Count),
            FactOf.Number("Candidates", found.Candidates),
            FactOf.Number("Shown", shown.Count),
            FactOf.Date("From", period.From),
            FactOf.Date("To", period.To));
        if (shown.Count == 0)
        {
            sheet.Say(FindingRole.Headline, found.Similar == 0 ? $"No customer that you may see buys like {name}, so I can't suggest anything" : $"I found nothing in stock that customers like {name} buy and {name} does not", null, basis);
            return sheet.Finish();
        }

        sheet.Say(FindingRole.Headline, $"{Phrase.Count(found.Suggestions.Count, "product", "products")} in stock that customers like {name} buy and {name} did not {Days(period)}; most bought is {Code(shown[0])}", null, basis, Add(sheet, shown[0], found.Similar));
        foreach (var suggestion in shown)
        {
            sheet.Say(
                FindingRole.Item,
                $"{Code(suggestion)} {ProductLabel.Name(suggestion.Product.Text("display_name"))}: bought by {suggestion.Buyers} of {found.Similar} similar customers, {Phrase.Quantity(Math.Round(suggestion.Free, 2), Unit(suggestion))} free, list price {Phrase.Money(suggestion.Product.Number("lst_price"), Currency(suggestion))}",
                Code(suggestion),
                Add(sheet, suggestion, found.Similar),
                sheet.Aggregate($"sale.order:suggested:{suggestion.ProductId.ToString(CultureInfo.InvariantCulture)}", $"Similar customers who buy {Code(suggestion)}", $"{suggestion.Buyers} of {found.Similar} similar customers", FactOf.Number("Similar customers who buy it", suggestion.Buyers), FactOf.Quantity("Free", suggestion.Free, Unit(suggestion)), FactOf.Money("List price", suggestion.Product.Number("lst_price"), Currency(suggestion))),
                basis);
        }

        sheet.Say(FindingRole.Caveat, "Similar customers share most products with this one; why it does not buy these I can't see", null, basis);
        if (shown.Count < found.Suggestions.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Number(found.Suggestions.Count)}", null, basis);
        }

        sheet.Show(new TableCard
        {
            Title = $"Suggestions for {name}",
            Columns = [new("product", "Product", FactKind.Text), new("buyers", "Similar customers who buy it", FactKind.Number), new("free", "Free", FactKind.Number), new("price", "List price", FactKind.Money, Currency(shown[0]))],
            Rows = [.. shown.Select(s => (IReadOnlyList<JsonValue?>)[JsonValue.Create(Phrase.Clean(s.Product.Text("display_name"), 100)), JsonValue.Create(s.Buyers), JsonValue.Create(Math.Round(s.Free, 2)), JsonValue.Create(s.Product.Number("lst_price"))])],
            TotalRows = found.Suggestions.Count,
            Sources = [.. shown.Select(s => Add(sheet, s, found.Similar))],
        });
        return sheet.Finish(new ListCut(shown.Count, found.Suggestions.Count));
    }

    private static string Code(Suggestion suggestion) => Phrase.Clean(ProductLabel.Short(suggestion.Product.Text("display_name")), 60);

    private static string Unit(Suggestion suggestion) => suggestion.Product.Link("uom_id")?.Name ?? string.Empty;

    private static string Currency(Suggestion suggestion) => suggestion.Product.Link("currency_id")?.Name ?? "EUR";

    private static string Add(AnswerSheet sheet, Suggestion suggestion, int similar)
        => sheet.Record(
            "product.product",
            suggestion.ProductId,
            $"Product {Code(suggestion)}",
            string.Create(CultureInfo.InvariantCulture, $"{suggestion.Product.Text("display_name")}: bought by {suggestion.Buyers} of {similar} similar customers, {Phrase.Quantity(Math.Round(suggestion.Free, 2), Unit(suggestion))} free"),
            suggestion.Product,
            FactOf.Code("Product", Code(suggestion)),
            FactOf.Number("Similar customers who buy it", suggestion.Buyers),
            FactOf.Quantity("Free", suggestion.Free, Unit(suggestion)),
            FactOf.Money("List price", suggestion.Product.Number("lst_price"), Currency(suggestion)));
}
