namespace Copilot.Odoo.Accounting;

/// <summary>One thing in which an invoice or bill disagrees with its order, with what was delivered, or with another document.</summary>
/// <param name="Kind"><c>price</c>, <c>quantity</c>, <c>tax</c> or <c>duplicate</c>.</param>
/// <param name="Line">The line of the document; for a duplicate the first of it.</param>
/// <param name="Money">What it is worth in the document's currency, always positive.</param>
/// <param name="Expected">Price, quantity or tax rate as the order or the receipt has it; for a duplicate the amount of both.</param>
/// <param name="Found">Price, quantity or tax rate as the document has it.</param>
/// <param name="Order">The order's number; for a duplicate the number of the earlier document.</param>
/// <param name="OtherId">For a duplicate the id of the earlier document.</param>
internal sealed record Mismatch(string Kind, DocumentLine Line, decimal Money, decimal Expected, decimal Found, string Order, int OtherId = 0)
{
    /// <summary>Whether it costs us: a supplier who asks too much, or a customer who is asked too little.</summary>
    public bool CostsUs => Kind == "duplicate" || (Line.IsVendor ? Found > Expected : Found < Expected);
}
