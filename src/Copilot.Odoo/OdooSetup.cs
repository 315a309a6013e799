using Copilot.Contracts;
using Copilot.Odoo.Accounting;
using Copilot.Odoo.Actions;
using Copilot.Odoo.Actions.Accounting;
using Copilot.Odoo.Actions.Purchasing;
using Copilot.Odoo.Actions.Records;
using Copilot.Odoo.Actions.Sales;
using Copilot.Odoo.Actions.Service;
using Copilot.Odoo.Actions.Stock;
using Copilot.Odoo.Client;
using Copilot.Odoo.Company;
using Copilot.Odoo.Documents;
using Copilot.Odoo.History;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.MasterData;
using Copilot.Odoo.Names;
using Copilot.Odoo.Partners;
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
        AddActions(services);
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
        services.TryAddSingleton<OdooKeyMaker>();
        services.TryAddSingleton<IErpSignIn, OdooSignIn>();
        services.TryAddSingleton<OdooSession>();
        services.TryAddSingleton<OdooSchema>();
        services.TryAddSingleton<OdooRights>();
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
        services.AddSingleton<LatestOrder>();
        services.AddSingleton<CompanyWorkDays>();
        services.AddSingleton<OrderReader>();
        services.AddSingleton<CustomerReader>();
        services.AddSingleton<PartnerReader>();
        services.AddSingleton<MasterCounts>();
        services.AddSingleton<MasterGaps>();
        services.AddSingleton<Newcomers>();
        services.AddSingleton<InvoiceReader>();
        services.AddSingleton<SalesReader>();
        services.AddSingleton<PriceReader>();
        services.AddSingleton<CrossSellReader>();
        services.AddSingleton<ChangeReader>();
        services.AddSingleton<ServiceReader>();
        services.AddSingleton<KpiReader>();
        services.AddSingleton<TroubleReader>();
        services.AddSingleton<KpiSheet>();
        services.AddSingleton<CreditHoldReader>();
        services.AddSingleton<MismatchReader>();
        services.AddSingleton<PaymentReader>();
        services.AddSingleton<CompanyCurrencies>();
        services.AddSingleton<ReceivablesReader>();
        services.AddSingleton<InvoicedReader>();
        services.AddSingleton<ToInvoiceReader>();
        services.AddSingleton<TicketReader>();
        services.AddSingleton<CaseReader>();
        services.AddSingleton<PurchaseOrderReader>();
        services.AddSingleton<SupplierRecordReader>();
        services.AddSingleton<PricePaidReader>();
        services.AddSingleton<SupplierCandidates>();
        services.AddSingleton<ReorderReader>();
        services.AddSingleton<InventoryValueReader>();
        services.AddSingleton<ArrivalReader>();
        services.AddSingleton<DemandReader>();
        services.AddSingleton<DemandParts>();
        services.AddSingleton<DaysOffReader>();
        services.AddSingleton<ShelfReader>();
        services.AddSingleton<PastArrivalReader>();
        services.AddSingleton<IDemandSource, DemandSource>();
        services.AddSingleton<IDemandCatalogue, DemandCatalogue>();
        services.AddSingleton<ObservedReader>();
        services.AddSingleton<IObservedSource, ObservedSource>();
        services.AddSingleton<IBuyingSource, BuyingSource>();
        services.AddSingleton<ShippingReader>();
        services.AddSingleton<IShippingSource, ShippingSource>();
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
        services.AddSingleton<ITool, PartnerTool>();
        services.AddSingleton<ITool, MasterDataTool>();
        services.AddSingleton<ITool, StockTool>();
        services.AddSingleton<ITool, SubstitutesTool>();
        services.AddSingleton<ITool, LateReceiptsTool>();
        services.AddSingleton<ITool, OpenInvoicesTool>();
        services.AddSingleton<ITool, RankingTool>();
        services.AddSingleton<ITool, SalesFiguresTool>();
        services.AddSingleton<ITool, MarginChangeTool>();
        services.AddSingleton<ITool, PriceTool>();
        services.AddSingleton<ITool, CrossSellTool>();
        services.AddSingleton<ITool, ExpiringQuotationsTool>();
        services.AddSingleton<ITool, QuotationRateTool>();
        services.AddSingleton<ITool, OpportunitiesTool>();
        services.AddSingleton<ITool, ChangesTool>();
        services.AddSingleton<ITool, KpisTool>();
        services.AddSingleton<ITool, CreditHoldTool>();
        services.AddSingleton<ITool, InvoiceMismatchesTool>();
        services.AddSingleton<ITool, PaymentBehaviourTool>();
        services.AddSingleton<ITool, ReceivableDaysTool>();
        services.AddSingleton<ITool, InvoicedTool>();
        services.AddSingleton<ITool, VatTool>();
        services.AddSingleton<ITool, ToInvoiceTool>();
        services.AddSingleton<ITool, ThroughputTool>();
        services.AddSingleton<ITool, DeliveriesTool>();
        services.AddSingleton<ITool, TicketFiguresTool>();
        services.AddSingleton<ITool, PurchaseOrdersTool>();
        services.AddSingleton<ITool, SupplierPerformanceTool>();
        services.AddSingleton<ITool, SupplierPricesTool>();
        services.AddSingleton<ITool, SupplierSummaryTool>();
        services.AddSingleton<ITool, AvailabilityTool>();
        services.AddSingleton<ITool, ReplenishmentTool>();
        services.AddSingleton<ITool, AgedStockTool>();
        services.AddSingleton<ITool, InventoryValueTool>();
        services.AddSingleton<ITool, InventoryVarianceTool>();
        services.AddSingleton<ITool, DataQualityTool>();
        services.AddSingleton<ITool, WarehouseWorkTool>();
        services.AddSingleton<ITool, ArrivalsTool>();
        services.AddSingleton<ITool, TicketTool>();
        services.AddSingleton<ITool, SimilarCasesTool>();
    }

    // One line a writing tool.
    private static void AddActions(IServiceCollection services)
    {
        services.AddSingleton<ActionDesk>();
        services.AddSingleton<ITool, PostNoteTool>();
        services.AddSingleton<ITool, ScheduleActivityTool>();
        services.AddSingleton<ITool, ChangePromisedDateTool>();
        services.AddSingleton<ITool, DraftQuotationTool>();
        services.AddSingleton<ITool, ConfirmQuotationTool>();
        services.AddSingleton<ITool, PriceExceptionTool>();
        services.AddSingleton<ITool, ReleaseCreditHoldTool>();
        services.AddSingleton<ITool, TicketUpdateTool>();
        services.AddSingleton<ITool, ReserveStockTool>();
        services.AddSingleton<ITool, ReallocateStockTool>();
        services.AddSingleton<ITool, SplitShipmentTool>();
        services.AddSingleton<ITool, InternalTransferTool>();
        services.AddSingleton<ITool, RequestCountTool>();
        services.AddSingleton<ITool, DraftPurchaseTool>();
        services.AddSingleton<ITool, ConfirmPurchaseTool>();
        services.AddSingleton<ITool, ExpediteReceiptTool>();
        services.AddSingleton<ITool, ChangeReceiptDateTool>();
        services.AddSingleton<ITool, DraftVendorBillTool>();
    }
}
