using Copilot.Contracts;
using Copilot.Odoo.Answers;

namespace Copilot.Odoo.Service;

/// <summary>Tickets and their clocks as evidence.</summary>
internal static class CaseEvidence
{
    /// <summary>The ticket itself.</summary>
    public static string Add(this AnswerSheet sheet, Case ticket)
        => sheet.Record(
            "helpdesk.ticket",
            ticket.Id,
            $"Ticket {ticket.Number} — {ticket.Customer}",
            $"Ticket {ticket.Number} of {ticket.Customer}: {ticket.Subject}; {ticket.Text}",
            ticket.Row,
            [
                FactOf.Code("Ticket", ticket.Number),
                FactOf.Text("Customer", ticket.Customer),
                FactOf.Text("Subject", ticket.Subject),
                FactOf.Text("Text", ticket.Text),
                FactOf.Text("Stage", ticket.Stage),
                FactOf.Text("Priority", ticket.Priority),
                .. ticket.Agent is { } agent ? [FactOf.Text("Works on it", agent)] : Array.Empty<Fact>(),
                .. ticket.Created is { } created ? [FactOf.Date("Came", created)] : Array.Empty<Fact>(),
                .. ticket.Deadline is { } deadline ? [FactOf.Date("Deadline", deadline)] : Array.Empty<Fact>(),
                .. ticket.Closed is { } closed ? [FactOf.Date("Closed", closed)] : Array.Empty<Fact>(),
            ]);

    /// <summary>The days to or past the deadline; nothing for closed tickets and those without one.</summary>
    public static IEnumerable<string> Clock(this AnswerSheet sheet, Case ticket)
    {
        if (!ticket.IsOpen || ticket.Deadline is not { } deadline || deadline == sheet.Days.Today)
        {
            return [];
        }

        var (today, last) = (("today", sheet.Days.Today), ("deadline", deadline));
        return [deadline < sheet.Days.Today
            ? sheet.DaysBetween($"ticket-clock:{ticket.Id}", $"Days {ticket.Number} is over its deadline", today, last)
            : sheet.DaysBetween($"ticket-clock:{ticket.Id}", $"Days until the deadline of {ticket.Number}", last, today)];
    }
}
