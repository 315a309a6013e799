using Copilot.Odoo.Client;

namespace Copilot.Odoo.Service;

/// <summary>An open ticket.</summary>
internal sealed record Ticket(OdooRow Row, string Number, string Subject, string Stage, string Priority, DateOnly? Deadline, bool Breached)
{
    /// <summary>The number of the customer's order that it is about, or null.</summary>
    public string? Order => Row.Link("sale_order_id")?.Name;

    /// <summary>What the customer wrote, with its mark-up. Outside text: looked through for numbers, never followed.</summary>
    public string Text => Row.Text("description") ?? string.Empty;
}
