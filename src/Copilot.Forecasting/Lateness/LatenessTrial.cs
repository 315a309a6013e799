namespace Copilot.Forecasting.Lateness;

/// <summary>How good chances were on lines that were kept back.</summary>
/// <param name="Lines">Lines that were kept back.</param>
/// <param name="Late">How many of them left late.</param>
/// <param name="Said">The mean chance that was told.</param>
/// <param name="Brier">The mean squared distance between chance and outcome (Brier 1950).</param>
/// <param name="Plain">The same for always telling the share of the past.</param>
/// <param name="Calibration">The mean distance between chance told and share late, over ten equally large groups by chance.</param>
public sealed record LatenessTrial(int Lines, int Late, double Said, double Brier, double Plain, double Calibration)
{
    private const int Groups = 10;

    /// <summary>Gets by how much of its score it is better than the plain share; below zero when it is worse.</summary>
    public double Gain => Plain > 0 ? 1 - (Brier / Plain) : 0;

    /// <summary>Compares what was told with what came.</summary>
    /// <param name="told">At least one line.</param>
    public static LatenessTrial Of(IReadOnlyList<ToldLine> told)
    {
        var sorted = told.OrderBy(t => t.Chance).ToList();
        var off = 0.0;
        for (var group = 0; group < Groups; group++)
        {
            var part = sorted.GetRange(group * sorted.Count / Groups, ((group + 1) * sorted.Count / Groups) - (group * sorted.Count / Groups));
            off += part.Count == 0 ? 0 : part.Count * Math.Abs(part.Average(t => t.Chance) - part.Average(Came));
        }

        return new LatenessTrial(
            told.Count, told.Count(t => t.Late), told.Average(t => t.Chance), told.Average(t => Square(t.Chance - Came(t))), told.Average(t => Square(t.Share - Came(t))), off / told.Count);
    }

    private static double Came(ToldLine line) => line.Late ? 1 : 0;

    private static double Square(double value) => value * value;
}
