using System.Globalization;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Sales;

/// <summary>
/// How many quotations of a period became orders, by the day they were made. At most two round trips for each name, one for the caller's user, one for each period, one for the parts and one for those past
/// their validity.
/// </summary>
internal sealed class QuotationRateTool(IOdooClient client, NameResolver names) : OdooTool(client)
{
    private const int StandardDays = 90;
    private const int StandardCount = 5;
    private const int MostGroups = 5000;
    private const string Month = "create_date:month";

    private static readonly string[] Open = ["draft", "sent"];

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.quotation_rate",
        Description = "How many quotations (offers) made in a period became orders, were cancelled or are open: the win rate (conversion of quotations), against the period before, by salesperson, customer or month. "
            + "Not for which quotations are open or expire, not for opportunities, not for sales figures.",
        Ability = "how many of our quotations became orders: the win rate, by salesperson, customer or month",
        Status = "counting quotations and what became of them…",
        Parameters =
        [
            Parameters.Customer,
            Parameters.Salesperson,
            Parameters.Company,
            Parameters.Scope,
            Parameters.From with { Description = "First day on which the quotations were made; the last 90 days when left out." },
            Parameters.To,
            Parameters.Against,
            Parameters.Choice(
                "group",
                "How they are split: salesperson (default), customer or monthly.",
                ("salesperson", ["by salesperson", "per salesperson", "by rep", "per rep", "each rep", "which rep", "which salesperson", "who wins", "who won"]),
                ("customer", ["by customer", "per customer", "each customer", "which customer", "which customers"]),
                ("monthly", ["by month", "per month", "each month", "every month", "month by month", "monthly"])),
            Parameters.Count with { Description = "How many parts to list; 5 when left out, 50 at most." },
        ],
        Touches = [DataClass.Sales],
        MaxRoundTrips = (3 * NameResolver.RoundTripsPerName) + 1 + 4,
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

        if (AskedPeriod.Read(arguments, context.Today, StandardDays, out var fault) is not { } asked)
        {
            return Failed(fault);
        }

        var days = new CallerDays(context);
        var companies = new CompanyScope(context, resolved["company"]);
        var isMine = arguments.Text("scope") == "mine" && resolved["salesperson"] is null;
        var person = isMine ? (await names.MyselfAsync(context.Caller, cancellationToken))?.Id ?? 0 : resolved["salesperson"]?.Id;
        OdooDomain Of(Period period)
        {
            var domain = companies.Narrow(OdooDomain.Where("create_date", ">=", days.Start(period.From)).And("create_date", "<=", days.End(period.To)));
            domain = resolved["customer"] is { } customer ? domain.And("partner_id", "child_of", customer.Id) : domain;
            return person is { } id ? domain.And("user_id", "=", id) : domain;
        }

        var group = arguments.Text("group") ?? (person is null ? "salesperson" : "customer");
        var field = group switch { "customer" => "partner_id", "monthly" => Month, _ => "user_id" };
        var now = ReadAsync(context, Of(asked.Now), null, cancellationToken);
        var before = ReadAsync(context, Of(asked.Before), null, cancellationToken);
        var parts = ReadAsync(context, Of(asked.Now), field, cancellationToken);
        var stale = Client.CountAsync(context.Caller, "sale.order", Of(asked.Now).And("state", "in", Open).And("validity_date", "<", context.Today), cancellationToken);
        await Task.WhenAll(now, before, parts, stale);
        var about = (resolved["customer"] is { } c ? $" for {c.Name}" : string.Empty) + (isMine ? " of yours" : resolved["salesperson"] is { } p ? $" of {p.Name}" : string.Empty);
        return new QuotationRateWriter(new AnswerSheet(context, Client) { Scope = about + companies.Words }, asked, about + companies.Words, group)
            .Write(await now is [var made] ? made : null, await before is [var earlier] ? earlier : null, await parts, await stale, arguments.Shown(group == "monthly" ? 24 : StandardCount));
    }

    private async Task<IReadOnlyList<QuotationSum>> ReadAsync(ToolContext context, OdooDomain domain, string? field, CancellationToken cancellationToken)
    {
        var rows = await Client.ReadGroupAsync(
            context.Caller, new OdooGrouping { Model = "sale.order", Domain = domain, GroupBy = [.. field is null ? [] : new[] { field }, "state"], Limit = MostGroups }, cancellationToken);
        return [.. rows.Select(r => Sum(r, field)).GroupBy(s => s.Id).Select(g => g.Aggregate((a, b) => a.Plus(b)))];
    }

    private static QuotationSum Sum(OdooRow row, string? field)
    {
        var (id, name) = field is null ? (0, string.Empty)
            : field == Month ? row.Date(Month) is { } first ? ((first.Year * 100) + first.Month, first.ToString("MMMM yyyy", CultureInfo.InvariantCulture)) : (0, "no day")
            : row.Link(field) is { } link ? (link.Id, Phrase.Clean(link.Name, 80)) : (0, field == "user_id" ? "nobody" : "no customer");
        var count = row.Whole("__count");
        return row.Text("state") switch
        {
            "sale" => new QuotationSum(id, name, count, 0, 0),
            "cancel" => new QuotationSum(id, name, 0, count, 0),
            _ => new QuotationSum(id, name, 0, 0, count),
        };
    }
}
