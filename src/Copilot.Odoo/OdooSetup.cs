using Copilot.Contracts;
using Copilot.Odoo.Accounting;
using Copilot.Odoo.Client;
using Copilot.Odoo.Documents;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Names;
using Copilot.Odoo.Purchasing;
using Copilot.Odoo.Sales;
using Copilot.Odoo.Service;
using Copilot.Odoo.Sources;
using Copilot.Odoo.Warehouse;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Copilot.Odoo;

/// <summary>Adds this room to the house.</summary>
public static class OdooSetup
{
    /// <summary>
    /// Registers the room's services. The host adds <see cref="Contracts.IErpCredentials"/> and logging, and may bind
    /// <see cref="OdooOptions"/> to the configuration section <c>Copilot:Odoo</c> as well.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets options; null leaves them to other configuration.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddOdoo(this IServiceCollection services, Action<OdooOptions>? configure = null)
    {
        AddClient(services, configure);
        AddReaders(services);
        AddTools(services);
        return services;
    }

    private static void AddClient(IServiceCollection services, Action<OdooOptions>? configure)
    {
        var options = services.AddOptions<OdooOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<OdooOptions>, OdooOptionsCheck>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<OdooConnection>();
        services.TryAddSingleton<OdooPatience>();
        services.TryAddSingleton<OdooWire>();
        services.TryAddSingleton<OdooServer>();
        services.TryAddSingleton<OdooAccounts>();
        services.TryAddSingleton<OdooSession>();
        services.TryAddSingleton<OdooSchema>();
        services.TryAddSingleton<OdooTranslator>();
        services.TryAddSingleton<IOdooClient, OdooClient>();
    }

    private static void AddReaders(IServiceCollection services)
    {
        services.AddOptions<OdooConventions>();
        services.AddSingleton<IEntityCatalog, EntityCatalog>();
        services.AddSingleton<ISourceOpener, RecordOpener>();
        services.AddSingleton<NameResolver>();
        services.AddSingleton<StockReader>();
        services.AddSingleton<ReceiptReader>();
        services.AddSingleton<WaitingOrders>();
        services.AddSingleton<OrderReader>();
        services.AddSingleton<CustomerReader>();
        services.AddSingleton<InvoiceReader>();
        services.AddSingleton<TicketReader>();
        services.AddSingleton<CaseReader>();
        services.AddSingleton<PurchaseOrderReader>();
        services.AddSingleton<SupplierRecordReader>();
        services.AddSingleton<ReorderReader>();
        services.AddSingleton<ArrivalReader>();
        services.AddSingleton<AttachmentStream>();
        services.AddSingleton<ArticleStream>();
        services.AddSingleton<IDocumentFeed, OdooDocumentFeed>();
    }

    // One line a tool.
    private static void AddTools(IServiceCollection services)
    {
        services.AddSingleton<ITool, OrderStatusTool>();
        services.AddSingleton<ITool, OrdersAtRiskTool>();
        services.AddSingleton<ITool, CustomerSummaryTool>();
        services.AddSingleton<ITool, StockTool>();
        services.AddSingleton<ITool, SubstitutesTool>();
        services.AddSingleton<ITool, LateReceiptsTool>();
        services.AddSingleton<ITool, OpenInvoicesTool>();
        services.AddSingleton<ITool, PurchaseOrdersTool>();
        services.AddSingleton<ITool, SupplierPerformanceTool>();
        services.AddSingleton<ITool, AvailabilityTool>();
        services.AddSingleton<ITool, ReplenishmentTool>();
        services.AddSingleton<ITool, AgedStockTool>();
        services.AddSingleton<ITool, InventoryVarianceTool>();
        services.AddSingleton<ITool, DataQualityTool>();
        services.AddSingleton<ITool, WarehouseWorkTool>();
        services.AddSingleton<ITool, ArrivalsTool>();
        services.AddSingleton<ITool, TicketTool>();
        services.AddSingleton<ITool, SimilarCasesTool>();
    }
}
