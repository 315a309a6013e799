using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.MasterData;

/// <summary>Customers whose first confirmed order falls into a period, and what they ordered in it. Contacts order for their company.</summary>
internal sealed class Newcomers(IOdooClient client)
{
    /// <summary>First orders, the companies of contacts, and what was ordered in the period.</summary>
    public const int RoundTrips = 3;

    private const int MostPartners = 20_000;

    /// <summary>Reads and writes them, the latest first.</summary>
    public async Task<ToolResult> AnswerAsync(ToolContext context, AnswerSheet sheet, MasterRequest request, Period period, CancellationToken cancellationToken)
    {
        if (!await client.MayReadAsync(context.Caller, "sale.order", cancellationToken))
        {
            return FaultAnswers.Denied("sales orders");
        }

        var days = new CallerDays(context);
        var own = OdooDomain.Where("state", "=", "sale") is var confirmed && (request.Person is not null || request.IsOwn) ? confirmed.And("partner_id.user_id", "=", request.Person?.Id ?? 0) : confirmed;
        var firsts = client.ReadGroupAsync(context.Caller, new OdooGrouping { Model = "sale.order", Domain = own, GroupBy = ["partner_id"], Aggregates = ["date_order:min"], Limit = MostPartners }, cancellationToken);
        var ordered = client.ReadGroupAsync(
            context.Caller,
            new OdooGrouping
            {
                Model = "sale.order", Domain = own.And("date_order", ">=", days.Start(period.From)).And("date_order", "<=", days.End(period.To)),
                GroupBy = ["partner_id", "currency_id"], Aggregates = ["amount_untaxed:sum"], Limit = MostPartners,
            },
            cancellationToken);
        await Task.WhenAll(firsts, ordered);
        var partners = (await firsts).Where(r => r.Link("partner_id") is not null && days.Of(r.Moment("date_order")) is not null).ToList();
        var companies = (await client.ReadableAsync(context.Caller, "res.partner", partners.Select(r => r.Link("partner_id")!.Value.Id), ["commercial_partner_id"], cancellationToken))
            .Where(r => r.Link("commercial_partner_id") is not null).ToDictionary(r => r.Id, r => r.Link("commercial_partner_id")!.Value);
        (int Id, string Name) Company(OdooRow row) => row.Link("partner_id")!.Value is var p && companies.TryGetValue(p.Id, out var c) ? c : p;
        var bought = (await ordered).Where(r => r.Link("partner_id") is not null).ToLookup(r => Company(r).Id);
        var all = partners.GroupBy(r => Company(r).Id).Select(g => (Row: g.Key, Company(g.First()).Name, First: g.Min(r => days.Of(r.Moment("date_order"))!.Value))).ToList();
        var found = all.Where(c => c.First >= period.From && c.First <= period.To)
            .Select(c => new Newcomer(c.Row, Phrase.Clean(c.Name, 80), c.First, bought[c.Row].Sum(r => r.Whole("__count")), [.. bought[c.Row].GroupBy(r => r.Link("currency_id")?.Name ?? "EUR").Select(g => (Math.Round(g.Sum(r => r.Number("amount_untaxed")), 2), g.Key))]))
            .OrderByDescending(c => c.First).ThenBy(c => c.Name, StringComparer.Ordinal).ToList();
        return Write(sheet, request, period, found, all.Count, new HistoryStart(all.Count == 0 ? null : all.Min(c => c.First)));
    }

    private static ToolResult Write(AnswerSheet sheet, MasterRequest request, Period period, List<Newcomer> found, int all, HistoryStart start)
    {
        var shown = found.Take(request.Shown).ToList();
        var list = sheet.Aggregate(
            "newcomers", $"Customers with their first order {period.Words}", $"{Phrase.Number(found.Count)} of {Phrase.Count(all, "customer", "customers")}{request.About} with confirmed orders",
            FactOf.Number("New customers", found.Count), FactOf.Number("Customers with orders", all), FactOf.Number("Shown", shown.Count), FactOf.Date("From", period.From), FactOf.Date("To", period.To));
        sheet.Say(
            FindingRole.Headline,
            found.Count == 0 ? $"No customer{request.About} is new: of {Phrase.Number(all)} with confirmed orders none placed the first one {period.Words}"
                : $"{Phrase.Count(found.Count, $"customer{request.About} is", $"customers{request.About} are")} new: the first confirmed order was placed {period.Words}",
            null,
            list);
        var cited = shown.ConvertAll(c => c.Add(sheet));
        for (var i = 0; i < shown.Count; i++)
        {
            sheet.Say(FindingRole.Item, shown[i].Words, shown[i].Name, cited[i]);
        }

        if (start.Cuts(period))
        {
            sheet.Say(FindingRole.Caveat, $"The orders I can see begin on {Phrase.Day(start.FirstDay!.Value)}: whoever bought before that seems new here", null, start.Add(sheet));
        }

        if (shown.Count < found.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Number(found.Count)}, the latest first", null, list);
        }

        if (shown.Count > 0)
        {
            sheet.Show(new TableCard
            {
                Title = "Customers",
                Columns = [new("name", "Customer", FactKind.Text), new("first", "First order", FactKind.Date), new("orders", "Orders", FactKind.Number)],
                Rows = [.. shown.Select(c => (IReadOnlyList<JsonValue?>)[JsonValue.Create(c.Name), JsonValue.Create(c.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), JsonValue.Create(c.Orders)])],
                TotalRows = found.Count,
                Sources = cited,
            });
        }

        return sheet.Finish(new ListCut(shown.Count, found.Count));
    }

    private sealed record Newcomer(int Id, string Name, DateOnly First, int Orders, IReadOnlyList<(decimal Amount, string Currency)> Ordered)
    {
        public string Words => $"{Name}: first order {Phrase.Day(First)}, {Phrase.Count(Orders, "order", "orders")} worth {Phrase.List(Ordered.Select(o => Phrase.Money(o.Amount, o.Currency)))} net in the period";

        public string Add(AnswerSheet sheet)
            => sheet.Record(
                "res.partner", Id, $"Customer {Name}", Words, null,
                [FactOf.Text("Customer", Name), FactOf.Date("First order", First), FactOf.Number("Orders", Orders), .. Ordered.Select(o => FactOf.Money("Ordered", o.Amount, o.Currency))]);
    }
}
