using Copilot.Contracts;
using Copilot.Conversation.Composing;
using Copilot.Conversation.Drafting;
using Copilot.Conversation.Planning;
using Copilot.Conversation.Running;
using Copilot.Testing.Conversation;
using Xunit;

namespace Copilot.Tests.Conversation.Model;

public sealed class DraftTests
{
    private const string Question = "draft a reply to the customer about order S00042";

    [Theory]
    [InlineData("draft a reply to the customer about SO00042", "CustomerReply")]
    [InlineData("Please write an email to Nordlicht about their order", "CustomerReply")]
    [InlineData("write a follow-up to supplier Shenhua Glove Works", "SupplierFollowUp")]
    [InlineData("can you compose a reminder for our vendor?", "SupplierFollowUp")]
    [InlineData("prepare a summary of the late receipts", "Note")]
    [InlineData("Entwirf eine Antwort an den Kunden zu S00042", "CustomerReply")]
    [InlineData("write an apology to Nordlicht for the late delivery", "CustomerReply")]
    [InlineData("send a reminder to Baltic Timber", "CustomerReply")]
    [InlineData("send Baltic Timber a payment reminder", "CustomerReply")]
    [InlineData("send a reminder to the supplier", "SupplierFollowUp")]
    [InlineData("send Shenhua a reminder for P00879", null)]
    [InlineData("send me a reminder to call Nordlicht", null)]
    [InlineData("how many reminders did we send?", null)]
    [InlineData("how many gloves do we have?", null)]
    [InlineData("tell me about S00042", null)]
    [InlineData("who wrote the note on S00042?", null)]
    [InlineData("what does our email policy say?", null)]
    public void Wishes_for_a_draft_are_recognised(string question, string? kind)
        => Assert.Equal(kind, DraftRequest.Of(question, [])?.ToString());

    [Theory]
    [InlineData("tell Nordlicht that S00042 will be late", SlotKind.Customer, "CustomerReply")]
    [InlineData("let Shenhua know that we need P00031 by Friday", SlotKind.Supplier, "SupplierFollowUp")]
    [InlineData("tell me about Nordlicht", SlotKind.Customer, null)]
    [InlineData("tell Henrik that S00042 is late", SlotKind.Person, null)]
    [InlineData("tell Nordlicht", SlotKind.Customer, null)]
    public void What_somebody_outside_shall_be_told_is_a_draft(string question, SlotKind named, string? kind)
        => Assert.Equal(kind, DraftRequest.Of(question, [named])?.ToString());

    [Theory]
    [InlineData("send a reminder to Baltic Timber", "which invoices of Baltic Timber are overdue?")]
    [InlineData("draft a payment reminder for Baltic Timber", "which invoices of Baltic Timber are overdue?")]
    [InlineData("draft a mail to Nordlicht telling them about the delay", "which orders of Nordlicht are late?")]
    [InlineData("write an email to Nordlicht about the delays", "which orders of Nordlicht are late?")]
    [InlineData("schreibe eine E-Mail an Nordlicht wegen der Verspätung", "which orders of Nordlicht are late?")]
    [InlineData("draft a mail to Nordlicht about the delay of S00042", "what is the status of S00042?")]
    [InlineData("write an apology to Nordlicht for the late delivery", "which orders of Nordlicht are late?")]
    [InlineData("tell Nordlicht that their order will be late", "which orders of Nordlicht are late?")]
    [InlineData("tell Nordlicht that S00042 will be late", "what is the status of S00042?")]
    [InlineData("inform Nordlicht about S00042", "what is the status of Nordlicht about S00042?")]
    [InlineData("write a reminder to the worst payer", "which customer owes us most overdue?")]
    [InlineData("write a reminder to Baltic Timber about INV/2026/00042 overdue", "Baltic Timber about INV/2026/00042 overdue")]
    [InlineData("draft a reply to the customer about S00042", "what is the status of S00042?")]
    public void A_reminder_is_about_overdue_invoices(string question, string matter)
        => Assert.Equal(matter, DraftRequest.Matter(question, DraftKind.CustomerReply));

