namespace Copilot.Odoo.Purchasing;

/// <summary>How punctual a supplier's receipts were: days from the agreed day to the day of arrival, negative when early.</summary>
internal sealed record SupplierHistory(int SupplierId, string Supplier, IReadOnlyList<int> Delays)
{
    /// <summary>Fewer receipts than this say too little.</summary>
    public const int Enough = 5;

    public bool IsTelling => Delays.Count >= Enough;

    public int Late => LaterThan(0);

    /// <summary>How many receipts came more than so many days after the agreed day.</summary>
    public int LaterThan(int days) => Delays.Count(d => d > days);

    /// <summary>The share of receipts that came more than so many days late, 0 to 1; one half when there is no history to go by.</summary>
    public double ShareLaterThan(int days) => IsTelling ? (double)LaterThan(days) / Delays.Count : 0.5;

    /// <summary>Of the receipts that were already so many days late, the share that came more than so many days late; null when too few were.</summary>
    public double? ShareLaterThan(int days, int givenAtLeast)
    {
        var such = Delays.Where(d => d >= givenAtLeast).ToList();
        return such.Count < 3 ? null : (double)such.Count(d => d > days) / such.Count;
    }

    /// <summary>The middle delay of those receipts that were late; 0 when none was.</summary>
    public int UsualDelay
    {
        get
        {
            var late = Delays.Where(d => d > 0).Order().ToList();
            return late.Count == 0 ? 0 : late[late.Count / 2];
        }
    }
}
