using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Sales;

/// <summary>Reads a customer's figures, summed by Odoo: at most <see cref="RoundTrips"/>.</summary>
internal sealed class CustomerReader(IOdooClient client, SalesReader sales)
{
    /// <summary>The customer, two periods, two margins, open orders, best products, last contact, the latest order and its currency, the first order of all.</summary>
    public const int RoundTrips = 10;

    private static readonly string[] ConfirmedStates = ["sale", "done"];

    /// <summary>The figures, or null when the caller may not see the customer.</summary>
    public async Task<CustomerFigures?> ReadAsync(ToolContext context, int id, Period period, CancellationToken cancellationToken)
    {
        var days = new CallerDays(context);
        var rows = client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "res.partner", Domain = OdooDomain.Where("id", "=", id), Fields = ["name", "city", "user_id", "sale_warn_msg", "write_date"], Limit = 1, WithArchived = true,
            },
            cancellationToken);
        var now = FiguresAsync(context, id, period, days, cancellationToken);
        var before = FiguresAsync(context, id, AskedPeriod.Comparable(period), days, cancellationToken);
        var open = GroupAsync(context, OrdersOf(id).And(OrderReader.OpenOrders), "amount_untaxed:sum", cancellationToken);
        var best = BestAsync(context, id, period, days, cancellationToken);
        var contact = ContactAsync(context, id, cancellationToken);
        var last = client.SearchReadAsync(
            context.Caller, new OdooQuery { Model = "sale.order", Domain = OrdersOf(id), Fields = ["name", "date_order", "amount_untaxed", "currency_id", "write_date"], Order = "date_order desc, id desc", Limit = 1 }, cancellationToken);
        var first = sales.StartAsync(context, new CompanyScope(context, null), cancellationToken);
        await Task.WhenAll(rows, now, before, open, best, contact, last, first);
        if ((await rows).Rows.Count == 0)
        {
            return null;
        }

        var waiting = await open;
        return new CustomerFigures
        {
            Row = (await rows).Rows[0],
            Now = await now,
            Before = await before,
            Start = await first,
            Open = new OrderFigures(period, Count(waiting), waiting?.Number("amount_untaxed") ?? 0, null),
            Best = await best,
            LastContact = await contact,
            LastOrder = (await last).Rows is [var latest, ..] ? latest : null,
            Currency = (await last).Rows is [var order, ..] ? order.Link("currency_id")?.Name ?? "EUR" : "EUR",
        };
    }

    private static OdooDomain OrdersOf(int id) => OdooDomain.Where("partner_id", "child_of", id).And("state", "in", ConfirmedStates);

    private static OdooDomain In(OdooDomain domain, string field, Period period, CallerDays days)
        => domain.And(field, ">=", days.Start(period.From)).And(field, "<=", days.End(period.To));

    private static int Count(OdooRow? row) => row?.Whole("__count") ?? 0;

    private async Task<OrderFigures> FiguresAsync(ToolContext context, int id, Period period, CallerDays days, CancellationToken cancellationToken)
    {
        var domain = In(OrdersOf(id), "date_order", period, days);
        var sums = GroupAsync(context, domain, "amount_untaxed:sum", cancellationToken);
        var margin = MarginAsync(context, domain, cancellationToken);
        await Task.WhenAll(sums, margin);
        var row = await sums;
        return new OrderFigures(period, Count(row), row?.Number("amount_untaxed") ?? 0, await margin);
    }

    private async Task<OdooRow?> GroupAsync(ToolContext context, OdooDomain domain, string aggregate, CancellationToken cancellationToken)
    {
        var rows = await client.ReadGroupAsync(
            context.Caller, new OdooGrouping { Model = "sale.order", Domain = domain, GroupBy = [], Aggregates = [aggregate] }, cancellationToken);
        return rows.Count == 0 ? null : rows[0];
    }

    /// <summary>The margin, or null when the account may not see it: Odoo refuses the field to some groups.</summary>
    private async Task<decimal?> MarginAsync(ToolContext context, OdooDomain domain, CancellationToken cancellationToken)
    {
        try
        {
            var row = await GroupAsync(context, domain, "margin:sum", cancellationToken);
            return row?.Has("margin") == true ? row.Number("margin") : null;
        }
        catch (OdooException e) when (e.Fault is OdooFault.AccessDenied or OdooFault.BadCall or OdooFault.Validation)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<(int, string, decimal)>> BestAsync(ToolContext context, int id, Period period, CallerDays days, CancellationToken cancellationToken)
    {
        var domain = OdooDomain.Where("order_id.partner_id", "child_of", id).And("order_id.state", "in", ConfirmedStates).And("product_id", "!=", null);
        var rows = await client.ReadGroupAsync(
            context.Caller,
            new OdooGrouping
            {
                Model = "sale.order.line", Domain = In(domain, "order_id.date_order", period, days), GroupBy = ["product_id"], Aggregates = ["price_subtotal:sum"],
            },
            cancellationToken);
        return [.. rows
            .Where(r => r.Link("product_id") is not null)
            .Select(r => (r.Link("product_id")!.Value.Id, r.Link("product_id")!.Value.Name, r.Number("price_subtotal")))
            .OrderByDescending(r => r.Item3).Take(3)];
    }

    private async Task<OdooRow?> ContactAsync(ToolContext context, int id, CancellationToken cancellationToken)
    {
        if (!await client.MayReadAsync(context.Caller, "mail.message", cancellationToken))
        {
            return null;
        }

        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "mail.message",
                Domain = OdooDomain.Where("model", "=", "res.partner").And("res_id", "=", id).And("message_type", "in", new List<string> { "email", "comment" }),
                Fields = ["date", "subject", "author_id", "message_type"],
                Order = "date desc, id desc",
                Limit = 1,
            },
            cancellationToken);
        return page.Rows.Count == 0 ? null : page.Rows[0];
    }
}
