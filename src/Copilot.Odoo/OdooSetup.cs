using Copilot.Contracts;
using Copilot.Odoo.Accounting;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Names;
using Copilot.Odoo.Purchasing;
using Copilot.Odoo.Sales;
using Copilot.Odoo.Service;
using Copilot.Odoo.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Odoo;

/// <summary>Adds this room to the house.</summary>
public static class OdooSetup
{
    /// <summary>Registers the room's services.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddOdoo(this IServiceCollection services)
        => services.AddReaders().AddTools();

    private static IServiceCollection AddReaders(this IServiceCollection services)
    {
        services.AddOptions<OdooConventions>();
        return services
            .AddSingleton<IEntityCatalog, EntityCatalog>()
            .AddSingleton<ISourceOpener, RecordOpener>()
            .AddSingleton<NameResolver>()
            .AddSingleton<StockReader>()
            .AddSingleton<ReceiptReader>()
            .AddSingleton<WaitingOrders>()
            .AddSingleton<OrderReader>()
            .AddSingleton<CustomerReader>()
            .AddSingleton<InvoiceReader>()
            .AddSingleton<TicketReader>();
    }

    // One line a tool.
    private static IServiceCollection AddTools(this IServiceCollection services)
        => services
            .AddSingleton<ITool, OrderStatusTool>()
            .AddSingleton<ITool, OrdersAtRiskTool>()
            .AddSingleton<ITool, CustomerSummaryTool>()
            .AddSingleton<ITool, StockTool>()
            .AddSingleton<ITool, SubstitutesTool>()
            .AddSingleton<ITool, LateReceiptsTool>()
            .AddSingleton<ITool, OpenInvoicesTool>();
}
