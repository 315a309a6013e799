namespace Copilot.Forecasting.Sparse;

/// <summary>Whose way of taking demand apart into sizes and rates.</summary>
internal enum RateKind
{
    /// <summary>Croston's.</summary>
    Croston,

    /// <summary>Syntetos' and Boylan's.</summary>
    SyntetosBoylan,

    /// <summary>Teunter's, Syntetos' and Babai's.</summary>
    TeunterSyntetosBabai,
}
