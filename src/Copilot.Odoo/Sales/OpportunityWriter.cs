using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Sales;

/// <summary>Writes one opportunity in full: who, where it stands, what was offered and promised, what endangers it.</summary>
internal sealed class OpportunityWriter(AnswerSheet sheet)
{
    private const int Shown = 4;
    private const int SilentDays = 30;

    public ToolResult One(Opportunity lead, IReadOnlyList<OdooRow>? quotations, IReadOnlyList<OdooRow>? activities, IReadOnlyList<OdooRow>? messages)
    {
        var self = lead.AddTo(sheet);
        Headline(lead, self);
        var who = $"{(lead.Salesperson is null ? "Nobody looks after it" : $"{lead.Salesperson} looks after it")}{lead.Reached()}";
        sheet.Say(FindingRole.Detail, who, null, self);
        Quotations(quotations, self);
        Activities(lead, activities, self);
        Contact(lead, messages, self);
        if (MessageText.Plain(lead.Row.Text("description")) is { Length: > 0 } note)
        {
            var noted = sheet.Document($"crm.lead:{lead.Id}:description", $"Notes on {lead.Name}", note);
            sheet.Say(FindingRole.Detail, $"Notes: {note}", null, noted);
        }

        return sheet.Finish();
    }

    private void Headline(Opportunity lead, string self)
    {
        var evidence = new List<string> { self };
        var state = lead.IsWon ? "won" : lead.IsArchived ? "lost or set aside" : lead.Stage ?? "without a stage";
        var text = $"{(lead.IsLead ? "Lead" : "Opportunity")} {lead.Name}{(lead.Customer is null ? string.Empty : $" for {lead.Customer}")}: {state}, {Phrase.Money(lead.Revenue, lead.Currency)} expected at {Phrase.Percent(lead.Probability)}";
        if (lead.Closing is { } closing)
        {
            text += $", closing expected {Phrase.Day(closing)}";
            if (IsOpen(lead) && closing < sheet.Days.Today)
            {
                evidence.Add(sheet.DaysBetween($"lead-late:{lead.Id}", "Days past the expected closing", ("today", sheet.Days.Today), ("expected closing", closing)));
                text += $", {Phrase.Days(sheet.Days.Today.DayNumber - closing.DayNumber)} ago";
            }
        }

        sheet.Say(FindingRole.Headline, text, null, evidence);
        if (IsOpen(lead) && lead.Closing is null)
        {
            sheet.Say(FindingRole.Caveat, "No closing day is expected yet", null, self);
        }
    }

    private static bool IsOpen(Opportunity lead) => !lead.IsWon && !lead.IsArchived;

    private void Quotations(IReadOnlyList<OdooRow>? quotations, string self)
    {
        if (quotations is not { Count: > 0 })
        {
            sheet.Say(quotations is null ? FindingRole.Caveat : FindingRole.Detail, quotations is null ? "Quotations are not shown: your account may not read them, or they are not kept with opportunities" : "Nothing was quoted yet", null, self);
            return;
        }

        foreach (var row in quotations.Take(Shown))
        {
            var (name, net, currency) = (row.Text("name") ?? string.Empty, row.Number("amount_untaxed"), row.Link("currency_id")?.Name ?? "EUR");
            var words = row.Text("state") switch { "draft" => "is a draft", "sent" => "was sent", _ => "is confirmed" };
            var valid = row.Text("state") is "draft" or "sent" ? row.Date("validity_date") : null;
            var text = $"Quotation {name} over {Phrase.Money(net, currency)} net {words}" + (valid is { } v ? v < sheet.Days.Today ? $" and expired on {Phrase.Day(v)}" : $" and is valid until {Phrase.Day(v)}" : string.Empty);
            var evidence = sheet.Record(
                "sale.order", row.Id, $"Quotation {name}", text, row, [FactOf.Code("Order", name), FactOf.Money("Net", net, currency), .. valid is { } day ? [FactOf.Date("Valid until", day)] : Array.Empty<Fact>()]);
            sheet.Say(FindingRole.Item, text, name, evidence);
        }

        if (quotations.Count > Shown)
        {
            sheet.Say(FindingRole.Caveat, "There are more quotations than shown", null, self);
        }
    }

    private void Activities(Opportunity lead, IReadOnlyList<OdooRow>? activities, string self)
    {
        if (activities is null)
        {
            return;
        }

        if (activities.Count == 0 && IsOpen(lead))
        {
            sheet.Say(FindingRole.Advice, "Nothing is planned on it: whoever looks after it should plan the next step", null, self);
        }

        foreach (var row in activities.Take(Shown))
        {
            var what = Phrase.Clean(row.Text("summary") ?? row.Link("activity_type_id")?.Name ?? "To-do", 120);
            var (due, whose) = (row.Date("date_deadline"), row.Link("user_id")?.Name);
            var text = $"Planned: {what}" + (due is { } d ? $", due {Phrase.Day(d)}" : string.Empty) + (whose is null ? string.Empty : $", {whose}");
            var evidence = new List<string> { sheet.Record("mail.activity", row.Id, $"To-do on {lead.Name}", text, row, [FactOf.Text("To-do", what), .. due is { } day ? [FactOf.Date("Due", day)] : Array.Empty<Fact>()]) };
            if (due < sheet.Days.Today)
            {
                evidence.Add(sheet.DaysBetween($"activity-late:{row.Id}", "Days the to-do is overdue", ("today", sheet.Days.Today), ("due", due.Value)));
                text += $", {Phrase.Days(sheet.Days.Today.DayNumber - due.Value.DayNumber)} overdue";
            }

            sheet.Say(FindingRole.Item, text, null, evidence);
        }
    }

    private void Contact(Opportunity lead, IReadOnlyList<OdooRow>? messages, string self)
    {
        if (messages is not [var message, ..] || sheet.Days.Of(message.Moment("date")) is not { } day)
        {
            return;
        }

        var author = message.Link("author_id")?.Name.Split(", ")[^1];
        var evidence = new List<string> { self, sheet.Record("mail.message", message.Id, $"Message on {lead.Name}", $"Message of {Phrase.Day(day)}" + (author is null ? string.Empty : $" by {author}"), null, FactOf.Date("Date", day), FactOf.Text("Author", author)) };
        var text = $"Last noted contact: {Phrase.Day(day)}{(author is null ? string.Empty : $", by {author}")}";
        var silent = sheet.Days.Today.DayNumber - day.DayNumber;
        if (IsOpen(lead) && silent >= SilentDays)
        {
            evidence.Add(sheet.DaysBetween($"lead-silent:{lead.Id}", "Days since the last contact", ("today", sheet.Days.Today), ("last contact", day)));
            text += $", {Phrase.Days(silent)} ago";
        }

        sheet.Say(FindingRole.Detail, text, null, evidence);
    }
}
