namespace Copilot.Forecasting.Numerics;

/// <summary>A function to make small.</summary>
internal interface IObjective
{
    /// <summary>Its value; not a number counts as infinitely bad.</summary>
    /// <param name="at">Where.</param>
    double Value(ReadOnlySpan<double> at);
}
