using System.Net;
using System.Text.RegularExpressions;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Service;

/// <summary>A ticket, open or closed, with its clock.</summary>
internal sealed partial record Case(OdooRow Row, DateTimeOffset Now, CallerDays Days)
{
    public static IReadOnlyList<string> Fields { get; } =
    [
        "ticket_ref", "name", "description", "stage_id", "priority", "partner_id", "commercial_partner_id", "user_id", "team_id", "sale_order_id", "product_id", "create_date", "assign_date", "close_date", "sla_deadline", "sla_fail", "company_id", "write_date",
    ];

    public int Id => Row.Id;

    public string Number { get; } = "#" + (Row.Text("ticket_ref") ?? Row.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>What the findings for the customer are about: the bare number, as a question names it.</summary>
    public string Topic => Number[1..];

    /// <summary>The customer's words: outside text, shown and never followed.</summary>
    public string Subject { get; } = Phrase.Clean(Row.Text("name"), 120);

    /// <summary>The description as one line without mark-up; scripts and styles are left out with their content.</summary>
    public string Text { get; } = Phrase.Clean(WebUtility.HtmlDecode(Tag().Replace(Hidden().Replace(Row.Text("description") ?? string.Empty, " "), " ")), 240);

    public string Customer { get; } = Row.Link("partner_id")?.Name ?? "an unknown customer";

    public string Stage { get; } = Row.Link("stage_id")?.Name ?? "no stage";

    public string? Agent { get; } = Row.Link("user_id")?.Name;

    public int Urgency { get; } = Row.Text("priority") switch { "3" => 3, "2" => 2, "1" => 1, _ => 0 };

    public string Priority => Urgency switch { 3 => "urgent", 2 => "high", 1 => "medium", _ => "low" };

    public DateOnly? Created { get; } = Days.Of(Row.Moment("create_date"));

    public DateOnly? Closed { get; } = Days.Of(Row.Moment("close_date"));

    public DateOnly? Deadline { get; } = Days.Of(Row.Moment("sla_deadline"));

    public bool IsOpen => Closed is null;

    /// <summary>The agreed answer or solution is overdue: Odoo says so, or the deadline has passed.</summary>
    public bool Breached => Row.Flag("sla_fail") || (IsOpen && Row.Moment("sla_deadline") < Now) || (!IsOpen && Row.Moment("close_date") > Row.Moment("sla_deadline"));

    /// <summary>The clock in words: " 2 days over its deadline of …".</summary>
    public string ClockWords => Deadline is not { } deadline ? "no deadline is agreed"
        : !IsOpen ? (Breached ? $"closed after its deadline of {Phrase.Day(deadline)}" : $"closed before its deadline of {Phrase.Day(deadline)}")
        : Breached ? (deadline < Days.Today ? $"{Phrase.Days(Days.Today.DayNumber - deadline.DayNumber)} over its deadline of {Phrase.Day(deadline)}" : $"over its deadline of today, {Phrase.Day(deadline)}")
        : deadline == Days.Today ? $"due today, {Phrase.Day(deadline)}"
        : $"due {Phrase.Day(deadline)}, in {Phrase.Days(deadline.DayNumber - Days.Today.DayNumber)}";

    [GeneratedRegex("<[^>]{0,500}>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"<(script|style)\b[^>]*>.{0,20000}?</\1\s*>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Hidden();
}
