using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;
using Copilot.Odoo.Purchasing;

namespace Copilot.Odoo.Inventory;

/// <summary>What can be promised of a product by a day, and whether a quantity can. At most four round trips for names and seven more.</summary>
internal sealed class AvailabilityTool(IOdooClient client, NameResolver names, StockReader stock, ReceiptReader receipts) : OdooTool(client)
{
    private const int MostProducts = 10;

    private static readonly string[] Fields = ["display_name", "default_code", "name", "uom_id", "write_date"];

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.availability",
        Description = "Available to promise: how much of a product can be promised for a day from a warehouse, and whether a given quantity can, counting stock, receipts before the day and open deliveries. "
            + "For a promise with a quantity or a date; not for what lies in stock now, lots or places.",
        Ability = "how much of a product can be promised by a day, and from which warehouse",
        Status = "working out what can be promised…",
        Parameters =
        [
            Parameters.Name("product", SlotKind.Product, "The product's internal reference or name.", required: true),
            new ToolParameter { Name = "quantity", Type = ParameterType.Number, Slot = SlotKind.Quantity, Description = "How much is wanted, in the product's unit." },
            Parameters.Warehouse,
            Parameters.Day("by", SlotKind.Day, "The day it must leave; today when left out."),
            Parameters.Day("to", SlotKind.PeriodEnd, "The same, when a period is named: its last day."),
            Parameters.Customer,
        ],
        Touches = [DataClass.Stock],
        MaxRoundTrips = (2 * NameResolver.RoundTripsPerName) + 1 + StockReader.RoundTrips + ReceiptReader.RoundTrips,
    };

    protected override string Area => "products and stock";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var caller = context.Caller;
        foreach (var model in new[] { "product.product", "stock.quant", "stock.move", "stock.picking" })
        {
            if (!await Client.MayReadAsync(caller, model, cancellationToken))
            {
                return Denied();
            }
        }

        var resolved = names.ResolveAsync(context, arguments, [.. Definition.Parameters.Where(p => p.Name == "warehouse")], cancellationToken);
        var found = names.FindAsync(caller, SlotKind.Product, arguments.Text("product")!, cancellationToken);
        var sites = stock.SitesAsync(caller, cancellationToken);
        await Task.WhenAll(resolved, found, sites);
        if ((await resolved).Stop is { } stop)
        {
            return stop;
        }

        var matches = await found;
        if (matches.Count == 0)
        {
            return NotFound($"I found no product that matches {Phrase.Quoted(arguments.Text("product"))} among those you may see.");
        }

        if (matches.Count > MostProducts)
        {
            return new ToolResult
            {
                Outcome = ToolOutcome.Ok,
                Found = false,
                QuestionBack = $"{Phrase.Quoted(arguments.Text("product"))} fits {matches.Count} products: which one do you mean, {Phrase.List(matches.Take(5).Select(m => Phrase.Clean(m.Code is null ? m.Name : $"{m.Code} ({m.Name})", 80)), "or")} or another?",
            };
        }

        var today = context.Today;
        var by = arguments.Day("by") ?? arguments.Day("to") ?? today;
        if (by < today)
        {
            return NotFound($"{Phrase.Day(by)} is over: only today and later days can be promised.");
        }

        var rows = Client.ReadAsync(caller, "product.product", [.. matches.Select(m => m.Id)], Fields, cancellationToken);
        var picture = stock.ReadAsync(context, await sites, [.. matches.Select(m => m.Id)], cancellationToken);
        await Task.WhenAll(rows, picture);
        var transfers = (await picture).Supplies.Select(s => s.TransferId).ToList();
        var expected = await receipts.ReadAsync(context, transfers, cancellationToken);
        var writer = new AvailabilityWriter(new AnswerSheet(context, Client), await sites, await picture, expected, (await resolved)["warehouse"], by);
        return writer.Write([.. (await rows).Select(r => new StockedProduct(r)).OrderBy(p => p.Label, StringComparer.Ordinal)], arguments.Number("quantity"));
    }
}
