using Copilot.Contracts;
using Copilot.Forecasting.Periods;

namespace Copilot.Forecasting;

/// <summary>Gathers rows of a long table, in any order, into series.</summary>
public sealed class SeriesTable
{
    // More empty periods than this between two rows is a wrong date, not a pause.
    private const long MostPeriods = 12_000_000;
    private const double LeavesZerosOut = 0.2;

    private readonly Dictionary<string, List<(PeriodMark Mark, double Value)>> _rows = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>Gets the names of the series, in the order in which they came.</summary>
    public IReadOnlyList<string> Names => _order;

    /// <summary>Adds a row.</summary>
    /// <param name="series">The series' name.</param>
    /// <param name="period">The period: <c>2024-03-05</c>, <c>2024-03-05T13:00</c>, <c>2024-W07</c>, <c>2024-03</c>, <c>2024Q1</c>, <c>2024</c> or a whole number.</param>
    /// <param name="value">The value; not a number where none is known.</param>
    /// <returns>Whether the period was understood; otherwise nothing is added.</returns>
    public bool TryAdd(string series, ReadOnlySpan<char> period, double value)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (PeriodText.Read(period) is not { } mark)
        {
            return false;
        }

        if (!_rows.TryGetValue(series, out var rows))
        {
            _rows[series] = rows = [];
            _order.Add(series);
        }

        rows.Add((mark, value));
        return true;
    }

    /// <summary>Makes one series and lets go of its rows.</summary>
    /// <param name="name">Its name; see <see cref="Names"/>.</param>
    /// <param name="season">Periods in a season; null to take what is usual for the periods.</param>
    /// <exception cref="CopilotException">The periods of the series do not go together.</exception>
    public TimeSeries Take(string name, double? season)
    {
        if (!_rows.Remove(name, out var rows))
        {
            throw new CopilotException($"There is no series {name}.");
        }

        var remarks = new List<string>();
        var kind = KindOf(name, rows, remarks);
        var placed = rows.ConvertAll(r => (Place: Placed(r.Mark, kind), r.Value));
        if (!IsRising(placed))
        {
            placed = [.. placed.OrderBy(r => r.Place)];
            remarks.Add("The rows were not in the order of their periods; they are sorted.");
        }

        placed = Once(placed, remarks);
        var (first, last) = (placed[0].Place, placed[^1].Place);
        var span = (double)last - first + 1;
        if (span > MostPeriods)
        {
            throw new CopilotException($"{name} spans {span:0} periods with {placed.Count} values. One of its periods is probably wrong.");
        }

        return new TimeSeries
        {
            Id = name,
            Values = Spread(placed, first, last, remarks),
            Period = kind,
            Start = PeriodText.Start(new PeriodMark(kind, first)),
            Season = season,
            Remarks = remarks,
        };
    }

    private static PeriodKind KindOf(string name, List<(PeriodMark Mark, double Value)> rows, List<string> remarks)
    {
        var kinds = rows.Select(r => r.Mark.Kind).Distinct().ToList();
        if (kinds.Count == 2 && kinds.Contains(PeriodKind.Day) && kinds.Contains(PeriodKind.Hour))
        {
            // Midnight is written like a day.
            return PeriodKind.Hour;
        }

        if (kinds.Count > 1)
        {
            throw new CopilotException($"The periods of {name} are of different kinds ({string.Join(", ", kinds.Select(k => k.ToString().ToLowerInvariant()))}). Give each series one kind of period.");
        }

        if (kinds[0] == PeriodKind.Step && rows.Count > 1 && rows.TrueForAll(r => PeriodText.IsYear(r.Mark.Place)))
        {
            return PeriodKind.Year;
        }

        if (kinds[0] != PeriodKind.Day)
        {
            return kinds[0];
        }

        var kind = Rhythm.Of([.. rows.Select(r => r.Mark.Place).Distinct().Order()]);
        if (kind != PeriodKind.Day)
        {
            remarks.Add($"The dates are a {kind.ToString().ToLowerInvariant()} apart.");
        }

        return kind;
    }

    private static long Placed(PeriodMark mark, PeriodKind kind)
        => mark.Kind == PeriodKind.Day && kind != PeriodKind.Day ? PeriodText.Place(DateOnly.FromDayNumber((int)mark.Place), kind) : mark.Place;

    private static bool IsRising(List<(long Place, double Value)> placed)
    {
        for (var i = 1; i < placed.Count; i++)
        {
            if (placed[i].Place < placed[i - 1].Place)
            {
                return false;
            }
        }

        return true;
    }

    // A row that is there twice counts once; different values of one period are parts of it.
    private static List<(long Place, double Value)> Once(List<(long Place, double Value)> placed, List<string> remarks)
    {
        var once = new List<(long Place, double Value)>(placed.Count);
        var (same, added) = (0, 0);
        var seen = new List<double>();
        foreach (var row in placed)
        {
            if (once.Count == 0 || once[^1].Place != row.Place)
            {
                once.Add(row);
                seen.Clear();
            }
            else if (seen.Contains(row.Value) || !double.IsFinite(row.Value))
            {
                same++;
            }
            else
            {
                added++;
                once[^1] = (row.Place, double.IsFinite(once[^1].Value) ? once[^1].Value + row.Value : row.Value);
            }

            seen.Add(row.Value);
        }

        if (same > 0)
        {
            remarks.Add($"{same} row(s) are there twice; they count once.");
        }

        if (added > 0)
        {
            remarks.Add($"{added} period(s) have several values; they are added up.");
        }

        return once;
    }

    private static double[] Spread(List<(long Place, double Value)> placed, long first, long last, List<string> remarks)
    {
        var values = new double[last - first + 1];
        var absent = values.Length - placed.Count;
        var zeros = absent > LeavesZerosOut * values.Length && placed.TrueForAll(r => !(r.Value <= 0));
        Array.Fill(values, zeros ? 0 : double.NaN);
        foreach (var (place, value) in placed)
        {
            values[place - first] = value;
        }

        if (zeros)
        {
            remarks.Add($"{absent} of {values.Length} periods have no row and no row is zero, so periods without a row count as zero.");
        }

        return values;
    }
}
