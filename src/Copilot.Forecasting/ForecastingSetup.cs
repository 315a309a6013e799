using Copilot.Contracts;
using Copilot.Forecasting.Accuracy;
using Copilot.Forecasting.Overrides;
using Copilot.Forecasting.Ready;
using Copilot.Forecasting.Tools;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Forecasting;

/// <summary>Joins the calculator to the house.</summary>
public static class ForecastingSetup
{
    /// <summary>
    /// Adds <see cref="SeriesForecaster"/>, the tools over it and the tables they keep; the host adds an <see cref="IDemandSource"/>, an <see cref="IDemandCatalogue"/>, an <see cref="IShippingSource"/>, an
    /// <see cref="IObservedSource"/>, an <see cref="IBuyingSource"/>, an <see cref="IStoreDatabase"/> and an <see cref="INodeRoster"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="night">When forecasts are made ready; null for the usual hour.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddForecasting(this IServiceCollection services, ForecastNightOptions? night = null)
    {
        services.AddSingleton<SeriesForecaster>();
        services.AddSingleton<KeptForecasts>();
        services.AddSingleton<OverrideStore>();
        services.AddSingleton<OverrideBook>();
        services.AddSingleton<ReadyStore>();
        services.AddSingleton(night ?? new ForecastNightOptions());
        services.AddSingleton(p => new ForecastNight(
            p.GetRequiredService<IDemandCatalogue>(), p.GetRequiredService<KeptForecasts>(), p.GetRequiredService<ReadyStore>(), p.GetRequiredService<INodeRoster>(), p.GetRequiredService<ForecastNightOptions>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<AccuracyCheck>();
        services.AddSingleton<ITool, DemandTool>();
        services.AddSingleton<ITool, OverrideTool>();
        services.AddSingleton<ITool, OutlookTool>();
        services.AddSingleton<ITool, StockoutTool>();
        services.AddSingleton<ITool, ReorderTool>();
        services.AddSingleton<ITool, LeadTimeTool>();
        services.AddSingleton<ITool, LateProbabilityTool>();
        services.AddSingleton<ITool, AccuracyTool>();
        services.AddSingleton<ITool, AnomaliesTool>();
        services.AddSingleton<ITool, CustomerSlowdownTool>();
        foreach (var step in OverrideSchemaStore.Steps.Concat(ReadySchemaStore.Steps))
        {
            services.AddSingleton(step);
        }

        foreach (var table in OverrideSchemaStore.Tables.Concat(ReadySchemaStore.Tables))
        {
            services.AddSingleton(table);
        }

        return services;
    }
}
