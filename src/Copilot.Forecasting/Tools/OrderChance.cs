using Copilot.Contracts;
using Copilot.Forecasting.Lateness;

namespace Copilot.Forecasting.Tools;

/// <summary>The chance that an order leaves late: what the past tells of its slowest line, and what is known to hold it up.</summary>
internal sealed class OrderChance
{
    /// <summary>Nobody knows a chance of one in a thousand.</summary>
    private const double Certain = 0.99;

    /// <summary>Works it out; lines that are not on a transfer are left out.</summary>
    public OrderChance(PendingOrder order, IReadOnlyDictionary<int, ShippedLine> lines, LatenessModel model)
    {
        Order = order;
        Lines =
        [
            .. order.Lines.Where(l => lines.ContainsKey(l.Id)).Select(l => (Line: l, Past: model.Of(lines[l.Id], isOnShelf: true)))
                .Select(l => (l.Line, l.Past, Chance: Together(l.Past.Chance, l.Line.Hindrances.Concat(order.Hindrances))))
                .OrderByDescending(l => l.Chance).ThenBy(l => l.Line.Id),
        ];
        Past = Lines.Count == 0 ? null : Lines.MaxBy(l => l.Past.Chance).Past;
        Known = [.. order.Hindrances.Concat(Lines.SelectMany(l => l.Line.Hindrances)).OrderByDescending(h => h.Chance)];
        Chance = Together(Past?.Chance ?? model.Share, Known);
    }

    /// <summary>Gets the order.</summary>
    public PendingOrder Order { get; }

    /// <summary>Gets its lines, the most endangered first.</summary>
    public IReadOnlyList<(PendingLine Line, LineChance Past, double Chance)> Lines { get; }

    /// <summary>Gets what the past tells of the line that is most endangered by it; null when no line is on a transfer.</summary>
    public LineChance? Past { get; }

    /// <summary>Gets what is known to hold it up, the worst first.</summary>
    public IReadOnlyList<Hindrance> Known { get; }

    /// <summary>Gets the chance that something of it leaves late, 0.01 to 0.99.</summary>
    public double Chance { get; }

    // Each further cause can only raise it (noisy or).
    private static double Together(double past, IEnumerable<Hindrance> known) => Math.Clamp(1 - known.Aggregate(1 - past, (left, h) => left * (1 - Math.Min(h.Chance, Certain))), 1 - Certain, Certain);
}
