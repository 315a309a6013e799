using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.MasterData;

/// <summary>
/// How many customers, suppliers and products there are, which of them lack something, and which customers are new. At most two round trips for each name and those of the counts. Customers only for those who may see sales, suppliers only
/// for those who may see purchasing, whatever Odoo would show.
/// </summary>
internal sealed class MasterDataTool(IOdooClient client, NameResolver names, MasterCounts counts, MasterGaps gaps, Newcomers newcomers, IDataGrants grants) : OdooTool(client)
{
    private static readonly ToolParameter Category = Parameters.Name("category", SlotKind.Category, "A product category, with all below it.");

    private static readonly ToolParameter Kinds = Parameters.Choice(
        "of",
        "What is counted: customers, suppliers, products, several of them, or all (default).",
        ("customers", ["customer", "customers", "clients", "accounts", "buyers"]),
        ("suppliers", ["supplier", "suppliers", "vendor", "vendors"]),
        ("products", ["product", "products", "article", "articles", "item", "items", "sku", "skus", "assortment", "catalogue"])) with { Type = ParameterType.TextList };

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.master_data",
        Description = "How many customers, suppliers and products are kept in Odoo, and how many of them were traded with in the last twelve months; and which of them lack something: customers without salesperson, payment terms, "
            + "VAT number, phone or e-mail, products without supplier or with a single one, without barcode, cost, sales price or weight; and which customers are new in a period, by their first order. Not for what one customer or product is, not for products entered twice, not for stock.",
        Ability = "how many customers, suppliers and products we have, who is new, and which lack a salesperson, a supplier, a barcode or the like",
        Status = "counting customers, suppliers and products…",
        Parameters =
        [
            Kinds,
            Gap.Parameter,
            Parameters.Choice(
                "show",
                "all (default), or new for customers whose first confirmed order falls into the period.",
                ("new", ["new", "newly won", "newest", "new customers", "first order", "first orders", "first time", "for the first time", "gained", "acquired", "onboarded", "won as customers"])),
            Parameters.From with { Description = "With show=new: first day of the period; this year when left out." },
            Parameters.To,
            Parameters.Choice(
                "group",
                "none (default), or salesperson for the number of customers of each salesperson.",
                ("salesperson", ["by salesperson", "per salesperson", "each salesperson", "by rep", "per rep", "each rep", "which rep", "which salesperson", "each sales representative", "per sales representative", "every salesperson", "most customers"])),
            Parameters.Salesperson with { Description = "Only customers whom this salesperson looks after." },
            Parameters.Scope,
            Category,
            Parameters.Count,
        ],
        Touches = [DataClass.Stock],
        MayTouch = [DataClass.Sales, DataClass.Purchasing],
        MaxRoundTrips = (2 * NameResolver.RoundTripsPerName) + 1 + Math.Max(MasterCounts.RoundTrips, Math.Max(MasterGaps.RoundTrips, Newcomers.RoundTrips)),
    };

    protected override string Area => "customers, suppliers and products";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (arguments.Texts("of").FirstOrDefault(k => !Kinds.Choices.ContainsKey(k)) is { } unknown)
        {
            return Failed($"of should be some of {Phrase.List(Kinds.Choices.Keys, "or")}, not {Phrase.Quoted(unknown)}.");
        }

        var (lacks, isNew) = (arguments.Text("lacks"), arguments.Text("show") == "new");
        var isOwn = arguments.Text("scope") == "mine";
        var kind = arguments.Texts("of") switch { [var one] => one, [] when arguments.Text("salesperson") is not null || arguments.Text("group") is not null || isOwn => "customers", _ => "all" };
        var of = isNew ? "customers" : lacks is null ? kind : Gap.KindOf(lacks, kind);
        var sight = new MasterSight(await MayAsync(context, DataClass.Sales, "res.partner", cancellationToken), await MayAsync(context, DataClass.Purchasing, "res.partner", cancellationToken), await MayAsync(context, DataClass.Stock, "product.product", cancellationToken));
        if (!sight.Covers(of))
        {
            return Denied(of == "all" ? Area : of);
        }

        var resolved = await names.ResolveAsync(context, arguments, [Parameters.Salesperson, Category], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        var person = isOwn ? await names.MyselfAsync(context.Caller, cancellationToken) : resolved["salesperson"];
        var request = new MasterRequest(of, lacks, person, isOwn, resolved["category"], arguments.Shown()) { IsByPerson = arguments.Text("group") == "salesperson" };
        var sheet = new AnswerSheet(context, Client);
        if (isNew)
        {
            return AskedPeriod.Read(arguments, context.Today, context.Today.DayOfYear, out var fault) is { } asked ? await newcomers.AnswerAsync(context, sheet, request, asked.Now, cancellationToken) : Failed(fault);
        }

        return lacks is null ? await counts.AnswerAsync(context, sheet, request, sight, cancellationToken) : await gaps.AnswerAsync(context, sheet, request, cancellationToken);
    }

    private async Task<bool> MayAsync(ToolContext context, DataClass data, string model, CancellationToken cancellationToken)
        => grants.MaySee(context.Caller, data) && await Client.MayReadAsync(context.Caller, model, cancellationToken);
}
