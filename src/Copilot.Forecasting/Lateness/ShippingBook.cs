using Copilot.Contracts;

namespace Copilot.Forecasting.Lateness;

/// <summary>The lines and receipts of a history, arranged so that any day of the past can be looked at as it was: nothing that came to be known later is counted.</summary>
internal sealed class ShippingBook
{
    private const int Overdue = 45;
    private const int ThroughputDays = 91;
    private const int RecentDays = 28;
    private const double FullDay = 0.9;

    // So many lines of the usual share stand beside the recent ones, so that a quiet month is no extreme.
    private const int Usual = 40;

    private readonly Dictionary<(int Warehouse, DateOnly Due), List<ShippedLine>> _due;
    private readonly Dictionary<int, int[]> _left;
    private readonly ILookup<(int Product, int Warehouse), SuppliedLine> _supplies;
    private readonly SupplierDelays _delays;
    private readonly int _first;
    private readonly Dictionary<(int Warehouse, DateOnly Day), double> _throughputs = [];
    private readonly Dictionary<(int Warehouse, DateOnly Day), double> _recents = [];
    private readonly Dictionary<DateOnly, double> _shares = [];

    /// <summary>Arranges a history.</summary>
    public ShippingBook(ShippingHistory history)
    {
        Lines = [.. history.Lines.OrderBy(l => l.Promised).ThenBy(l => l.Id)];
        Today = history.Today;
        _due = Lines.GroupBy(l => (l.Warehouse, l.Promised)).ToDictionary(g => g.Key, g => g.ToList());
        First = history.From;
        _first = history.From.DayNumber;
        _left = Lines.Where(l => l.Left is not null).GroupBy(l => l.Warehouse).ToDictionary(g => g.Key, g => Count(g));
        _supplies = history.Supplies.ToLookup(s => (s.Product, s.Warehouse));
        _delays = new SupplierDelays(history.Supplies);
    }

    /// <summary>Gets the lines by promised day.</summary>
    public IReadOnlyList<ShippedLine> Lines { get; }

    /// <summary>Gets the first day of the history.</summary>
    public DateOnly First { get; }

    /// <summary>Gets the day the history was read.</summary>
    public DateOnly Today { get; }

    /// <summary>Whether a line left late; null while that is open.</summary>
    public bool? Late(ShippedLine line) => line.Left is { } left ? left > line.Promised : line.Promised < Today ? true : (bool?)null;

    /// <summary>What was known of a line on the morning of a day.</summary>
    public Signs Of(ShippedLine line, DateOnly asOf)
    {
        var full = Throughput(line.Warehouse, asOf);
        double carried = 0;
        for (var day = asOf.AddDays(-Overdue); day < asOf; day = day.AddDays(1))
        {
            carried += Waiting(line.Warehouse, day, asOf).Count();
        }

        // What is due on the days between is worked off as fast as the warehouse can; what does not fit goes on.
        for (var day = asOf; day < line.Promised; day = day.AddDays(1))
        {
            carried += Waiting(line.Warehouse, day, asOf).Count();
            carried = WorkDays.IsOne(day) ? Math.Max(0, carried - full) : carried;
        }

        var (before, own) = (0, 1);
        foreach (var other in Waiting(line.Warehouse, line.Promised, asOf))
        {
            if (other.Transfer == line.Transfer)
            {
                own += other.Id == line.Id ? 0 : 1;
            }
            else if (Earlier(other, line))
            {
                before++;
            }
        }

        return new Signs((carried + before + own) / full, Receipt(line, asOf), WorkDays.Between(line.Known, line.Promised), own, Recent(line.Warehouse, asOf), WorkDays.Between(asOf, line.Promised));
    }

    /// <summary>Lines a warehouse ships on a full working day: nine of ten days brought no more.</summary>
    public double Throughput(int warehouse, DateOnly asOf)
    {
        if (_throughputs.TryGetValue((warehouse, asOf), out var known))
        {
            return known;
        }

        var counts = _left.GetValueOrDefault(warehouse);
        var days = new List<int>();
        for (var day = asOf.AddDays(-ThroughputDays); day < asOf; day = day.AddDays(1))
        {
            if (counts is not null && day.DayNumber >= _first && counts[day.DayNumber - _first] is > 0 and var left)
            {
                days.Add(left);
            }
        }

        days.Sort();
        return _throughputs[(warehouse, asOf)] = days.Count == 0 ? 1 : Math.Max(1, days[(int)(FullDay * (days.Count - 1))]);
    }

    private static bool Earlier(ShippedLine other, ShippedLine line) => other.Known < line.Known || (other.Known == line.Known && other.Transfer < line.Transfer);

    private int[] Count(IEnumerable<ShippedLine> lines)
    {
        var counts = new int[Today.DayNumber - _first + 1];
        foreach (var line in lines)
        {
            if (line.Left!.Value.DayNumber - _first is >= 0 and var day && day < counts.Length)
            {
                counts[day]++;
            }
        }

        return counts;
    }

    /// <summary>Lines due on a day that were known before another and had not left by it.</summary>
    private IEnumerable<ShippedLine> Waiting(int warehouse, DateOnly due, DateOnly asOf)
        => (_due.GetValueOrDefault((warehouse, due)) ?? []).Where(l => (l.Known < asOf || asOf >= Today) && (l.Left is null || l.Left >= asOf));

    private double Receipt(ShippedLine line, DateOnly asOf)
    {
        var worst = 0.0;
        foreach (var supply in _supplies[(line.Product, line.Warehouse)])
        {
            if (supply.Known < asOf && supply.Agreed <= line.Promised && (supply.Came is null || supply.Came >= asOf))
            {
                worst = Math.Max(worst, _delays.LaterThan(supply.Supplier, asOf.DayNumber - supply.Agreed.DayNumber, line.Promised.DayNumber - supply.Agreed.DayNumber, asOf));
            }
        }

        return worst;
    }

    private double Recent(int warehouse, DateOnly asOf)
    {
        if (_recents.TryGetValue((warehouse, asOf), out var known))
        {
            return known;
        }

        var (lines, late) = (0, 0);
        for (var day = asOf.AddDays(-RecentDays); day < asOf; day = day.AddDays(1))
        {
            foreach (var line in _due.GetValueOrDefault((warehouse, day)) ?? [])
            {
                lines++;
                late += LateBy(line, asOf) ? 1 : 0;
            }
        }

        return _recents[(warehouse, asOf)] = (late + (Usual * Share(asOf))) / (lines + Usual);
    }

    private double Share(DateOnly asOf)
    {
        if (_shares.TryGetValue(asOf, out var known))
        {
            return known;
        }

        var (lines, late) = (0, 0);
        foreach (var line in Lines)
        {
            if (line.Promised >= asOf)
            {
                break;
            }

            lines++;
            late += LateBy(line, asOf) ? 1 : 0;
        }

        return _shares[asOf] = (late + 0.5) / (lines + 10);
    }

    private static bool LateBy(ShippedLine line, DateOnly asOf) => line.Promised < asOf && (line.Left is not { } left || left > line.Promised);
}
