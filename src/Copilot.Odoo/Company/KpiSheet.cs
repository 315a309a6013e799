using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Company;

/// <summary>Reads what the wanted figures need, all at once, and has them written.</summary>
internal sealed class KpiSheet(IOdooClient client, ServiceReader service, KpiReader reader, TroubleReader trouble, SalesReader sales)
{
    /// <summary>Both periods of everything; turns are of now alone.</summary>
    public const int RoundTrips = (2 * (ServiceReader.RoundTrips + KpiReader.ReceiptTrips + SalesReader.RoundTrips)) + TroubleReader.RoundTrips + KpiReader.TurnTrips;

    private static readonly (IReadOnlyList<ServedOrder> Orders, bool IsCut) NoOrders = ([], false);

    public async Task<ToolResult> WriteAsync(ToolContext context, AnswerSheet sheet, KpiRequest request, CancellationToken cancellationToken)
    {
        var (now, before) = (request.Period.Now, request.Period.Before);
        var (judged, earlier) = (KpiRequest.Judged(now, context.Today), before);
        var ordersWanted = request.Wants(KpiDefinitions.Otif) || request.Wants(KpiDefinitions.FillRate) || request.Wants(KpiDefinitions.CycleTime);
        var company = request.Companies.Only;
        Task<(IReadOnlyList<ServedOrder> Orders, bool IsCut)> Served(Period p) => ordersWanted && p.From <= p.To ? service.ReadAsync(context, p, request.OnOrders(company), cancellationToken) : Task.FromResult(NoOrders);
        Task<IReadOnlyList<DueReceipt>?> Due(Period p) => ReceiptsAsync(context, request, p, cancellationToken);
        Task<IReadOnlyList<SalesSum>?> Taken(Period p) => IntakeAsync(context, request, p, cancellationToken);
        var (servedNow, servedBefore) = (Served(judged), Served(earlier));
        var (dueNow, dueBefore) = (Due(judged), Due(earlier));
        var ended = request.Wants(KpiDefinitions.Resolution) ? trouble.ReadAsync(context, request, cancellationToken) : Task.FromResult<TroubleBook?>(null);
        var (takenNow, takenBefore) = (Taken(now), Taken(before));
        var turns = request.Wants(KpiDefinitions.Turns) && request.Warehouse is null ? reader.TurnsAsync(context, now, request.Companies.Narrow(OdooDomain.All), cancellationToken) : Task.FromResult<StockTurns?>(null);
        await Task.WhenAll(servedNow, servedBefore, dueNow, dueBefore, ended, takenNow, takenBefore, turns);
        var writer = new KpiWriter(sheet, request, judged);
        return request.Group is null
            ? writer.WriteAll(new KpiFigures
            {
                Served = ((await servedNow).Orders, (await servedBefore).Orders),
                Due = (await dueNow, await dueBefore),
                Trouble = await ended,
                Intake = (await takenNow, await takenBefore),
                Turns = await turns,
                IsCut = (await servedNow).IsCut || (await servedBefore).IsCut || (await ended)?.IsCut == true,
            })
            : writer.WriteGroups((await servedNow).Orders, await dueNow, await ended);
    }

    private async Task<IReadOnlyList<DueReceipt>?> ReceiptsAsync(ToolContext context, KpiRequest request, Period period, CancellationToken cancellationToken)
        => request.Wants(KpiDefinitions.SupplierOnTime) && period.From <= period.To && await client.MayReadAsync(context.Caller, "purchase.order", cancellationToken)
            ? await reader.ReceiptsAsync(context, period, request.OnReceipts, cancellationToken)
            : null;

    private async Task<IReadOnlyList<SalesSum>?> IntakeAsync(ToolContext context, KpiRequest request, Period period, CancellationToken cancellationToken)
    {
        if (!request.Wants(KpiDefinitions.OrderIntake))
        {
            return null;
        }

        var domain = request.Companies.Narrow(SalesReader.Confirmed(period, new CallerDays(context)));
        domain = request.Customer is { } customer ? domain.And("order_partner_id", "child_of", customer.Id) : domain;
        domain = request.Warehouse is { } warehouse ? domain.And("order_id.warehouse_id", "=", warehouse.Id) : domain;
        return await sales.ReadAsync(context, domain, null, cancellationToken);
    }
}
