namespace Copilot.Odoo.Sales;

/// <summary>Orders that were read, how many match in all, and what could not be read.</summary>
internal sealed record OrderBook(IReadOnlyList<OrderPicture> Orders, int Total, IReadOnlyList<string> Unread);
