namespace Copilot.Evals.Forecasting;

/// <summary>How well one group of series was forecast.</summary>
public sealed record ForecastScore
{
    /// <summary>Gets the group.</summary>
    public required string Group { get; init; }

    /// <summary>Gets how many series it has.</summary>
    public required int Series { get; init; }

    /// <summary>Gets the mean sMAPE, 0 to 200.</summary>
    public required double Smape { get; init; }

    /// <summary>Gets the mean MASE.</summary>
    public required double Mase { get; init; }

    /// <summary>Gets the overall weighted average against Naive2.</summary>
    public required double Owa { get; init; }

    /// <summary>Gets the share of values within the 80 % ranges, in percent.</summary>
    public required double Within80 { get; init; }

    /// <summary>Gets the share of values within the 95 % ranges, in percent.</summary>
    public required double Within95 { get; init; }

    /// <summary>Gets the mean absolute error over that of who knew how the series were made; null for series from the world.</summary>
    public double? AgainstBest { get; init; }

    /// <summary>Gets the mean absolute error over that of who knew the form of the rule and learnt its numbers from the history; null where nobody does.</summary>
    public double? AgainstLearnt { get; init; }

    /// <summary>Gets how many series are sparse demand.</summary>
    public int Sparse { get; init; }

    /// <summary>Gets the mean RMSSE of sparse series; null without any.</summary>
    public double? Rmsse { get; init; }

    /// <summary>Gets the lowest mean RMSSE of the plain forecasts of sparse series.</summary>
    public double? PlainRmsse { get; init; }

    /// <summary>Gets whose it is.</summary>
    public string? PlainName { get; init; }

    /// <summary>Gets how much more than what came was forecast for sparse series, in percent of all that came; for series made by a rule, of what the rule expects.</summary>
    public double? SparseBias { get; init; }

    /// <summary>Gets the mean RMSSE of each plain forecast of sparse series.</summary>
    internal IReadOnlyList<(string Name, double Rmsse)> Plain { get; init; } = [];

    /// <summary>Gets how much was forecast for sparse series, and how much came or was to be expected.</summary>
    internal (double Forecast, double Came) Amount { get; init; }
}