    [Fact]
    public async Task Without_a_model_a_draft_is_made_of_what_was_found_and_promises_nothing()
    {
        using var house = new PracticeHouse();
        var (turn, _) = await house.AskAsync(Question);
        var card = Assert.IsType<DraftCard>(turn.Cards[0]);
        Assert.Equal("customer_reply", card.Kind);
        Assert.Contains("S00042 for Nordlicht Logistik GmbH, €12,300.00, is due Fri 27 Nov 2026.", card.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Brackwater", card.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("P00031", card.Body, StringComparison.Ordinal);
        Assert.EndsWith("Kind regards\nSofia Marin", card.Body, StringComparison.Ordinal);
        Assert.Equal(["S2"], card.Sources);
        Assert.Contains("nothing was sent", turn.Answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "S00042 ships on Fri 27 Nov 2026.", "Anna works on it.")]
    [InlineData(false, "Anna works on it.", "nothing else")]
    public void Beside_a_record_a_customer_reads_only_of_what_has_a_topic(bool goesOutside, string told, string kept)
    {
        Statement Said(string text, string? topic) => new(FindingRole.Detail, text, ["E1"], topic) { Sentences = [(text, ["E1"])] };
        var tool = PracticeTools.Stock().Definition;
        var call = new ExecutedCall(new PlannedStep(tool, [], About: null, 1), new ToolCall { Id = "1", Tool = tool.Name, Arguments = [] }, "rule", new ToolResult { Outcome = ToolOutcome.Ok }, 1);
        var section = new AnswerSection { Call = call, Answers = true, Statements = [Said("Anna works on it.", null), Said("S00042 ships on Fri 27 Nov 2026.", "S00042")] };

        var body = RuleDraft.Of(goesOutside ? DraftKind.CustomerReply : DraftKind.Note, [section], "Sofia Marin", isBeside: true)!.Body;

        Assert.Contains(told, body, StringComparison.Ordinal);
        Assert.DoesNotContain(kept, body, StringComparison.Ordinal);
    }

    [Fact]
    public void That_there_is_nothing_is_no_letter()
    {
        var tool = PracticeTools.Stock().Definition;
        var none = new Evidence
        {
            Id = "calc:none", Kind = EvidenceKind.Calculation, Title = "Orders found", Excerpt = "0", AsOf = DateTimeOffset.UnixEpoch,
            Calculation = new Calculation(CalculationOperation.Count, [], new Fact("Orders found", FactKind.Number, "0"), "late orders"),
        };
        var call = new ExecutedCall(new PlannedStep(tool, [], About: null, 1), new ToolCall { Id = "1", Tool = tool.Name, Arguments = [] }, "rule", new ToolResult { Outcome = ToolOutcome.Ok, Evidence = [none] }, 1);
        var nothing = new Statement(FindingRole.Headline, "No order is late.", [none.Id], null) { Sentences = [("No order is late.", [none.Id])] };

        Assert.Null(RuleDraft.Of(DraftKind.CustomerReply, [new AnswerSection { Call = call, Answers = true, Statements = [nothing] }], "Sofia Marin", isBeside: false));
    }

    [Fact]
    public async Task A_model_drafts_and_every_figure_and_promise_is_held_to_its_sources()
    {
        var mind = new ScriptedMind("m", r => r.Results.Count == 0 ? MindReply.Call("practice__orders", """{"order":"S00042"}""")
            : r.Last.Contains("can't be shown", StringComparison.Ordinal) ? MindReply.Say("1: -\n2: -")
            : r.Last.Contains("Write the draft now", StringComparison.Ordinal)
                ? MindReply.Say($"Subject: Order S00042\n\nDear customer,\n\nThank you for your message. Your order S00042 is due on Fri 27 Nov 2026 [{r.MarkOf("Sales order S00042")}]. We will refund €500 at once [{r.MarkOf("Sales order S00042")}]. It ships on 24 Nov 2026.\n\nPlease let us know if you need more.\n\nKind regards,\nSofia Marin")
                : MindReply.Say("ready"));
        using var house = PracticeHouse.Speaking(mind);
        var (turn, _) = await house.AskAsync(Question);
        var card = Assert.IsType<DraftCard>(turn.Cards[0]);
        Assert.Equal("Dear customer,\n\nThank you for your message. Your order S00042 is due on Fri 27 Nov 2026.\n\nPlease let us know if you need more.\n\nKind regards,\nSofia Marin", card.Body);
        Assert.Equal("Order S00042", card.Subject);
        Assert.Equal("Here is a draft to check and change before anybody sends it; nothing was sent. [S1]", turn.Answer.Split("\n\n")[0]);
        Assert.Equal(["S1"], card.Sources);
        Assert.Equal((TurnOutcome.Answered, PlannerKind.Model), (turn.Outcome, turn.Planner));
        Assert.Contains(turn.Grounding.Unsupported, u => u.Contains("refund", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_without_a_grounded_sentence_is_left_to_the_rules()
    {
        var mind = new ScriptedMind("m", r => r.Results.Count == 0 ? MindReply.Call("practice__orders", """{"order":"S00042"}""") : MindReply.Say("Dear customer,\n\nAll is well.\n\nKind regards"));
        using var house = PracticeHouse.Speaking(mind);
        var (turn, _) = await house.AskAsync(Question);
        Assert.Equal(PlannerKind.Rules, turn.Planner);
        Assert.Contains("27 Nov 2026", Assert.IsType<DraftCard>(turn.Cards[0]).Body, StringComparison.Ordinal);
    }
}
