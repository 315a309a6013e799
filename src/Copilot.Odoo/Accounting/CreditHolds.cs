using Copilot.Odoo.Client;

namespace Copilot.Odoo.Accounting;

/// <summary>What is known of a hold.</summary>
internal sealed record CreditHolds
{
    /// <summary>The order that was asked about; null when none was.</summary>
    public OdooRow? Subject { get; init; }

    /// <summary>Orders on hold: of the customer, or all.</summary>
    public required IReadOnlyList<OdooRow> Orders { get; init; }

    /// <summary>How many there are in all.</summary>
    public required int Total { get; init; }

    /// <summary>The customer; null when all orders were asked for, or the account may not read it.</summary>
    public OdooRow? Customer { get; init; }

    /// <summary>The customer's open invoices; null when the account may not read them.</summary>
    public IReadOnlyList<OpenInvoice>? Invoices { get; init; }

    /// <summary>The latest notes on the order or the customer, the newest first.</summary>
    public IReadOnlyList<OdooRow> Notes { get; init; } = [];

    /// <summary>Whether the subject carries the tag.</summary>
    public bool IsHeld(OdooRow order) => Orders.Any(o => o.Id == order.Id);
}
