using System.Globalization;
using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Effects;

/// <summary>Numbers a ticket, puts it into the first stage, and notes when it was closed.</summary>
internal sealed class TicketEffects : RecordEffects
{
    public override void Starting(Session session, Dictionary<string, object?> values)
    {
        var tickets = session.Database["helpdesk.ticket"];
        var reference = tickets.Model["ticket_ref"].Cell;
        var highest = tickets.Rows().Select(t => Number(t.Cells[reference] as string)).DefaultIfEmpty().Max();
        Suggest(values, "ticket_ref", (highest + 1).ToString(CultureInfo.InvariantCulture));
        var stages = session.Database["helpdesk.stage"];
        Suggest(values, "stage_id", stages.Rows().OrderBy(s => s.Cells[stages.Model["sequence"].Cell] as int? ?? 0).Select(s => (int?)s.Id).FirstOrDefault());
    }

    public override void Changed(Record record, IReadOnlySet<string> fields, bool isNew)
    {
        if (!fields.Contains("stage_id"))
        {
            return;
        }

        var closed = record.One("stage_id")?.Is("fold") ?? false;
        record.Set("date_last_stage_update", record.Session.Now);
        record.Set("close_date", closed ? record.Moment("close_date") ?? record.Session.Now : null);
    }

    private static int Number(string? reference)
        => int.TryParse(reference, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
