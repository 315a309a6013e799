using Copilot.Contracts;
using Copilot.Odoo.Actions.Running;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Actions.Service;

/// <summary>Answers a ticket, gives it to somebody, or moves it to another stage; any of these in one proposal.</summary>
internal sealed class TicketUpdateTool(ActionDesk desk) : ActionTool(desk)
{
    private const string Model = "helpdesk.ticket";

    private static readonly ToolParameter Person = Parameters.Name("person", SlotKind.Person, "Who shall work on it.");

    private static readonly ToolParameter Stage = Parameters.Choice(
        "stage",
        "The stage it shall be in.",
        ("new", ["new", "back to new", "reopen"]),
        ("in_progress", ["in progress", "in work", "working on it", "started"]),
        ("waiting", ["waiting", "waiting for customer", "on hold", "pending"]),
        ("solved", ["solved", "resolved", "done", "close", "closed", "close it"]),
        ("cancelled", ["cancelled", "cancel", "canceled"]));

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.ticket_update",
        Description = "Changes one helpdesk ticket: replies to the customer with given words, assigns it to a person, or moves it to a stage. Not for internal notes.",
        Ability = "I can answer, assign, or move a ticket",
        Status = "preparing the ticket…",
        Parameters = [Subject.Ticket, Subject.Message("The words of the reply to the customer, as they are."), Person, Stage],
        Touches = [DataClass.Service],
        Writes = true,
        MaxRoundTrips = 11,
    };

    protected override string Area => "tickets";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (!await Client.HasModelAsync(context.Caller, Model, cancellationToken))
        {
            return Subject.NoTickets;
        }

        if (!await Client.MayReadAsync(context.Caller, Model, cancellationToken))
        {
            return Denied();
        }

        var (subject, stop) = await Subject.FindAsync(Desk, context, arguments, [Subject.Ticket], "Which ticket?", cancellationToken);
        if (subject is null)
        {
            return stop!;
        }

        var named = await Desk.Names.ResolveAsync(context, arguments, [Person], cancellationToken);
        if (named.Stop is { } unclear)
        {
            return unclear;
        }

        if (!await Desk.Rights.MayAsync(context.Caller, Model, "write", cancellationToken, subject.Id))
        {
            return NotAllowed($"ticket #{subject.Name}");
        }

        var ticket = await Desk.OneAsync(context.Caller, Model, subject.Id, ["ticket_ref", "name", "partner_id", "partner_email", "user_id", "stage_id", "company_id", "write_date"], cancellationToken);
        if (ticket is null)
        {
            return NotFound("I found no such ticket among those you may see.");
        }

        var (stage, noStage) = arguments.Text("stage") is { } wanted ? await StageAsync(context.Caller, wanted, cancellationToken) : (null, null);
        return noStage ?? await DraftAsync(context, ticket, named["person"] is { } p ? (p.Id, p.Name) : null, stage, arguments.Text("message"), cancellationToken);
    }

    protected override IReadOnlyList<Deed> Deeds(ActionRun run)
    {
        var deeds = new List<Deed>();
        var values = new Dictionary<string, object?>();
        if (run.Draft.Execution["user"] is not null)
        {
            values["user_id"] = run.Id("user");
        }

        if (run.Draft.Execution["stage"] is not null)
        {
            values["stage_id"] = run.Id("stage");
        }

        if (values.Count > 0)
        {
            deeds.Add(new Deed
            {
                Text = "the ticket is changed",
                Look = async (r, token) => await r.ReadAsync(Model, r.Id("ticket"), ["user_id", "stage_id", "write_uid"], token) is { } ticket && values.All(v => ticket.Link(v.Key)?.Id == (int)v.Value!)
                    ? (await r.WhoseAsync(ticket, token), new RecordRef(Model, ticket.Id))
                    : (Proof.NotDone, null),
                Do = async r =>
                {
                    await r.WriteAsync(Model, r.Id("ticket"), values);
                    return new RecordRef(Model, r.Id("ticket"));
                },
            });
        }

        if (run.TextOrNone("reply") is not null)
        {
            deeds.Add(new Deed
            {
                Text = "the reply is sent",
                Look = async (r, token) => await Chatter.FindAsync(r, Model, r.Id("ticket"), token, Chatter.Mark(r.Order)) is { } id ? (Proof.ByReference, new RecordRef("mail.message", id)) : (Proof.NotDone, null),
                Do = async r => await Chatter.PostAsync(r, Model, r.Id("ticket"), $"{r.Text("reply")}\n\n{Chatter.Mark(r.Order)}", "mail.mt_comment", r.Ids("partners")) is { } id ? new RecordRef("mail.message", id) : null,
            });
        }

        return [.. deeds, Chatter.Trace(Model, run.Id("ticket"))];
    }

    protected override async Task<ActionDraft?> UndoAsync(ActionRun run, CancellationToken cancellationToken)
    {
        // A reply that was sent cannot be called back; assignment and stage can be put back where they had a value.
        if (run.TextOrNone("reply") is not null
            || await run.ReadAsync(Model, run.Id("ticket"), ["ticket_ref", "name", "partner_id", "user_id", "stage_id", "company_id", "write_date"], cancellationToken) is not { } ticket)
        {
            return null;
        }

        var (user, stage) = (Before(run, "user"), Before(run, "stage"));
        if ((run.Draft.Execution["user"] is not null && user is null) || (run.Draft.Execution["stage"] is not null && stage is null))
        {
            return null;
        }

        var sheet = new DraftSheet(Definition.Name, new ToolContext { Caller = run.Caller, TurnId = run.Order.ProposalId, Question = string.Empty, Now = run.Order.Now }, Client);
        Fill(sheet, Add(sheet, ticket), ticket, user, stage, null);
        return sheet.Draft($"Put ticket #{ticket.Text("ticket_ref")} back as it was", run.Draft.Exposure, RiskClass.Low);
    }

    private static (int Id, string Name)? Before(ActionRun run, string what)
        => run.Draft.Execution[what] is not null && run.Draft.Execution[$"{what}_before"] is not null ? (run.Id($"{what}_before"), run.Text($"{what}_before_name")) : null;

    private async Task<((int Id, string Name)? Stage, ToolResult? Stop)> StageAsync(Caller caller, string wanted, CancellationToken cancellationToken)
    {
        var stages = await Desk.ManyAsync(caller, "helpdesk.stage", OdooDomain.All, ["name", "sequence"], cancellationToken, "sequence, id");
        var words = Stage.Choices[wanted].Append(wanted.Replace('_', ' ')).ToList();
        var match = stages.FirstOrDefault(s => words.Exists(w => s.Text("name")!.Equals(w, StringComparison.OrdinalIgnoreCase)))
            ?? stages.FirstOrDefault(s => words.Exists(w => s.Text("name")!.Contains(w, StringComparison.OrdinalIgnoreCase)));
        return match is not null
            ? ((match.Id, match.Text("name")!), null)
            : (null, NotFound($"The helpdesk has no stage like {Phrase.Quoted(wanted.Replace('_', ' '))}; there are {Phrase.List(stages.Select(s => Phrase.Clean(s.Text("name"), 40)))}."));
    }

    private async Task<ToolResult> DraftAsync(ToolContext context, OdooRow ticket, (int Id, string Name)? person, (int Id, string Name)? stage, string? reply, CancellationToken cancellationToken)
    {
        var number = "#" + ticket.Text("ticket_ref");
        if (ticket.Link("user_id")?.Id is { } now && now == person?.Id)
        {
            person = null;
        }

        if (ticket.Link("stage_id")?.Id is { } here && here == stage?.Id)
        {
            stage = null;
        }

        var parts = new List<string>();
        if (person is { } p)
        {
            parts.Add($"give it to {Phrase.Clean(p.Name, 80)}");
        }

        if (stage is { } s)
        {
            parts.Add($"move it from {Phrase.Clean(ticket.Link("stage_id")?.Name, 40)} to {Phrase.Clean(s.Name, 40)}");
        }

        if (reply is not null)
        {
            parts.Add($"reply to {Phrase.Clean(ticket.Link("partner_id")?.Name ?? "the customer", 80)}: \"{DraftSheet.Quote(reply)}\"");
        }

        if (parts.Count == 0)
        {
            return new ToolResult { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = $"Ticket {number} is as you say already. What shall I change: the reply, the person or the stage?" };
        }

        var sheet = new DraftSheet(Definition.Name, context, Client);
        var record = Add(sheet, ticket);
        if (reply is not null)
        {
            sheet.Asked(FactOf.Text("Reply", DraftSheet.Quote(reply)));
            sheet.Warn("The customer is sent the reply by e-mail; it cannot be called back");
        }

        sheet.Asked([.. person is { } q ? [FactOf.Text("Assigned to", q.Name)] : Array.Empty<Fact>(), .. stage is { } t ? [FactOf.Text("New stage", t.Name)] : Array.Empty<Fact>()]);
        Fill(sheet, record, ticket, person, stage, reply);
        return sheet.Finish(
            $"Ticket {number}: {Phrase.List(parts)}",
            new Exposure(0, await Desk.CurrencyAsync(context.Caller, cancellationToken)),
            reply is null ? RiskClass.Low : RiskClass.Medium);
    }

    private static RecordRef Add(DraftSheet sheet, OdooRow ticket)
    {
        var number = "#" + ticket.Text("ticket_ref");
        var (subject, customer, stage) = (Phrase.Clean(ticket.Text("name"), 120), ticket.Link("partner_id")?.Name, ticket.Link("stage_id")?.Name);
        sheet.Company = ticket.Link("company_id")?.Name;
        return sheet.Record(
            Model, ticket, number, $"Ticket {number}", $"{number} {subject}, {customer}, {stage}",
            FactOf.Code("Ticket", number), FactOf.Text("Subject", subject), FactOf.Text("Customer", customer), FactOf.Text("Stage", stage));
    }

    private static void Fill(DraftSheet sheet, RecordRef record, OdooRow ticket, (int Id, string Name)? person, (int Id, string Name)? stage, string? reply)
    {
        sheet.Execution["ticket"] = ticket.Id;
        foreach (var (what, label, now, next) in new[] { ("user", "Assigned to", ticket.Link("user_id"), person), ("stage", "Stage", ticket.Link("stage_id"), stage) })
        {
            if (next is not { } value)
            {
                continue;
            }

            sheet.Execution[what] = value.Id;
            if (now is { } before)
            {
                sheet.Execution[$"{what}_before"] = before.Id;
                sheet.Execution[$"{what}_before_name"] = before.Name;
            }

            sheet.Change(record, $"{what}_id", label, now?.Name, value.Name);
        }

        if (reply is not null)
        {
            sheet.Execution["reply"] = reply;
            sheet.Execution["partners"] = new System.Text.Json.Nodes.JsonArray([.. ticket.Link("partner_id") is { } partner ? [(System.Text.Json.Nodes.JsonNode)partner.Id] : Array.Empty<System.Text.Json.Nodes.JsonNode>()]);
            sheet.Change(record, "message_ids", "Reply to the customer", null, reply);
        }
    }
}
