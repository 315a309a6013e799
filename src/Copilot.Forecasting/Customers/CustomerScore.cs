namespace Copilot.Forecasting.Customers;

/// <summary>Recency, frequency and money of a customer in fifths of all customers, 5 the best (Hughes 1994).</summary>
/// <param name="Recency">By the day of the last order.</param>
/// <param name="Frequency">By the order days of the last year.</param>
/// <param name="Money">By the net amount of the last year, among customers of the same currency.</param>
internal sealed record CustomerScore(int Recency, int Frequency, int Money)
{
    /// <summary>Scores all customers.</summary>
    public static IReadOnlyDictionary<int, CustomerScore> Of(IReadOnlyList<BuyingPace> paces)
    {
        var recency = Fifths(paces, p => -p.Silence);
        var frequency = Fifths(paces, p => p.YearDays);
        var money = paces.GroupBy(p => p.Buyer.Currency).SelectMany(g => Fifths([.. g], p => p.YearNet)).ToDictionary(f => f.Key, f => f.Value);
        return paces.ToDictionary(p => p.Buyer.Record.Id, p => new CustomerScore(recency[p.Buyer.Record.Id], frequency[p.Buyer.Record.Id], money[p.Buyer.Record.Id]));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Recency}-{Frequency}-{Money}";

    // Equal ones share the middle of their places.
    private static Dictionary<int, int> Fifths(IReadOnlyList<BuyingPace> paces, Func<BuyingPace, double> by)
    {
        var sorted = paces.Select(by).Order().ToArray();
        return paces.ToDictionary(
            p => p.Buyer.Record.Id,
            p =>
            {
                var value = by(p);
                var (below, equal) = (sorted.Count(v => v < value), sorted.Count(v => v == value));
                return 1 + (int)Math.Min(4, 5 * (below + ((equal - 1) / 2.0)) / sorted.Length);
            });
    }
}
