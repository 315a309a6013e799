using Copilot.Contracts;
using Copilot.Odoo.Actions.Running;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Actions.Sales;

/// <summary>Makes a quotation of one product for a customer. Odoo puts the customer's own price on it; the reference stands in its source.</summary>
internal sealed class DraftQuotationTool(ActionDesk desk) : ActionTool(desk)
{
    private static readonly ToolParameter Customer = Parameters.Name("customer", SlotKind.Customer, "The customer.", required: true);
    private static readonly ToolParameter Product = Parameters.Name("product", SlotKind.Product, "A product's internal reference or name.", required: true);

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.draft_quotation",
        Description = "Makes a draft quotation for a customer: one product and a quantity, at the customer's price. Nothing is sent or confirmed.",
        Ability = "I can draft a quotation for a customer",
        Status = "preparing the quotation…",
        Parameters =
        [
            Customer, Product,
            new() { Name = "quantity", Type = ParameterType.Number, Slot = SlotKind.Quantity, Description = "How much, in the product's unit." },
        ],
        Touches = [DataClass.Sales],
        Writes = true,
        MaxRoundTrips = 12,
    };

    protected override string Area => "sales orders";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (!await Client.MayReadAsync(context.Caller, "sale.order", cancellationToken))
        {
            return Denied();
        }

        if (!await Desk.Rights.MayAsync(context.Caller, "sale.order", "create", cancellationToken))
        {
            return NotAllowed("sales orders");
        }

        var named = await Desk.Names.ResolveAsync(context, arguments, [Customer, Product], cancellationToken);
        if (named.Stop is { } stop)
        {
            return stop;
        }

        var (customer, product) = (named["customer"]!, named["product"]!);
        return arguments.Number("quantity") is not > 0
            ? new ToolResult { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = $"How much of {product.Code ?? product.Name} shall I quote to {customer.Name}?" }
            : await DraftAsync(context, customer, product, arguments.Number("quantity")!.Value, cancellationToken);
    }

    protected override Task<IReadOnlyList<NeededRight>> NeedsAsync(ActionRun run, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<NeededRight>>([new("sale.order", "create", [])]);

    protected override IReadOnlyList<Deed> Deeds(ActionRun run) =>
    [
        new()
        {
            Text = "the quotation is made",
            Look = async (r, token) =>
            {
                if (await r.SearchAsync("sale.order", OdooDomain.Where("origin", "=", r.Order.Reference), ["name", "amount_untaxed", "currency_id"], token) is not [var made, ..])
                {
                    return (Proof.NotDone, null);
                }

                Remember(r, made);
                return (Proof.ByReference, new RecordRef("sale.order", made.Id));
            },
            Do = async r =>
            {
                var id = await r.CreateAsync("sale.order", new()
                {
                    ["partner_id"] = r.Id("customer"),
                    ["origin"] = r.Order.Reference,
                    ["order_line"] = new object?[] { new object?[] { 0, 0, new Dictionary<string, object?> { ["product_id"] = r.Id("product"), ["product_uom_qty"] = r.Number("quantity") } } },
                });
                r.Made["order"] = id;
                if (await r.ReadAsync("sale.order", id, ["name", "amount_untaxed", "currency_id"], CancellationToken.None) is { } made)
                {
                    Remember(r, made);
                }

                return new RecordRef("sale.order", id);
            },
        },
        Chatter.Trace("sale.order", r => r.Made.GetValueOrDefault("order")),
    ];

    private static void Remember(ActionRun run, OdooRow made)
    {
        run.Made["order"] = made.Id;
        run.Notes.Add($"{made.Text("name")} over {Phrase.Money(made.Number("amount_untaxed"), made.CurrencyOf())} net is there as a quotation.");
    }

    private async Task<ToolResult> DraftAsync(ToolContext context, Names.ResolvedName customer, Names.ResolvedName product, decimal quantity, CancellationToken cancellationToken)
    {
        var currency = await Desk.CurrencyAsync(context.Caller, cancellationToken);
        var sheet = new DraftSheet(Definition.Name, context, Client) { CustomerClass = await Desk.ClassAsync(context.Caller, customer.Id, cancellationToken) };
        var (who, code, unit) = (Phrase.Clean(customer.Name, 80), product.Code ?? product.Name, product.Row.Link("uom_id")?.Name ?? "Units");
        var list = product.Row.Number("list_price");
        var value = Math.Round(list * quantity, 2);
        sheet.Record("res.partner", customer.Row, who, $"Customer {who}", who, FactOf.Text("Customer", who));
        sheet.Record("product.product", product.Row, code, $"Product {code}", $"{code}, list price {Phrase.Money(list, currency)}", FactOf.Code("Product", code), FactOf.Money("List price", list, currency));
        sheet.Asked(FactOf.Quantity("Quantity", quantity, unit));
        var worth = sheet.Stand(sheet.Sheet.Calculate(
            $"worth:{product.Id}", "Value at list price", CalculationOperation.Model, [FactOf.Money("List price", list, currency), FactOf.Quantity("Quantity", quantity, unit)],
            FactOf.Money("Value at list price", value, currency), "list price × quantity"));
        sheet.Execution["customer"] = customer.Id;
        sheet.Execution["product"] = product.Id;
        sheet.Execution["quantity"] = quantity;
        sheet.Change(null, "partner_id", "Customer", null, who);
        sheet.Change(null, "order_line", "Product", null, $"{Phrase.Quantity(quantity, unit)} of {code}");
        sheet.Warn("Odoo puts the customer's own price on it when it is made; the value here is at list price", worth);
        return sheet.Finish(
            $"Make a quotation for {who}: {Phrase.Quantity(quantity, unit)} of {code}, {Phrase.Money(value, currency)} at list price",
            new Exposure(value, currency),
            RiskClass.Low);
    }
}
