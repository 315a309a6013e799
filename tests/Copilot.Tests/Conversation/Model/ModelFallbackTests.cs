using Copilot.Contracts;
using Copilot.Testing.Conversation;
using Xunit;

namespace Copilot.Tests.Conversation.Model;

public sealed class ModelFallbackTests
{
    private const string StockQuestion = "how many GLV-NIT-L do we have?";

    private static MindReply StockCall => MindReply.Call("practice__stock", """{"product":"GLV-NIT-L"}""");

    public static TheoryData<ChatModelFault> Faults() => [.. Enum.GetValues<ChatModelFault>()];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Whatever_the_model_fails_with_the_rules_answer_in_the_same_turn(ChatModelFault fault)
    {
        using var house = PracticeHouse.Speaking(ScriptedMind.Of(MindReply.Fail(fault)));
        var (turn, _) = await house.AskAsync(StockQuestion);
        Assert.Equal((TurnOutcome.Answered, PlannerKind.Rules), (turn.Outcome, turn.Planner));
        Assert.Contains("240 Units on hand", turn.Answer, StringComparison.Ordinal);
        Assert.Contains("put together by rules", turn.Degraded, StringComparison.Ordinal);
        Assert.EndsWith("put together by rules.", turn.Answer, StringComparison.Ordinal);
        Assert.Equal(fault.ToString(), (string?)house.Rooms.Entries[^1].Content["models"]!["requests"]![0]!["fault"]);
    }

    [Fact]
    public async Task The_next_model_answers_when_the_first_fails_and_is_asked_first_from_then_on()
    {
        var first = ScriptedMind.Of(MindReply.Fail(ChatModelFault.Unavailable));
        var second = new ScriptedMind("second", r => r.Results.Count == 0 ? StockCall : MindReply.Say($"We have 240 Units on hand [{r.MarkOf("Stock of")}]."));
        using var house = PracticeHouse.Speaking(PracticeVoices.Of(first, second));
        var (turn, _) = await house.AskAsync(StockQuestion);
        Assert.Equal(("We have 240 Units on hand [S1].", PlannerKind.Model), (turn.Answer, turn.Planner));
        Assert.Single(first.Requests);
        Assert.Equal(2, second.Requests.Count);
    }

