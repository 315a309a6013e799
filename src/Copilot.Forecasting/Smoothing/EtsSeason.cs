namespace Copilot.Forecasting.Smoothing;

/// <summary>How a season enters a smoothing model.</summary>
internal enum EtsSeason
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>As differences.</summary>
    Additive,

    /// <summary>As factors.</summary>
    Factors,
}
