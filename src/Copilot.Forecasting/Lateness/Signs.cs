namespace Copilot.Forecasting.Lateness;

/// <summary>What was known of a line on a day, as far as it tells whether the line leaves late.</summary>
/// <param name="Press">Lines that have to leave by the promised day before it or with it, against what the warehouse ships on a full day.</param>
/// <param name="Receipt">The chance that an open receipt of the product, due by the promised day, comes after it.</param>
/// <param name="Lead">Working days between the day it was known and the promised day.</param>
/// <param name="Size">Lines of its transfer.</param>
/// <param name="Recent">The share of the warehouse's lines that left late lately.</param>
/// <param name="Ahead">Working days to the promised day.</param>
internal sealed record Signs(double Press, double Receipt, int Lead, int Size, double Recent, int Ahead)
{
    private const double Filling = 0.6;
    private const double Full = 0.9;

    /// <summary>How many columns there are.</summary>
    public const int Count = 8;

    /// <summary>The columns of the regression: what presses counts more once the day is nearly full, and most beyond that.</summary>
    public double[] Columns()
        =>
        [
            Math.Min(Press, 3), Math.Clamp(Press - Filling, 0, 2), Math.Clamp(Press - Full, 0, 2), Receipt,
            Math.Log(1 + Lead), Math.Log(Size), Recent, Math.Log(1 + Ahead),
        ];

    /// <summary>Which cause a column belongs to.</summary>
    public static Cause CauseOf(int column) => column switch { <= 2 => Cause.Press, 3 => Cause.Receipt, 4 => Cause.Lead, 5 => Cause.Size, 6 => Cause.Recent, _ => Cause.Ahead };

    /// <summary>What can make a line late, as far as the past tells.</summary>
    public enum Cause
    {
        /// <summary>Backlog and work due against throughput.</summary>
        Press,

        /// <summary>A receipt that may come too late.</summary>
        Receipt,

        /// <summary>A short time to the promised day.</summary>
        Lead,

        /// <summary>A delivery with many lines.</summary>
        Size,

        /// <summary>How it went in the warehouse lately.</summary>
        Recent,

        /// <summary>How far off the day still is.</summary>
        Ahead,
    }
}
