using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Actions;

/// <summary>The one record an action is about: named by one of the parameters, else the record in view.</summary>
internal sealed record Subject(string Model, int Id, string Name, string Word)
{
    private const double Likely = 0.7;

    /// <summary>How sure it is that this one was meant: less than 1 where what was said is not its name.</summary>
    public double Confidence { get; init; } = 1;

    public static readonly ToolParameter Order = Parameters.Name("order", SlotKind.SalesOrder, "A sales order's or quotation's number.");
    public static readonly ToolParameter Purchase = Parameters.Name("purchase_order", SlotKind.PurchaseOrder, "A purchase order's number.");
    public static readonly ToolParameter Transfer = Parameters.Name("transfer", SlotKind.Transfer, "A delivery's, receipt's or pick's number.");
    public static readonly ToolParameter Invoice = Parameters.Name("invoice", SlotKind.Invoice, "An invoice's or bill's number.");
    public static readonly ToolParameter Ticket = Parameters.Name("ticket", SlotKind.Ticket, "A ticket's number.");
    public static readonly ToolParameter Customer = Parameters.Name("customer", SlotKind.Customer, "A customer's name.");
    public static readonly ToolParameter Supplier = Parameters.Name("supplier", SlotKind.Supplier, "A supplier's name.");
    public static readonly ToolParameter Product = Parameters.Name("product", SlotKind.Product, "A product's internal reference or name.");

    /// <summary>All of them: for what can be done to any record.</summary>
    public static readonly IReadOnlyList<ToolParameter> Any = [Order, Purchase, Transfer, Invoice, Ticket, Customer, Supplier, Product];

    /// <summary>Words that are written as they are.</summary>
    public static ToolParameter Message(string description, bool required = false)
        => new() { Name = "message", Type = ParameterType.Text, Slot = SlotKind.Message, Description = description, Required = required };

    /// <summary>The subject, or the result that ends the call: unknown, unclear, or not said.</summary>
    public static async Task<(Subject? Found, ToolResult? Stop)> FindAsync(
        ActionDesk desk, ToolContext context, ToolArguments arguments, IReadOnlyList<ToolParameter> parameters, string question, CancellationToken cancellationToken)
    {
        var said = parameters.Where(p => arguments.Text(p.Name) is not null).ToList();
        if (said.Count > 0)
        {
            if (said.Exists(p => p.Slot == SlotKind.Ticket) && !await desk.Client.HasModelAsync(context.Caller, "helpdesk.ticket", cancellationToken))
            {
                return (null, NoTickets);
            }

            var names = await desk.Names.ResolveAsync(context, arguments, [said[0]], cancellationToken);
            if (names.Stop is { } stop)
            {
                return (null, stop);
            }

            var (name, source) = (names[said[0].Name]!, NameSource.For(said[0].Slot));
            return (new Subject(source.Model, name.Id, Called(source, name.Row), source.Word) { Confidence = IsSaid(arguments.Text(said[0].Name)!, source.NamesOf(name.Row)) ? 1 : Likely }, null);
        }

        if (context.Focus is { } focus && parameters.Select(p => NameSource.For(p.Slot)).FirstOrDefault(s => s.Model == focus.Model) is { } seen)
        {
            var row = await desk.OneAsync(context.Caller, focus.Model, focus.Id, seen.Fields, cancellationToken);
            return row is null
                ? (null, new ToolResult { Outcome = ToolOutcome.Ok, Found = false, Reason = "I cannot find the record in view among those you may see." })
                : (new Subject(focus.Model, focus.Id, Called(seen, row), seen.Word), null);
        }

        return (null, new ToolResult { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = question });
    }

    /// <summary>Whether what was said is one of the names, or their number.</summary>
    private static bool IsSaid(string said, IEnumerable<string?> names)
        => names.OfType<string>().Any(n => NameMatch.Fold(n) == NameMatch.Fold(said) || (Stock.Direction.Digits(said) is { Length: > 0 } digits && digits == Stock.Direction.Digits(n)));

    /// <summary>The number or code people use, else the name.</summary>
    private static string Called(NameSource source, OdooRow row)
        => (source.Model == "helpdesk.ticket" ? row.Text("ticket_ref") : source.CodeOf(row)) ?? source.NameOf(row);

    /// <summary>What is said where the server has no tickets.</summary>
    public static ToolResult NoTickets { get; } = new() { Outcome = ToolOutcome.Ok, Found = false, Reason = "This Odoo has no helpdesk: there are no tickets to change." };
}
