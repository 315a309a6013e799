using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Sales;

/// <summary>Quotations whose validity ends soon, or has ended, with amount and days left. Two round trips for each name, one for the caller's user and two for the list.</summary>
internal sealed class ExpiringQuotationsTool(IOdooClient client, NameResolver names) : OdooTool(client)
{
    private const int StandardDays = 14;
    private const int MostRead = 500;

    private static readonly string[] Open = ["draft", "sent"];

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.expiring_quotations",
        Description = "Open quotations (offers not confirmed yet) whose validity ends soon, or has already ended, with customer, amount and days left. Not for confirmed orders.",
        Ability = "which quotations are about to expire",
        Status = "looking at open quotations…",
        Parameters =
        [
            Parameters.Customer,
            Parameters.Salesperson,
            Parameters.Choice(
                "show",
                "expiring for those that end soon (default), expired for those whose validity has ended, open for all that are not confirmed.",
                ("expiring", ["expire", "expires", "expiring", "run out", "running out", "about to", "end soon", "valid until"]),
                ("expired", ["have expired", "already expired", "lapsed", "no longer valid", "out of date", "past their validity"]),
                ("open", ["open quotations", "open quotes", "open offers", "all quotations", "all quotes", "pending", "outstanding", "not confirmed"])),
            Parameters.From with { Description = "First day on which the validity may end; today when left out." },
            Parameters.Day("to", SlotKind.PeriodEnd, "Last day on which the validity may end; in 14 days when left out."),
            Parameters.MinimumAmount,
            Parameters.Company,
            Parameters.Scope,
            Parameters.Count,
        ],
        Touches = [DataClass.Sales],
        MaxRoundTrips = (3 * NameResolver.RoundTripsPerName) + 1 + 2,
    };

    protected override string Area => "quotations";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (!await Client.MayReadAsync(context.Caller, "sale.order", cancellationToken))
        {
            return Denied();
        }

        var resolved = await names.ResolveAsync(context, arguments, [Parameters.Customer, Parameters.Salesperson, Parameters.Company], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        var today = context.Today;
        var show = arguments.Text("show") ?? "expiring";

        // A period that is over asks for those that lapsed in it; one that has begun for those that still end in it.
        var isOver = arguments.Day("to") < today;
        var from = arguments.Day("from") is { } first && (isOver || first > today) ? first : isOver ? arguments.Day("to")!.Value.AddDays(1 - StandardDays) : today;
        var to = arguments.Day("to") ?? (arguments.Day("from") is null ? today : from).AddDays(StandardDays);
        if (show == "expiring" && from > to)
        {
            return Failed($"The period ends ({Phrase.Day(to)}) before it begins ({Phrase.Day(from)}).");
        }

        var companies = new CompanyScope(context, resolved["company"]);
        var domain = companies.Narrow(OdooDomain.Where("state", "in", Open));
        domain = show switch
        {
            "expiring" => domain.And("validity_date", ">=", from).And("validity_date", "<=", to),
            "expired" => domain.And("validity_date", "<", today),
            _ => domain,
        };
        domain = resolved["customer"] is { } customer ? domain.And("partner_id", "child_of", customer.Id) : domain;
        domain = arguments.Number("min_amount") is { } least ? domain.And("amount_untaxed", ">=", least) : domain;
        var person = arguments.Text("scope") == "mine" ? (await names.MyselfAsync(context.Caller, cancellationToken))?.Id ?? 0 : resolved["salesperson"]?.Id;
        domain = person is { } user ? domain.And("user_id", "=", user) : domain;
        var page = await Client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "sale.order", Domain = domain, Fields = ["name", "state", "partner_id", "validity_date", "date_order", "amount_untaxed", "currency_id", "user_id", "write_date"], Order = "validity_date, id", Limit = MostRead, WithTotal = true,
            },
            cancellationToken);
        var of = resolved["customer"] is { } c ? $" for {c.Name}" : string.Empty;
        var kind = show switch
        {
            "expiring" => $"{of} whose validity {(isOver ? "ended" : "ends")} from {Phrase.Day(from)} to {Phrase.Day(to)}",
            "expired" => $"{of} whose validity ended before {Phrase.Day(today)}",
            _ => of,
        };
        return Write(new AnswerSheet(context, Client) { Scope = companies.Words }, page, kind + companies.Words, [FactOf.Date("Today", today), FactOf.Date("From", from), FactOf.Date("To", to)], arguments.Shown());
    }

    private static ToolResult Write(AnswerSheet sheet, OdooPage page, string kind, IReadOnlyList<Fact> window, int count)
    {
        var shown = page.Rows.Take(count).ToList();
        var list = sheet.Count("quotations", "Quotations found", page.Rows.Select(r => r.Text("name") ?? string.Empty), $"open quotations{kind}", [.. window, FactOf.Number("Shown", shown.Count), FactOf.Number("In all", page.Total)]);
        if (page.Rows.Count == 0)
        {
            sheet.Say(FindingRole.Headline, $"There is no open quotation{kind} among those you may see", null, list);
            return sheet.Finish();
        }

        var evidence = new List<string> { list };
        var sums = page.Rows.GroupBy(r => r.Link("currency_id")?.Name ?? "EUR").Select(g =>
        {
            evidence.Add(sheet.Sum($"quotations:{g.Key}", $"Worth {g.Key}", g.Select(r => (r.Text("name") ?? string.Empty, r.Number("amount_untaxed"))), g.Key, "net amounts"));
            return Phrase.Money(g.Sum(r => Math.Round(r.Number("amount_untaxed"), 2)), g.Key);
        }).ToList();
        sheet.Say(FindingRole.Headline, $"{Phrase.Count(page.Rows.Count, "open quotation", "open quotations")}{kind}, {Phrase.List(sums)} net in all", null, evidence);
        foreach (var row in shown)
        {
            Item(sheet, row);
        }

        if (page.Rows.Where(r => r.Date("validity_date") is { } d && d >= sheet.Days.Today).MaxBy(r => r.Number("amount_untaxed")) is { } largest)
        {
            sheet.Say(FindingRole.Advice, $"{largest.Text("name")} for {Partner(largest)} is the largest one still valid: a call there first is worth most", null, Add(sheet, largest));
        }

        if (shown.Count < page.Total)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Number(page.Total)}{(page.IsCut ? "; sums are over those read" : string.Empty)}", null, list);
        }

        sheet.Show(new TableCard
        {
            Title = "Quotations",
            Columns = [new("number", "Quotation", FactKind.Code), new("customer", "Customer", FactKind.Text), new("valid", "Valid until", FactKind.Date), new("amount", "Net amount", FactKind.Money, shown[0].Link("currency_id")?.Name ?? "EUR"), new("salesperson", "Salesperson", FactKind.Text)],
            Rows = [.. shown.Select(r => (IReadOnlyList<JsonValue?>)
            [
                JsonValue.Create(r.Text("name")), JsonValue.Create(Partner(r)), r.Date("validity_date") is { } d ? JsonValue.Create(d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null, JsonValue.Create(Math.Round(r.Number("amount_untaxed"), 2)), JsonValue.Create(r.Link("user_id")?.Name),
            ])],
            TotalRows = page.Total,
            Sources = [.. shown.Select(r => Add(sheet, r))],
        });
        return sheet.Finish(new ListCut(shown.Count, page.Total));
    }

    private static void Item(AnswerSheet sheet, OdooRow row)
    {
        var number = row.Text("name") ?? string.Empty;
        var evidence = new List<string> { Add(sheet, row) };
        var text = $"{number} for {Partner(row)}: {Phrase.Money(row.Number("amount_untaxed"), row.Link("currency_id")?.Name ?? "EUR")}";
        if (row.Date("validity_date") is { } until)
        {
            var today = sheet.Days.Today;
            var left = until.DayNumber - today.DayNumber;
            evidence.Add(left >= 0
                ? sheet.DaysBetween($"quotation-left:{row.Id}", $"Days {number} is still valid", ("last valid day", until), ("today", today))
                : sheet.DaysBetween($"quotation-left:{row.Id}", $"Days since {number} expired", ("today", today), ("last valid day", until)));
            text += $", valid until {Phrase.Day(until)}, " + left switch { 0 => "the last day is today", > 0 => $"{Phrase.Days(left)} left", _ => $"expired {Phrase.Days(-left)} ago" };
        }
        else
        {
            text += ", without a last day";
        }

        sheet.Say(FindingRole.Item, text + (row.Link("user_id") is { } user ? $" ({user.Name})" : string.Empty), number, evidence);
    }

    private static string Partner(OdooRow row) => Phrase.Clean(row.Link("partner_id")?.Name, 80);

    private static string Add(AnswerSheet sheet, OdooRow row)
    {
        var number = row.Text("name") ?? string.Empty;
        var currency = row.Link("currency_id")?.Name ?? "EUR";
        return sheet.Record(
            "sale.order",
            row.Id,
            $"Quotation {number} — {Partner(row)}",
            $"{number}, {Partner(row)}: {Phrase.Money(row.Number("amount_untaxed"), currency)} net, {(row.Text("state") == "sent" ? "sent" : "not sent yet")}" + (row.Date("validity_date") is { } d ? $", valid until {Phrase.Day(d)}" : string.Empty),
            row,
            [
                FactOf.Code("Quotation", number),
                FactOf.Text("Customer", Partner(row)),
                FactOf.Money("Net amount", row.Number("amount_untaxed"), currency),
                .. row.Date("validity_date") is { } until ? [FactOf.Date("Valid until", until)] : Array.Empty<Fact>(),
                FactOf.Text("Salesperson", row.Link("user_id")?.Name),
            ]);
    }
}
