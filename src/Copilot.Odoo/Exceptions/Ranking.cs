using Copilot.Odoo.Exceptions.Cases;

namespace Copilot.Odoo.Exceptions;

/// <summary>
/// How pressing a case is, 0 to 100: <c>100 × weight of its kind × confidence × (0.35 money + 0.20 class + 0.30 time + 0.15 recoverability)</c>, each part 0 to 1.
/// Money grows with the logarithm of what is at stake (margin counts threefold); time with the nearness of the promised day; what can still be saved comes before what can't.
/// </summary>
internal static class Ranking
{
    private const double Money = 0.35;
    private const double Class = 0.20;
    private const double Time = 0.30;
    private const double Recoverability = 0.15;

    /// <summary>Scores a case on a day.</summary>
    public static double Score(FoundCase found, DateOnly today)
    {
        var kind = Taxonomy.Find(found.Kind)?.Weight ?? 0.5;
        var worth = Math.Max(found.Stakes.Sum(s => Math.Abs(s.Amount)), 3 * Math.Abs(found.Margin ?? 0));
        var best = found.Stakes.Select(s => s.CustomerClass).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault();
        var promised = found.Stakes.Select(s => s.Promised).OfType<DateOnly>().OrderBy(d => d).Select(d => (int?)(d.DayNumber - today.DayNumber)).FirstOrDefault();
        var part = (Money * OfMoney(worth)) + (Class * OfClass(best)) + (Time * OfTime(promised)) + (Recoverability * OfRecoverability(found.Recoverable));
        return Math.Round(100 * kind * Math.Clamp(found.Confidence, 0, 1) * part, 1);
    }

    /// <summary>0 for nothing, 0.35 for 1,000, 0.67 for 10,000, 1 from 100,000 on.</summary>
    private static double OfMoney(decimal worth) => Math.Min(1, Math.Log10(1 + ((double)worth / 100)) / 3);

    private static double OfClass(string? customerClass) => customerClass switch { "A" => 1, "B" => 0.7, "C" => 0.4, _ => 0.4 };

    private static double OfTime(int? daysLeft) => daysLeft switch { null => 0.3, <= 0 => 1, 1 => 0.9, 2 => 0.75, 3 => 0.6, <= 7 => 0.4, _ => 0.2 };

    private static double OfRecoverability(bool? recoverable) => recoverable switch { true => 1, null => 0.6, false => 0.4 };
}
