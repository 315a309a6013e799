using Copilot.Contracts;

namespace Copilot.Forecasting.Lateness;

/// <summary>The chance that a line leaves late, learnt from lines of the past and from nothing that was not known then.</summary>
public sealed class LatenessModel
{
    /// <summary>Lines of the past that are needed at least.</summary>
    public const int LeastLines = 400;

    /// <summary>Late lines that are needed at least: fewer do not show what makes lines late.</summary>
    public const int LeastLate = 20;

    // Lines are looked at on the promised day and up to a week before, as they are asked about.
    private static readonly int[] Ahead = [0, 1, 2, 3, 5];
    /// <summary>Days at the end of the history on which it is tried.</summary>
    public const int KeptBack = 60;

    private const int LeastTried = 60;

    // The first weeks of a history do not show what waited before it begins.
    private const int Beginning = 60;

    private readonly ShippingBook _book;
    private readonly Logistic? _fit;

    private LatenessModel(ShippingBook book, Logistic? fit, int lines, int late) => (_book, _fit, Lines, Late) = (book, fit, lines, late);

    /// <summary>Gets how many lines it has learnt from.</summary>
    public int Lines { get; }

    /// <summary>Gets how many of them left late.</summary>
    public int Late { get; }

    /// <summary>Gets the share of them that left late.</summary>
    public double Share => Lines == 0 ? 0 : (double)Late / Lines;

    /// <summary>Gets how it did on the last two months, which were kept back for that; null when they hold too few lines.</summary>
    public LatenessTrial? Trial { get; private init; }

    /// <summary>Gets a value indicating whether signs tell late lines apart; else everyone gets the share.</summary>
    public bool Tells => _fit is not null;

    /// <summary>Gets a value indicating whether the past is long enough to say anything.</summary>
    public bool Knows => Lines >= LeastLines && Late >= LeastLate;

    /// <summary>Learns from the whole history, after trying on its last two months whether there is anything to learn.</summary>
    /// <param name="history">The history.</param>
    /// <param name="cancellationToken">Stops between two lines.</param>
    public static LatenessModel Learn(ShippingHistory history, CancellationToken cancellationToken)
    {
        var book = new ShippingBook(history);
        var told = Tell(book, history.Today.AddDays(-KeptBack), history.Today, cancellationToken);
        var trial = told.Count == 0 ? null : LatenessTrial.Of(told);
        var all = Learn(book, history.Today, cancellationToken);
        return new LatenessModel(book, trial is { Gain: > 0 } ? all._fit : null, all.Lines, all.Late) { Trial = trial };
    }

    /// <summary>Learns from what was known on a day and tells the chances of the lines promised from then to before another; none when either holds too few lines.</summary>
    /// <param name="history">The history.</param>
    /// <param name="from">The first day that is kept back.</param>
    /// <param name="to">The day after the last.</param>
    /// <param name="cancellationToken">Stops between two lines.</param>
    public static IReadOnlyList<ToldLine> Tell(ShippingHistory history, DateOnly from, DateOnly to, CancellationToken cancellationToken) => Tell(new ShippingBook(history), from, to, cancellationToken);

    /// <summary>The chance that a line of the history leaves late, as far as the past tells, and what raises it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isOnShelf">Whether it is known that its goods lie ready or what they wait for: then no guess about receipts is made.</param>
    internal LineChance Of(ShippedLine line, bool isOnShelf)
    {
        var signs = _book.Of(line, _book.Today);
        signs = isOnShelf ? signs with { Receipt = 0 } : signs;
        if (_fit is null)
        {
            return new LineChance(Share, signs, _book.Throughput(line.Warehouse, _book.Today), []);
        }

        var (chance, parts) = _fit.Of(signs.Columns());
        var causes = parts.Select((part, j) => (Cause: Signs.CauseOf(j), Part: part)).GroupBy(p => p.Cause).Select(g => (g.Key, g.Sum(p => p.Part))).OrderByDescending(p => p.Item2).ToList();
        return new LineChance(chance, signs, _book.Throughput(line.Warehouse, _book.Today), causes);
    }

    private static List<ToldLine> Tell(ShippingBook book, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var learnt = Learn(book, from, cancellationToken);
        var kept = Cases(book, from, to, cancellationToken);
        return learnt._fit is not { } fit || kept.Count < LeastTried ? [] : kept.ConvertAll(c => new ToldLine(fit.Of(c.Columns).Chance, learnt.Share, c.Late));
    }

    private static LatenessModel Learn(ShippingBook book, DateOnly until, CancellationToken cancellationToken)
    {
        var cases = Cases(book, DateOnly.MinValue, until, cancellationToken);
        var late = cases.Count(c => c.Late);
        var fit = cases.Count >= LeastLines && late >= LeastLate ? Logistic.Fit([.. cases.Select(c => c.Columns)], [.. cases.Select(c => c.Late)]) : null;
        return new LatenessModel(book, fit, cases.Count, late);
    }

    private static List<(double[] Columns, bool Late)> Cases(ShippingBook book, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        var cases = new List<(double[] Columns, bool Late)>();
        foreach (var line in book.Lines.Where(l => l.Promised >= from && l.Promised >= book.First.AddDays(Beginning) && l.Promised < until && l.Known <= l.Promised))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (book.Late(line) is { } late)
            {
                // Not before the day after it was known.
                var asOf = WorkDays.Before(line.Promised, Ahead[line.Id % Ahead.Length]);
                asOf = asOf > line.Known ? asOf : line.Known.AddDays(1);
                asOf = asOf > line.Promised ? line.Promised : asOf;
                cases.Add((book.Of(line, asOf).Columns(), late));
            }
        }

        return cases;
    }
}
