using Copilot.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Copilot.Odoo.Purchasing.Matching;

/// <summary>Adds the matching of suppliers' documents to this room.</summary>
public static class MatchingSetup
{
    /// <summary>
    /// Registers it. Needs what <see cref="OdooSetup.AddOdoo"/> registers, and from elsewhere an <see cref="IDocumentMatcher"/>, an <see cref="IDocumentExtractor"/>,
    /// <see cref="IAttachedFiles"/> and <see cref="IDataGrants"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets options; null leaves them as they are.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddDocumentMatching(this IServiceCollection services, Action<MatchingOptions>? configure = null)
    {
        var options = services.AddOptions<MatchingOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MatchingOptions>, MatchingOptionsCheck>());
        services.AddSingleton<PurchaseLedger>();
        services.AddSingleton<OrderDetails>();
        services.AddSingleton<DeliveryLedger>();
        services.AddSingleton<ProofDesk>();
        services.AddSingleton<DocumentMatching>();
        services.AddSingleton<IDocumentMatching>(p => p.GetRequiredService<DocumentMatching>());
        services.AddSingleton<ITool, MatchTool>();
        return services;
    }
}
