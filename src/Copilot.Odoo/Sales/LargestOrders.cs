using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Sales;

/// <summary>The confirmed orders of a period by their net amount, sold or bought. Two round trips: what there is by currency, then the first ones.</summary>
internal sealed class LargestOrders(IOdooClient client)
{
    /// <summary>Reads and writes them.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="sheet">Where the answer is written.</param>
    /// <param name="request">Sales or purchase orders, the period, from which end, how many.</param>
    /// <param name="resolved">The names it is narrowed to.</param>
    /// <param name="person">The salesperson; null for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<ToolResult> AnswerAsync(ToolContext context, AnswerSheet sheet, RankingRequest request, ResolvedNames resolved, int? person, CancellationToken cancellationToken)
    {
        var isBought = request.Of == "purchase_orders";
        var (model, day) = isBought ? ("purchase.order", "date_approve") : ("sale.order", "date_order");
        var domain = request.Companies.Narrow(OdooDomain.Where("state", "=", isBought ? "purchase" : "sale"))
            .And(day, ">=", sheet.Days.Start(request.Period.From)).And(day, "<=", sheet.Days.End(request.Period.To));
        domain = (isBought ? resolved["supplier"] : resolved["customer"]) is { } partner ? domain.And("partner_id", "child_of", partner.Id) : domain;
        domain = resolved["product"] is { } product ? domain.And("order_line.product_id", "=", product.Id) : domain;
        domain = resolved["category"] is { } category ? domain.And("order_line.product_id.categ_id", "child_of", category.Id) : domain;
        domain = person is { } id ? domain.And("user_id", "=", id) : domain;
        var sums = await client.ReadGroupAsync(
            context.Caller, new OdooGrouping { Model = model, Domain = domain, GroupBy = ["currency_id"], Aggregates = ["amount_untaxed:sum"] }, cancellationToken);
        if (sums.Where(r => r.Link("currency_id") is not null).MaxBy(r => r.Number("amount_untaxed")) is not { } most || most.Link("currency_id") is not { } currency)
        {
            return Nothing(sheet, request, isBought);
        }

        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = model,
                Domain = domain.And("currency_id", "=", currency.Id),
                Fields = ["name", "partner_id", day, "amount_untaxed", "write_date"],
                Order = request.FromBottom ? "amount_untaxed, id" : "amount_untaxed desc, id",
                Limit = request.Count,
                WithTotal = true,
            },
            cancellationToken);
        var others = sums.Select(r => r.Link("currency_id")?.Name).OfType<string>().Where(c => c != currency.Name).Order(StringComparer.Ordinal).ToList();
        return page.Rows.Count == 0 ? Nothing(sheet, request, isBought) : Write(sheet, request, model, day, page, currency.Name, others);
    }

    private static string Kind(bool isBought) => isBought ? "purchase" : "sales";

    private static string About(RankingRequest request) => request.One is { } one ? $" from {one.Name}" : request.About;

    private static ToolResult Nothing(AnswerSheet sheet, RankingRequest request, bool isBought)
    {
        var none = sheet.Aggregate(
            "largest-orders:none", "Orders found", $"No confirmed {Kind(isBought)} order{About(request)} {request.Period.Words}", FactOf.Number("Orders", 0), FactOf.Date("From", request.Period.From), FactOf.Date("To", request.Period.To));
        sheet.Say(FindingRole.Headline, $"I found no confirmed {Kind(isBought)} orders{About(request)} {request.Period.Words} among those you may see", null, none);
        return sheet.Finish();
    }

    private static ToolResult Write(AnswerSheet sheet, RankingRequest request, string model, string day, OdooPage page, string currency, List<string> others)
    {
        var isBought = model == "purchase.order";
        var total = page.Total;
        var period = sheet.Aggregate(
            "largest-orders:period",
            $"All {Kind(isBought)} orders of the period",
            $"{Phrase.Count(total, $"confirmed {Kind(isBought)} order", $"confirmed {Kind(isBought)} orders")}{About(request)} in {currency}, {request.Period.Words}, by their net amount",
            FactOf.Number("Orders", total),
            FactOf.Number("Shown", page.Rows.Count),
            FactOf.Date("From", request.Period.From),
            FactOf.Date("To", request.Period.To));
        var said = page.Rows.Select(r => (
            Row: r, Number: r.Text("name") ?? "?", Partner: Phrase.Clean(r.Link("partner_id")?.Name, 80), Day: sheet.Days.Of(r.Moment(day)), Net: r.Number("amount_untaxed"))).ToList();
        var cited = said.ConvertAll(o => sheet.Record(
            model,
            o.Row.Id,
            $"{(isBought ? "Purchase" : "Sales")} order {o.Number} — {o.Partner}",
            $"{o.Number} {(isBought ? "from" : "of")} {o.Partner}: {Phrase.Money(o.Net, currency)} net",
            o.Row,
            [FactOf.Code("Order", o.Number), FactOf.Text(isBought ? "Supplier" : "Customer", o.Partner), FactOf.Money("Net", o.Net, currency), .. o.Day is { } on ? [FactOf.Date(isBought ? "Confirmed" : "Ordered", on)] : Array.Empty<Fact>()]));
        string Sentence(int i) => $"{said[i].Number} {(isBought ? "from" : "of")} {said[i].Partner}: {Phrase.Money(said[i].Net, currency)} net{(said[i].Day is { } d ? $", {(isBought ? "confirmed" : "ordered")} {Phrase.Day(d)}" : string.Empty)}";
        sheet.Say(
            FindingRole.Headline,
            $"The {(request.FromBottom ? "smallest" : "largest")} of {Phrase.Count(total, $"{Kind(isBought)} order", $"{Kind(isBought)} orders")}{About(request)} {request.Period.Words}{request.Companies.Words} is {Sentence(0)}",
            null,
            period,
            cited[0]);
        for (var i = 0; i < said.Count && said.Count > 1; i++)
        {
            sheet.Say(FindingRole.Item, Sentence(i), said[i].Number, cited[i]);
        }

        if (others.Count > 0)
        {
            sheet.Say(FindingRole.Caveat, $"Orders in {Phrase.List(others)} are left out: amounts of different currencies can't be compared", null, period);
        }

        if (said.Count < total)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {said.Count} of {Phrase.Number(total)}", null, period);
        }

        sheet.Show(new TableCard
        {
            Title = request.FromBottom ? "Smallest orders" : "Largest orders",
            Columns = [new("order", "Order", FactKind.Code), new("name", isBought ? "Supplier" : "Customer", FactKind.Text), new("day", isBought ? "Confirmed" : "Ordered", FactKind.Date), new("net", "Net", FactKind.Money, currency)],
            Rows = [.. said.Select(o => (IReadOnlyList<JsonValue?>)[JsonValue.Create(o.Number), JsonValue.Create(o.Partner), JsonValue.Create(o.Day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), JsonValue.Create(Math.Round(o.Net, 2))])],
            TotalRows = total,
            Sources = cited,
        });
        return sheet.Finish(new ListCut(said.Count, total));
    }
}
