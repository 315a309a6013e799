using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Sales;

/// <summary>What a customer pays for a product and which rule of the price list gives it. At most four round trips for names and <see cref="PriceReader.RoundTrips"/> more.</summary>
internal sealed class PriceTool(IOdooClient client, NameResolver names, PriceReader prices) : OdooTool(client)
{
    private static readonly ToolParameter Product = Parameters.Name("product", SlotKind.Product, "The product's internal reference or name.", required: true);

    private static readonly ToolParameter Customer = Parameters.Name("customer", SlotKind.Customer, "The customer's name; the list price when left out.");

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.price",
        Description = "The sales price of a product for a customer and a quantity today or on a day, with the rule of the price list or agreement that gives it, the discount off the list price and the next quantity break. "
            + "Not for price conditions in documents, not for prices suppliers ask.",
        Ability = "what a customer pays for a product, and which price rule gives it",
        Status = "looking at the customer's price list…",
        Parameters =
        [
            Product,
            Customer,
            new ToolParameter { Name = "quantity", Type = ParameterType.Number, Slot = SlotKind.Quantity, Description = "How much is ordered, in the product's unit; 1 when left out." },
            Parameters.Day("day", SlotKind.Day, "The day of the order; today when left out."),
        ],
        Touches = [DataClass.Sales],
        MaxRoundTrips = (2 * NameResolver.RoundTripsPerName) + PriceReader.RoundTrips,
    };

    protected override string Area => "products and price lists";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var caller = context.Caller;
        if (!await Client.MayReadAsync(caller, "product.product", cancellationToken) || !await Client.MayReadAsync(caller, "product.pricelist.item", cancellationToken))
        {
            return Denied();
        }

        var resolved = await names.ResolveAsync(context, arguments, [Product, Customer], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        if ((resolved["product"]?.Id ?? (context.Focus is { Model: "product.product" } seen ? seen.Id : null)) is not { } product)
        {
            return new ToolResult { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = "Which product do you mean?" };
        }

        var sheet = new AnswerSheet(context, Client);
        var day = arguments.Day("day") ?? context.Today;
        var moment = day == context.Today ? context.Now : sheet.Days.Start(day).AddHours(12);
        var customer = resolved["customer"]?.Id ?? (context.Focus is { Model: "res.partner" } focus ? focus.Id : null);
        var quantity = arguments.Number("quantity") is > 0 and var asked ? asked : 1;
        return await prices.ReadAsync(context, product, customer, quantity, moment, cancellationToken) is { } found
            ? new PriceWriter(sheet, found, day).Write()
            : NotFound("I found no such product among those you may see.");
    }
}
