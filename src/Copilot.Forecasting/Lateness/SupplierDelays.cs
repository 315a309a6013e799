using Copilot.Contracts;

namespace Copilot.Forecasting.Lateness;

/// <summary>How many days after the agreed day suppliers came, told as it was known on any day of the past.</summary>
internal sealed class SupplierDelays
{
    private const int Enough = 5;
    private readonly Dictionary<int, (DateOnly Came, int Delay)[]> _bySupplier;
    private readonly (DateOnly Came, int Delay)[] _all;

    /// <summary>Reads them.</summary>
    public SupplierDelays(IReadOnlyList<SuppliedLine> supplies)
    {
        var came = supplies.Where(s => s.Came is not null).Select(s => (s.Supplier, Came: s.Came!.Value, Delay: s.Came.Value.DayNumber - s.Agreed.DayNumber)).OrderBy(s => s.Came).ToList();
        _all = [.. came.Select(s => (s.Came, s.Delay))];
        _bySupplier = came.GroupBy(s => s.Supplier).ToDictionary(g => g.Key, g => g.Select(s => (s.Came, s.Delay)).ToArray());
    }

    /// <summary>The chance that goods which are so many days over their agreed day, and have not come, come more than so many days after it.</summary>
    /// <param name="supplier">Whose.</param>
    /// <param name="over">Days since the agreed day; below zero when it is still to come.</param>
    /// <param name="slack">Days from the agreed day to the day they are needed.</param>
    /// <param name="asOf">Only what had come before this day counts.</param>
    public double LaterThan(int supplier, int over, int slack, DateOnly asOf)
    {
        var (such, later) = Count(_bySupplier.GetValueOrDefault(supplier) ?? [], over, slack, asOf);
        if (such < Enough)
        {
            (such, later) = Count(_all, over, slack, asOf);
        }

        // Drawn a little to one half (Laplace): a few receipts are no certainty.
        return (later + 1.0) / (such + 2.0);
    }

    private static (int Such, int Later) Count((DateOnly Came, int Delay)[] delays, int over, int slack, DateOnly asOf)
    {
        var (such, later) = (0, 0);
        foreach (var (came, delay) in delays)
        {
            if (came >= asOf)
            {
                break;
            }

            if (delay >= over)
            {
                such++;
                later += delay > slack ? 1 : 0;
            }
        }

        return (such, later);
    }
}
