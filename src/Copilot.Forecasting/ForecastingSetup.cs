using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Forecasting;

/// <summary>Joins the calculator to the house.</summary>
public static class ForecastingSetup
{
    /// <summary>Adds <see cref="SeriesForecaster"/>.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddForecasting(this IServiceCollection services) => services.AddSingleton<SeriesForecaster>();
}
