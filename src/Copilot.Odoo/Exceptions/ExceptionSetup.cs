using Copilot.Contracts;
using Copilot.Odoo.Client;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Exceptions.Kinds;
using Copilot.Odoo.Exceptions.Scanning;
using Copilot.Odoo.Exceptions.Tools;
using Copilot.Odoo.Exceptions.Watching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Copilot.Odoo.Exceptions;

/// <summary>Adds the watch over exceptions to the business system.</summary>
public static class ExceptionSetup
{
    /// <summary>
    /// Registers <see cref="IExceptionDesk"/>, <see cref="IExceptionFeed"/>, <see cref="ExceptionWatch"/>, the tools and the tables they need. Needs <see cref="OdooSetup.AddOdoo"/>, an
    /// <see cref="IStoreDatabase"/>, an <see cref="INodeRoster"/> and <see cref="IDataGrants"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets options; null leaves them as they are.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddExceptions(this IServiceCollection services, Action<ExceptionOptions>? configure = null)
    {
        var options = services.AddOptions<ExceptionOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ExceptionOptions>, ExceptionOptionsCheck>());
        AddFinders(services);
        services.AddSingleton<CaseStore>();
        services.AddSingleton<WatchStore>();
        services.AddSingleton<Scanner>();
        services.AddSingleton<ChangeLook>();
        services.AddSingleton(p => new ExceptionWatch(
            p.GetRequiredService<WatchStore>(), p.GetRequiredService<CaseStore>(), p.GetRequiredService<Scanner>(), p.GetRequiredService<ChangeLook>(), p.GetRequiredService<INodeRoster>(),
            p.GetRequiredService<IOptions<ExceptionOptions>>(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<ExceptionWatch>>()));
        services.AddSingleton<CaseSight>();
        services.AddSingleton<CaseHistory>();
        services.AddSingleton<CaseDesk>();
        services.AddSingleton<IExceptionDesk>(p => p.GetRequiredService<CaseDesk>());
        services.AddSingleton<IExceptionFeed>(p => p.GetRequiredService<CaseDesk>());
        services.AddSingleton<CaseChoice>();
        services.AddSingleton<ITool, ListExceptionsTool>();
        services.AddSingleton<ITool, ExplainExceptionTool>();
        services.AddSingleton<ITool, ResolveExceptionTool>();
        foreach (var step in CaseSchemaStore.Steps)
        {
            services.AddSingleton(step);
        }

        foreach (var table in CaseSchemaStore.Tables)
        {
            services.AddSingleton(table);
        }

        return services;
    }

    // One line a kind.
    private static void AddFinders(IServiceCollection services)
    {
        services.AddSingleton<IExceptionFinder, OrderAtRiskFinder>();
        services.AddSingleton<IExceptionFinder, StockOutFinder>();
        services.AddSingleton<IExceptionFinder, AllocationConflictFinder>();
        services.AddSingleton<IExceptionFinder, LateReceiptFinder>();
        services.AddSingleton<IExceptionFinder, PickFailureFinder>();
        services.AddSingleton<IExceptionFinder, QualityHoldFinder>();
        services.AddSingleton<IExceptionFinder, MissingDocumentFinder>();
        services.AddSingleton<IExceptionFinder, CarrierMissFinder>();
        services.AddSingleton<IExceptionFinder, CreditHoldFinder>();
        services.AddSingleton<IExceptionFinder, PriceDeviationFinder>();
        services.AddSingleton<IExceptionFinder, MarginErosionFinder>();
        services.AddSingleton<IExceptionFinder, InvoiceMismatchFinder>();
        services.AddSingleton<IExceptionFinder, InventoryVarianceFinder>();
        services.AddSingleton<IExceptionFinder, RepeatedFailureFinder>();
    }
}
