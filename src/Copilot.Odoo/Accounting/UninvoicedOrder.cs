using Copilot.Odoo.Client;

namespace Copilot.Odoo.Accounting;

/// <summary>A confirmed order of which something is still to be invoiced, or of which more was invoiced than came or left.</summary>
/// <param name="Row">The order: <c>sale.order</c> or <c>purchase.order</c>.</param>
/// <param name="Number">Its number.</param>
/// <param name="Partner">The customer or supplier.</param>
/// <param name="Currency">The order's currency.</param>
/// <param name="Amount">What is to be invoiced, without tax; negative for what is to be credited.</param>
/// <param name="Lines">Over how many lines.</param>
/// <param name="Since">The day of the first delivery or receipt, as far as Odoo knows it.</param>
internal sealed record UninvoicedOrder(OdooRow Row, string Number, string Partner, string Currency, decimal Amount, int Lines, DateOnly? Since)
{
    /// <summary>What is counted, in one sentence without figures.</summary>
    public const string Definition =
        "quantities of confirmed orders that Odoo keeps as to be invoiced (by what was delivered or received, or by what was ordered, as the product's invoicing policy says) at the net price of their line, without tax";
}
