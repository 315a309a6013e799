namespace Copilot.Forecasting.Accuracy;

/// <summary>How good forecasts of past weeks were, of one product or of several together. Errors are those of single weeks, each a share of what came, so that units do not matter.</summary>
internal sealed record PastForecasts
{
    /// <summary>Gets how many products it is about.</summary>
    public required int Products { get; init; }

    /// <summary>Gets how many weeks were compared, over all products.</summary>
    public required int Weeks { get; init; }

    /// <summary>Gets the mean absolute error as a share of the mean demand.</summary>
    public required double Error { get; init; }

    /// <summary>Gets the same of repeating the last week.</summary>
    public required double Naive { get; init; }

    /// <summary>Gets how much more than what came was forecast, as a share of it; below zero is too little.</summary>
    public required double Bias { get; init; }

    /// <summary>Gets the share of weeks within the range that should hold four of five.</summary>
    public required double Within { get; init; }

    /// <summary>Gets the mean absolute scaled error (Hyndman and Koehler 2006).</summary>
    public required double Scaled { get; init; }

    /// <summary>Gets the share of the naive error that the forecast saves; below zero it does worse.</summary>
    public double Gain => Naive > 0 ? 1 - (Error / Naive) : 0;

    /// <summary>Several together: products count alike in errors and bias, each by its own demand, and weeks alike in the ranges.</summary>
    public static PastForecasts Of(IReadOnlyList<PastForecasts> parts) => new()
    {
        Products = parts.Sum(p => p.Products),
        Weeks = parts.Sum(p => p.Weeks),
        Error = parts.Average(p => p.Error),
        Naive = parts.Average(p => p.Naive),
        Bias = parts.Average(p => p.Bias),
        Within = parts.Sum(p => p.Within * p.Weeks) / parts.Sum(p => p.Weeks),
        Scaled = parts.Average(p => p.Scaled),
    };
}
