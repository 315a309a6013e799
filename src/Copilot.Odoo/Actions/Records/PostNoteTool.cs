using Copilot.Contracts;
using Copilot.Odoo.Actions.Running;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Actions.Records;

/// <summary>Writes an internal note into a record's history. The note and its trace are one message, so one transaction.</summary>
internal sealed class PostNoteTool(ActionDesk desk) : ActionTool(desk)
{
    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.post_note",
        Description = "Writes an internal note on an order, purchase order, transfer, invoice, ticket, customer, supplier or product. Nobody outside sees it. Not for replies to customers.",
        Ability = "I can put a note on an order, a transfer, an invoice, a ticket or a customer",
        Status = "preparing the note…",
        Parameters = [Subject.Message("The words of the note, as they are.", required: true), .. Subject.Any],
        Touches = [DataClass.Sales],
        Writes = true,
        MaxRoundTrips = 7,
    };

    protected override string Area => "this record";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var (subject, stop) = await Subject.FindAsync(Desk, context, arguments, Subject.Any, "On which record shall I put the note?", cancellationToken);
        if (subject is null)
        {
            return stop!;
        }

        if (!await RecordAccess.MayPostAsync(Desk, context.Caller, subject, cancellationToken))
        {
            return NotAllowed($"{subject.Word} {Phrase.Clean(subject.Name, 80)}");
        }

        var row = await Desk.OneAsync(context.Caller, subject.Model, subject.Id, ["write_date"], cancellationToken);
        var message = arguments.Text("message")!;
        var sheet = new DraftSheet(Definition.Name, context, Client) { Confidence = subject.Confidence };
        var record = RecordAccess.Add(sheet, subject, row);
        sheet.Asked(FactOf.Text("Note", DraftSheet.Quote(message)));
        sheet.Execution["model"] = subject.Model;
        sheet.Execution["id"] = subject.Id;
        sheet.Execution["message"] = message;
        sheet.Change(record, "message_ids", "Note", null, message);
        return sheet.Finish(
            $"Put an internal note on {subject.Word} {Phrase.Clean(subject.Name, 80)}: \"{DraftSheet.Quote(message)}\"",
            new Exposure(0, await Desk.CurrencyAsync(context.Caller, cancellationToken)),
            RiskClass.Low);
    }

    protected override IReadOnlyList<Deed> Deeds(ActionRun run) =>
    [
        new()
        {
            Text = "the note is in the record's history",
            Look = async (r, token) => await Chatter.FindAsync(r, r.Text("model"), r.Id("id"), token) is { } id
                ? (Proof.ByReference, new RecordRef("mail.message", id))
                : (Proof.NotDone, null),
            Do = async r => await Chatter.PostAsync(r, r.Text("model"), r.Id("id"), $"{r.Text("message")}\n\n{Chatter.Words(r.Order, withSummary: false)}", "mail.mt_note") is { } id
                ? new RecordRef("mail.message", id)
                : null,
        },
    ];
}
