using Copilot.Contracts;

namespace Copilot.Testing.Conversation;

/// <summary>Four tools of a small distributor with answers of their own.</summary>
public static class PracticeTools
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    public static PracticeTool Orders() => new(
        new ToolDefinition
        {
            Name = "practice.orders",
            Description = "Says where orders stand.",
            Ability = "where an order stands",
            Status = "looking at open orders…",
            Parameters =
            [
                Parameter("order", SlotKind.SalesOrder),
                Parameter("customer", SlotKind.Customer),
                Parameter("warehouse", SlotKind.Warehouse),
                Parameter("transfer", SlotKind.Transfer),
                Parameter("from", SlotKind.PeriodStart, ParameterType.Date),
                Parameter("to", SlotKind.PeriodEnd, ParameterType.Date),
                Parameter("by", SlotKind.Day, ParameterType.Date),
                Parameter("min_amount", SlotKind.Money, ParameterType.Number),
                Parameter("count", SlotKind.Count, ParameterType.WholeNumber),
            ],
            Touches = [DataClass.Sales],
            MaxRoundTrips = 2,
        },
        (_, call, _) => Task.FromResult(OrdersResult((string?)call.Arguments["order"] ?? "S00042")));

    public static PracticeTool Stock() => new(
        new ToolDefinition
        {
            Name = "practice.stock",
            Description = "Says what is in stock.",
            Ability = "what is in stock",
            Status = "looking at stock…",
            Parameters = [Parameter("product", SlotKind.Product, required: true), Parameter("warehouse", SlotKind.Warehouse)],
            Touches = [DataClass.Stock],
            MaxRoundTrips = 1,
        },
        (_, call, _) => Task.FromResult(StockResult((string?)call.Arguments["product"] ?? "?")));

    public static PracticeTool Invoices() => new(
        new ToolDefinition
        {
            Name = "practice.invoices",
            Description = "Says which invoices are open.",
            Ability = "which invoices are open",
            Status = "looking at invoices…",
            Parameters = [Parameter("customer", SlotKind.Customer), Parameter("from", SlotKind.PeriodStart, ParameterType.Date), Parameter("to", SlotKind.PeriodEnd, ParameterType.Date), Parameter("min_amount", SlotKind.Money, ParameterType.Number)],
            Touches = [DataClass.Receivables],
            MaxRoundTrips = 1,
        },
        (_, _, _) => Task.FromResult(new ToolResult
        {
            Outcome = ToolOutcome.Ok,
            Findings = [new Finding { Role = FindingRole.Headline, Text = "One invoice is open: INV/2026/00042 over €1,250.50.", EvidenceIds = ["account.move:7"] }],
            Evidence = [Record("account.move:7", "Invoice INV/2026/00042", new Fact("Amount", FactKind.Money, "1250.50", "EUR"))],
        }));

    public static PracticeTool Policy() => new(
        new ToolDefinition
        {
            Name = "practice.policy",
            Description = "Searches procedures.",
            Ability = "what our procedures say",
            Status = "searching procedures…",
            Parameters = [Parameter("question", SlotKind.Question, required: true), Parameter("customer", SlotKind.Customer)],
            Touches = [DataClass.Knowledge],
            MaxRoundTrips = 0,
        },
        (_, _, _) => Task.FromResult(new ToolResult
        {
            Outcome = ToolOutcome.Ok,
            Findings = [new Finding { Role = FindingRole.Headline, Text = "Goods may be returned within 30 days.", EvidenceIds = ["passage:sop-returns#3"] }],
            Evidence = [new Evidence { Id = "passage:sop-returns#3", Kind = EvidenceKind.Passage, Title = "Returns SOP, § 3", Excerpt = "Customers may return goods within 30 days of delivery.", AsOf = Now }],
        }));

    /// <summary>A tool that writes.</summary>
    public static PracticeTool Holds() => new(
        new ToolDefinition
        {
            Name = "practice.hold",
            Description = "Proposes to hold an order.",
            Ability = "nothing: it proposes to hold an order",
            Status = "proposing a hold…",
            Parameters = [Parameter("order", SlotKind.None, required: true)],
            Touches = [DataClass.Sales],
            Writes = true,
            MaxRoundTrips = 1,
        },
        (_, _, _) => Task.FromResult(new ToolResult { Outcome = ToolOutcome.Ok, Findings = [], Evidence = [] }));

    public static ToolResult OrdersResult(string order) => new()
    {
        Outcome = ToolOutcome.Ok,
        Findings =
        [
            new Finding { Role = FindingRole.Headline, Text = $"2 open orders may miss their date; {order} is the most urgent.", EvidenceIds = ["calc:late", "sale.order:42"] },
            new Finding { Role = FindingRole.Item, Text = $"{order} for Nordlicht Logistik GmbH, €12,300.00, is due Fri 27 Nov 2026.", EvidenceIds = ["sale.order:42"], Topic = order },
            new Finding { Role = FindingRole.Cause, Text = "It waits for P00031, which is 5 days late.", EvidenceIds = ["purchase.order:31"], Topic = order },
            new Finding { Role = FindingRole.Item, Text = "S00043 for Brackwater Marine Ltd, €800.00, is due Mon 30 Nov 2026.", EvidenceIds = ["sale.order:43"], Topic = "S00043" },
            new Finding { Role = FindingRole.Advice, Text = "Ask the supplier for a firm date.", EvidenceIds = [] },
        ],
        Evidence =
        [
            Record("sale.order:42", $"Sales order {order}", new Fact("Customer", FactKind.Text, "Nordlicht Logistik GmbH"), new Fact("Total", FactKind.Money, "12300", "EUR"), new Fact("Promised", FactKind.DateTime, "2026-11-27T15:00:00Z")),
            Record("sale.order:43", "Sales order S00043", new Fact("Total", FactKind.Money, "800", "EUR"), new Fact("Promised", FactKind.Date, "2026-11-30")),
            Record("purchase.order:31", "Purchase order P00031", new Fact("Days late", FactKind.Days, "5")),
            new Evidence
            {
                Id = "calc:late",
                Kind = EvidenceKind.Calculation,
                Title = "Orders that may be late",
                Excerpt = "Count of open orders",
                AsOf = Now,
                Calculation = new Calculation(CalculationOperation.Count, [new Fact("order", FactKind.Code, order), new Fact("order", FactKind.Code, "S00043")], new Fact("orders", FactKind.Number, "2"), "number of orders"),
            },
        ],
        Cards = [new RecordCard { Title = order, Record = new RecordRef("sale.order", 42), Fields = [], Sources = ["sale.order:42"] }],
    };

    public static ToolResult StockResult(string product) => new()
    {
        Outcome = ToolOutcome.Ok,
        Findings = [new Finding { Role = FindingRole.Headline, Text = $"{product}: 240 Units on hand, 40 reserved, 200 free.", EvidenceIds = ["stock:1", "calc:free"] }],
        Evidence =
        [
            Record("stock:1", $"Stock of {product}", new Fact("On hand", FactKind.Quantity, "240", "Units"), new Fact("Reserved", FactKind.Quantity, "40", "Units")),
            new Evidence
            {
                Id = "calc:free",
                Kind = EvidenceKind.Calculation,
                Title = "Free stock",
                Excerpt = "on hand less reserved",
                AsOf = Now,
                Calculation = new Calculation(CalculationOperation.Difference, [new Fact("On hand", FactKind.Quantity, "240"), new Fact("Reserved", FactKind.Quantity, "40")], new Fact("Free", FactKind.Quantity, "200"), "on hand − reserved"),
            },
        ],
    };

    public static Evidence Record(string id, string title, params Fact[] facts)
        => new() { Id = id, Kind = EvidenceKind.Record, Title = title, Excerpt = title, AsOf = Now, Facts = facts };

    private static ToolParameter Parameter(string name, SlotKind slot, ParameterType type = ParameterType.Text, bool required = false)
        => new() { Name = name, Type = type, Description = name, Slot = slot, Required = required };
}
