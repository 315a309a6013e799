namespace Copilot.Odoo.Purchasing;

/// <summary>What a supplier did in one period.</summary>
/// <param name="Delays">Days from the agreed day to the arrival of each receipt, negative when early.</param>
/// <param name="LeadTimes">Days from confirmation to the first receipt of each order.</param>
/// <param name="Lines">Received order lines: whether the quantity that came is the one that was ordered.</param>
/// <param name="Billed">Billed order lines: whether the billed price is at most the ordered one; null when the caller may not read bills.</param>
internal sealed record SupplierPeriod(IReadOnlyList<int> Delays, IReadOnlyList<int> LeadTimes, IReadOnlyList<bool> Lines, IReadOnlyList<bool>? Billed)
{
    public int Late => Delays.Count(d => d > 0);

    public int OnTime => Delays.Count - Late;

    public double LateShare => Delays.Count == 0 ? 0 : (double)Late / Delays.Count;

    /// <summary>The middle delay of the late receipts; 0 when none was.</summary>
    public int UsualDelay => Middle([.. Delays.Where(d => d > 0).Order()], 0.5);

    public int UsualLeadTime => Middle([.. LeadTimes.Order()], 0.5);

    /// <summary>Nine of ten orders came within so many days.</summary>
    public int LongLeadTime => Middle([.. LeadTimes.Order()], 0.9);

    public int WrongQuantity => Lines.Count(l => !l);

    public int Overpriced => Billed?.Count(b => !b) ?? 0;

    /// <summary>The value below which a share of the ordered values lies (nearest rank); 0 without values.</summary>
    private static int Middle(IReadOnlyList<int> ordered, double share)
        => ordered.Count == 0 ? 0 : ordered[Math.Clamp((int)Math.Ceiling(share * ordered.Count) - 1, 0, ordered.Count - 1)];
}

/// <summary>A supplier in the period asked about and in the one of the same length before.</summary>
internal sealed record SupplierRecord(int Id, string Name, SupplierPeriod Now, SupplierPeriod Before)
{
    /// <summary>A supplier's contacts and addresses count as the supplier.</summary>
    public static SupplierRecord Joined(IReadOnlyList<SupplierRecord> parts, int id, string name)
    {
        SupplierPeriod Join(Func<SupplierRecord, SupplierPeriod> period) => new(
            [.. parts.SelectMany(p => period(p).Delays)],
            [.. parts.SelectMany(p => period(p).LeadTimes)],
            [.. parts.SelectMany(p => period(p).Lines)],
            parts.All(p => period(p).Billed is null) ? null : [.. parts.SelectMany(p => period(p).Billed ?? [])]);
        return new SupplierRecord(id, name, Join(p => p.Now), Join(p => p.Before));
    }
}
