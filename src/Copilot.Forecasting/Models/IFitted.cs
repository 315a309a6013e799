namespace Copilot.Forecasting.Models;

/// <summary>A model with its estimated parameters; it can go on from any history that begins where the estimated one began.</summary>
internal interface IFitted
{
    /// <summary>Gets the model that was chosen, such as <c>ETS(M,Ad,M)</c>.</summary>
    string Name { get; }

    /// <summary>Forecasts what follows a history. The parameters stay, the state is computed from this history.</summary>
    /// <param name="history">The values, oldest first; may be shorter or longer than what was estimated on.</param>
    /// <param name="mean">Filled with the next values.</param>
    void Forecast(ReadOnlySpan<double> history, Span<double> mean);
}