    [Fact]
    public async Task What_a_provider_refused_is_given_to_no_other()
    {
        var second = ScriptedMind.Of(MindReply.Say("Hello."));
        using var house = PracticeHouse.Speaking(PracticeVoices.Of(ScriptedMind.Of(MindReply.Fail(ChatModelFault.ContentFiltered)), second));
        var (turn, _) = await house.AskAsync(StockQuestion);
        Assert.Empty(second.Requests);
        Assert.Contains("refused this text", turn.Degraded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_rests_is_not_asked()
    {
        var mind = ScriptedMind.Of(MindReply.Say("Hello."));
        var voices = new PracticeVoices();
        voices.Planners.Add(mind.Model(isAvailable: () => false));
        using var house = PracticeHouse.Speaking(voices);
        var (turn, _) = await house.AskAsync(StockQuestion);
        Assert.Empty(mind.Requests);
        Assert.Equal(PlannerKind.Rules, turn.Planner);
    }

    [Theory]
    [InlineData(ChatModelFault.Truncated)]
    [InlineData(ChatModelFault.TimedOut)]
    [InlineData(ChatModelFault.ContentFiltered)]
    [InlineData(ChatModelFault.ContextOverflow)]
    public async Task When_a_model_dies_after_text_was_shown_the_rules_say_the_rest(ChatModelFault fault)
    {
        var second = ScriptedMind.Of(MindReply.Say("Something else."));
        var mind = new ScriptedMind("m", r => r.Results.Count == 0 ? StockCall : MindReply.Say($"We have 240 Units on hand [{r.MarkOf("Stock of")}].", " Of these 40 are re").Then(fault));
        using var house = PracticeHouse.Speaking(PracticeVoices.Of(mind, second));
        var (turn, updates) = await house.AskAsync(StockQuestion);
        Assert.Equal("We have 240 Units on hand [S1].\n\nThe language model broke off here; what follows was put together by rules.\n\nGLV-NIT-L: 240 Units on hand, 40 reserved, 200 free [S1][S2].", turn.Answer);
        Assert.Equal((TurnOutcome.Answered, PlannerKind.Model), (turn.Outcome, turn.Planner));
        Assert.Single(house.Stock.Calls);
        Assert.Equal(["S1", "S2"], house.Rooms.Turns[turn.TurnId].Evidence.Keys);
        Assert.NotNull(turn.Degraded);
        Assert.Empty(second.Requests);
        Assert.Equal(turn.Answer, string.Concat(updates.OfType<TokenUpdate>().Select(t => t.Text)));
    }

    [Fact]
    public async Task What_was_shown_is_not_said_again_by_the_rules()
    {
        var mind = new ScriptedMind("m", r => r.Results.Count == 0 ? StockCall
            : MindReply.Say($"GLV-NIT-L: 240 Units on hand, 40 reserved, 200 free [{r.MarkOf("Stock of")}][{r.MarkOf("Free stock")}].", " Of these 40 are re").Then(ChatModelFault.Truncated));
        using var house = PracticeHouse.Speaking(mind);
        var (turn, _) = await house.AskAsync(StockQuestion);
        Assert.Equal("GLV-NIT-L: 240 Units on hand, 40 reserved, 200 free [S1][S2].\n\nThe language model broke off here, so this answer may not be complete.", turn.Answer);
    }

    [Fact]
    public async Task The_part_of_a_question_that_the_model_did_not_reach_is_answered_by_the_rules()
    {
        var mind = new ScriptedMind("m", r => r.Results.Count == 0 ? StockCall
            : MindReply.Say($"GLV-NIT-L: 240 Units on hand, 40 reserved, 200 free [{r.MarkOf("Stock of")}][{r.MarkOf("Free stock")}].", " And No").Then(ChatModelFault.TimedOut));
        using var house = PracticeHouse.Speaking(mind);
        var (turn, _) = await house.AskAsync("how many GLV-NIT-L do we have, and what does Nordlicht owe us?");
        Assert.StartsWith("GLV-NIT-L: 240 Units on hand, 40 reserved, 200 free [S1][S2].\n\nThe language model broke off here; what follows", turn.Answer, StringComparison.Ordinal);
        Assert.EndsWith("One invoice is open: INV/2026/00042 over €1,250.50 [S3].", turn.Answer, StringComparison.Ordinal);
        Assert.Equal(["S1", "S2", "S3"], turn.Sources.Select(s => s.Id));
        Assert.Single(house.Stock.Calls);
    }

    [Fact]
    public async Task A_prompt_too_long_is_shortened_once_and_asked_again()
    {
        var calls = 0;
        var mind = new ScriptedMind("m", r => r.Results.Count == 0 ? StockCall : ++calls == 1 ? MindReply.Fail(ChatModelFault.ContextOverflow) : MindReply.Say($"We have 240 Units on hand [{r.MarkOf("Stock of")}]."));
        using var house = PracticeHouse.Speaking(mind);
        var (turn, _) = await house.AskAsync(StockQuestion);
        Assert.Equal("We have 240 Units on hand [S1].", turn.Answer);
        Assert.Equal(3, mind.Requests.Count);
    }

    [Fact]
    public async Task What_does_not_fit_a_small_model_is_not_sent_to_it()
    {
        var mind = ScriptedMind.Of(MindReply.Say("Hello."));
        var voices = new PracticeVoices();
        voices.Planners.Add(mind.Model(context: 1_500));
        using var house = PracticeHouse.Speaking(voices);
        var (turn, _) = await house.AskAsync(StockQuestion);
        Assert.Empty(mind.Requests);
        Assert.Contains("too much text", turn.Degraded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_breaks_its_word_is_logged_and_the_rules_answer()
    {
        using var house = PracticeHouse.Speaking(ScriptedMind.Of(new MindReply { Trouble = new InvalidOperationException("secret 17") }));
        var (turn, _) = await house.AskAsync(StockQuestion);
        Assert.Equal(PlannerKind.Rules, turn.Planner);
        Assert.DoesNotContain("secret", turn.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_takes_too_long_is_left_to_the_rules()
    {
        var clock = new PracticeClock(PracticeTools.Now);
        var entered = new TaskCompletionSource();
        var mind = ScriptedMind.Of(new MindReply
        {
            Text = ["never"],
            Waits = new Dictionary<int, Func<CancellationToken, Task>> { [0] = token => { entered.TrySetResult(); return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token); } },
        });
        using var house = PracticeHouse.Speaking(mind, clock, o => o.ModelTime = TimeSpan.FromSeconds(30));
        var asking = house.AskAsync(StockQuestion);
        await entered.Task;
        clock.Move(TimeSpan.FromSeconds(31));
        var (turn, _) = await asking;
        Assert.Equal(PlannerKind.Rules, turn.Planner);
        Assert.Contains("took too long", turn.Degraded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_outside_the_company_gets_nothing_without_a_mask()
    {
        var mind = ScriptedMind.Of(MindReply.Say("Hello."));
        var voices = new PracticeVoices();
        voices.Planners.Add(mind.Model(inHouse: false));
        using var house = PracticeHouse.Speaking(voices, masks: false);
        var (turn, _) = await house.AskAsync(StockQuestion);
        Assert.Empty(mind.Requests);
        Assert.Contains("No language model may be given this text", turn.Degraded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_sent_is_masked_and_everything_received_is_put_back()
    {
        var mind = new ScriptedMind("m", r => r.Results.Count == 0
            ? MindReply.Call("practice__invoices", """{"customer":"NAME_K7Q2M9"}""")
            : MindReply.Say($"NAME_K7Q2M9 owes us €1,250.50", $" on INV/2026/00042 [{r.MarkOf("Invoice")}]."));
        var voices = PracticeVoices.Of(mind);
        voices.Secrets["Nordlicht Logistik GmbH"] = "NAME_K7Q2M9";
        using var house = PracticeHouse.Speaking(voices);
        house.Invoices.Run = (_, _, _) => Task.FromResult(new ToolResult
        {
            Outcome = ToolOutcome.Ok,
            Findings = [],
            Evidence = [PracticeTools.Record("account.move:7", "Invoice INV/2026/00042 of Nordlicht Logistik GmbH", new Fact("Amount", FactKind.Money, "1250.50", "EUR"))],
        });
        var (turn, _) = await house.AskAsync("what does Nordlicht Logistik GmbH owe us?");
        Assert.Equal("Nordlicht Logistik GmbH owes us €1,250.50 on INV/2026/00042 [S1].", turn.Answer);
        Assert.Equal("Nordlicht Logistik GmbH", (string?)Assert.Single(house.Invoices.Calls).Arguments["customer"]);
        Assert.All(mind.Requests, r => Assert.DoesNotContain("Nordlicht", r.All, StringComparison.Ordinal));
        Assert.Equal(1, (int?)house.Rooms.Entries[^1].Content["models"]!["masked"]!["m"]!["name"]);
    }

    [Fact]
    public async Task Without_budget_the_rules_answer_and_say_why()
    {
        var mind = ScriptedMind.Of(MindReply.Say("Hello."));
        var voices = PracticeVoices.Of(mind);
        voices.Allowance = new ModelAllowance(AllowanceLevel.None, "Today's budget for language models is used up.");
        using var house = PracticeHouse.Speaking(voices);
        var (turn, _) = await house.AskAsync(StockQuestion);
        Assert.Empty(mind.Requests);
        Assert.Equal("Today's budget for language models is used up.", turn.Degraded);
        Assert.Empty(voices.Spent);
    }

    [Fact]
    public async Task A_budget_that_can_not_be_read_spends_nothing()
    {
        var mind = ScriptedMind.Of(MindReply.Say("Hello."));
        var voices = PracticeVoices.Of(mind);
        voices.BeforeAllowance = () => throw new IOException("down");
        using var house = PracticeHouse.Speaking(voices);
        var (turn, _) = await house.AskAsync(StockQuestion);
        Assert.Empty(mind.Requests);
        Assert.Equal((TurnOutcome.Answered, PlannerKind.Rules), (turn.Outcome, turn.Planner));
    }

    [Fact]
    public async Task A_reduced_budget_goes_to_the_small_model()
    {
        var large = ScriptedMind.Of(MindReply.Say("Hello."));
        var small = new ScriptedMind("small", r => r.Results.Count == 0 ? StockCall : MindReply.Say($"We have 240 Units on hand [{r.MarkOf("Stock of")}]."));
        var voices = PracticeVoices.Of(large);
        voices.Small.Add(small.Model());
        voices.Allowance = new ModelAllowance(AllowanceLevel.Reduced, "Little is left.");
        using var house = PracticeHouse.Speaking(voices);
        var (turn, _) = await house.AskAsync(StockQuestion);
        Assert.Empty(large.Requests);
        Assert.Equal("We have 240 Units on hand [S1].", turn.Answer);
        Assert.All(small.Requests, r => Assert.True(r.Options.MaxOutputTokens <= 500));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_used_is_booked_also_when_the_turn_falls_back(bool fails)
    {
        var mind = new ScriptedMind("m", r => r.Results.Count == 0 ? StockCall : fails ? MindReply.Say("We have 999 Units of them.") : MindReply.Say($"We have 240 Units on hand [{r.MarkOf("Stock of")}]."));
        var voices = PracticeVoices.Of(mind);
        voices.BeforeSpend = fails ? () => throw new IOException("down") : () => Task.CompletedTask;
        using var house = PracticeHouse.Speaking(voices);
        var (turn, _) = await house.AskAsync(StockQuestion);
        Assert.Equal(TurnOutcome.Answered, turn.Outcome);
        Assert.Equal(mind.Requests.Count * 100, turn.Usage.InputTokens);
        Assert.Equal(fails ? 0 : 1, voices.Spent.Count);
    }

    [Fact]
    public async Task Without_the_trail_nothing_of_the_answer_is_shown()
    {
        var mind = new ScriptedMind("m", r => r.Results.Count == 0 ? StockCall : MindReply.Say($"We have 240 Units on hand [{r.MarkOf("Stock of")}]."));
        using var house = PracticeHouse.Speaking(mind);
        house.Rooms.BeforeAppend = (entry, _) => entry.Kind == AuditEntryKind.AnswerReleased ? throw new IOException("disk full") : Task.CompletedTask;
        var (turn, updates) = await house.AskAsync(StockQuestion);
        Assert.Equal(TurnOutcome.Failed, turn.Outcome);
        Assert.DoesNotContain("240", turn.Answer, StringComparison.Ordinal);
        Assert.DoesNotContain(updates, u => u is TokenUpdate or SourceUpdate);
    }

    [Fact]
    public async Task A_turn_stopped_half_way_keeps_what_was_shown_on_record()
    {
        using var stop = new CancellationTokenSource();
        var mind = new ScriptedMind("m", r => r.Results.Count == 0 ? StockCall : new MindReply
        {
            Text = [$"We have 240 Units on hand [{r.MarkOf("Stock of")}].", " More"],
            Waits = new Dictionary<int, Func<CancellationToken, Task>> { [1] = token => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token) },
        });
        using var house = PracticeHouse.Speaking(mind);
        var updates = new List<TurnUpdate>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var update in house.Pipeline.RunAsync(house.Request(StockQuestion), stop.Token))
            {
                updates.Add(update);
                if (update is TokenUpdate)
                {
                    await stop.CancelAsync();
                }
            }
        });
        var turn = Assert.IsType<TurnFinished>(updates[^1]).Turn;
        Assert.Equal("We have 240 Units on hand [S1].\n\nThis turn was stopped before its answer was whole.", turn.Answer);
        Assert.Equal("S1", Assert.Single(turn.Sources).Id);
        Assert.Equal(["S1"], house.Rooms.Turns[turn.TurnId].Evidence.Keys);
        Assert.Equal("stopped by the caller", (string?)house.Rooms.Entries[^1].Content["fault"]);
        Assert.True((bool)house.Rooms.Entries[^1].Content["models"]!["requests"]![1]!["estimated"]!);
        Assert.True(turn.Usage.InputTokens > 100);
    }
}
