using System.Globalization;
using Copilot.Contracts;
using Copilot.Odoo.Actions.Running;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Actions.Records;

/// <summary>Plans a to-do on a record for a person and a day. The to-do's own note holds the reference.</summary>
internal sealed class ScheduleActivityTool(ActionDesk desk) : ActionTool(desk)
{
    private static readonly ToolParameter Person = Parameters.Name("person", SlotKind.Person, "Who shall do it; the caller when left out.");

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.schedule_activity",
        Description = "Plans a to-do (call, check, follow up) on an order, purchase order, transfer, invoice, ticket, customer, supplier or product for a person, due on a day.",
        Ability = "I can plan a to-do on a record for you or a colleague",
        Status = "preparing the to-do…",
        Parameters =
        [
            Subject.Message("What is to be done, in a few words."),
            .. Subject.Any,
            Person,
            Parameters.Day("due", SlotKind.Day, "The day it is due; tomorrow when left out."),
        ],
        Touches = [DataClass.Sales],
        Writes = true,
        MaxRoundTrips = 10,
    };

    protected override string Area => "this record";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var (subject, stop) = await Subject.FindAsync(Desk, context, arguments, Subject.Any, "On which record shall I plan the to-do?", cancellationToken);
        if (subject is null)
        {
            return stop!;
        }

        var named = await Desk.Names.ResolveAsync(context, arguments, [Person], cancellationToken);
        if (named.Stop is { } unclear)
        {
            return unclear;
        }

        var person = named["person"] is { } found ? (found.Id, found.Name) : (await Desk.Rights.MyIdAsync(context.Caller, cancellationToken), context.Caller.DisplayName);
        var due = arguments.Day("due") ?? context.Today.AddDays(1);
        if (due < context.Today)
        {
            return NotFound($"{Phrase.Day(due)} is over: a to-do cannot be due in the past.");
        }

        if (!await RecordAccess.MayPostAsync(Desk, context.Caller, subject, cancellationToken))
        {
            return NotAllowed($"{subject.Word} {Phrase.Clean(subject.Name, 80)}");
        }

        return await DraftAsync(context, subject, person, due, arguments, cancellationToken);
    }

    protected override IReadOnlyList<Deed> Deeds(ActionRun run) =>
    [
        new()
        {
            Text = "the to-do is planned",
            Look = async (r, token) => await r.SearchAsync(
                    "mail.activity",
                    OdooDomain.Where("res_model", "=", r.Text("model")).And("res_id", "=", r.Id("id")).And("note", "ilike", r.Order.Reference),
                    ["id"],
                    token) is [var first, ..]
                ? (Proof.ByReference, new RecordRef("mail.activity", first.Id))
                : (Proof.NotDone, null),
            Do = async r => Chatter.FirstId(await r.CallAsync(r.Text("model"), "activity_schedule", [new[] { r.Id("id") }], new Dictionary<string, object?>
            {
                ["act_type_xmlid"] = "mail.mail_activity_data_todo",
                ["summary"] = r.Text("summary"),
                ["note"] = Chatter.Html(Chatter.Words(r.Order, withSummary: false)),
                ["date_deadline"] = r.Text("due"),
                ["user_id"] = r.Id("user"),
            })) is { } id ? new RecordRef("mail.activity", id) : null,
        },
        Chatter.Trace(run.Text("model"), run.Id("id")),
    ];

    private async Task<ToolResult> DraftAsync(ToolContext context, Subject subject, (int Id, string Name) person, DateOnly due, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var row = await Desk.OneAsync(context.Caller, subject.Model, subject.Id, ["write_date"], cancellationToken);
        var sheet = new DraftSheet(Definition.Name, context, Client) { Confidence = subject.Confidence * (arguments.Day("due") is null || arguments.Text("message") is null ? 0.8 : 1) };
        var record = RecordAccess.Add(sheet, subject, row);
        var summary = DraftSheet.Quote(arguments.Text("message") ?? $"Look into {subject.Word} {subject.Name}");
        var who = Phrase.Clean(person.Name, 80);
        sheet.Asked(FactOf.Text("To-do", summary), FactOf.Text("For", who), FactOf.Date("Due", due));
        sheet.Execution["model"] = subject.Model;
        sheet.Execution["id"] = subject.Id;
        sheet.Execution["user"] = person.Id;
        sheet.Execution["due"] = due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        sheet.Execution["summary"] = summary;
        sheet.Change(record, "activity_ids", "To-do", null, $"{summary} ({who}, due {Phrase.Day(due)})");
        return sheet.Finish(
            $"Plan a to-do for {who} on {subject.Word} {Phrase.Clean(subject.Name, 80)}, due {Phrase.Day(due)}: \"{summary}\"",
            new Exposure(0, await Desk.CurrencyAsync(context.Caller, cancellationToken)),
            RiskClass.Low);
    }
}
