using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Governance.Audit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Xunit.Abstractions;

namespace Copilot.IntegrationTests.Host.Voices;

/// <summary>
/// Kills, stalls and corrupts the model at every step of a turn: whatever happens, the turn ends with an answer or with a failure that says why, nothing that was
/// shown is withdrawn, nothing ungrounded is shown, and the trail tells the whole of it.
/// </summary>
public sealed partial class ModelFaultTests(FaultHouse house, ITestOutputHelper output) : IClassFixture<FaultHouse>
{
    private const int Planning = 0;
    private const int Writing = 1;
    private const int Repairing = 2;
    private static readonly int[] Frames = [10, 9, 7];
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    public static TheoryData<int, string> StreamPoints()
    {
        var data = new TheoryData<int, string>();
        foreach (var request in new[] { Planning, Writing, Repairing })
        {
            foreach (var fault in ModelFault.InStream)
            {
                data.Add(request, fault.Name);
            }
        }

        return data;
    }

    public static TheoryData<string> Doors()
    {
        var data = new TheoryData<string>();
        foreach (var fault in ModelFault.AtTheDoor)
        {
            data.Add(fault.Name);
        }

        return data;
    }

    /// <summary>Whatever breaks a stream off for good.</summary>
    public static TheoryData<string> Breaks()
    {
        var data = new TheoryData<string>();
        foreach (var fault in ModelFault.InStream.Where(f => f.Name != "is cut for length"))
        {
            data.Add(fault.Name);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task After_some_sentences_what_was_shown_stands_and_the_rules_say_the_rest(string fault)
    {
        var rules = await CheckAsync(await house.AskAsync(ModelFault.Named("answers 401 {\"statusCode\":401,\"message\":\"no\"}"), Planning, 0, lasts: true).WaitAsync(Deadline), "the rules alone");
        var last = Mark().Replace(rules.Answer.Split('\n').Last(l => l.Contains("[S", StringComparison.Ordinal)), string.Empty).TrimEnd('.').Split(". ")[^1];
        foreach (var lasts in new[] { false, true })
        {
            var reached = new HashSet<int>();
            for (var frame = 0; frame <= 5; frame++)
            {
                var turn = await CheckAsync(await house.AskAsync(ModelFault.Named(fault), Writing, frame, lasts, bySentence: true).WaitAsync(Deadline), $"{fault} after {frame} frames of sentences");
                var shown = await ReleasedAsync(turn);
                var sentences = Marked().Count(shown);
                if (sentences == 0 || turn.Degraded is null)
                {
                    continue;
                }

                reached.Add(sentences);
                Assert.Equal((PlannerKind.Model, TurnOutcome.Answered), (turn.Planner, turn.Outcome));
                Assert.StartsWith(shown, turn.Answer, StringComparison.Ordinal);
                Assert.Contains("broke off here", turn.Answer, StringComparison.Ordinal);
                Assert.Contains(last, Mark().Replace(turn.Answer, string.Empty), StringComparison.Ordinal);
                var said = turn.Answer.Split(['\n', '.'], StringSplitOptions.TrimEntries).Where(s => s.Length > 20).Select(s => Mark().Replace(s, string.Empty).Trim()).ToList();
                Assert.Equal(said.Distinct().Count(), said.Count);
            }

            output.WriteLine($"{fault}: text shown of {string.Join(", ", reached.Order())} sentences");

            // A connection that is reset may take with it what was on its way.
            Assert.True(reached.Count >= 3 || fault.StartsWith("is killed", StringComparison.Ordinal), $"only {reached.Count} different amounts of text were shown");
        }

        await TrailIsWholeAsync();
    }

    [Fact]
    public async Task Without_a_fault_the_question_is_answered_and_the_untrue_sentence_is_left_out()
    {
        var turn = await CheckAsync(await house.AskAsync(null, 0, 0, lasts: false).WaitAsync(Deadline), "no fault");
        Assert.Equal(TurnOutcome.Answered, turn.Outcome);
    }

    [Theory]
    [MemberData(nameof(StreamPoints))]
    public async Task A_stream_that_fails_after_any_frame_leaves_a_whole_turn(int request, string fault)
    {
        var shown = 0;
        for (var frame = 0; frame <= Frames[request]; frame++)
        {
            var turn = await CheckAsync(await house.AskAsync(ModelFault.Named(fault), request, frame, lasts: false).WaitAsync(Deadline), $"request {request} {fault} after {frame} frames");
            Assert.True(house.WasMet, $"request {request} was not made");
            shown += (await ReleasedAsync(turn)).Length > 0 && turn.Degraded is not null ? 1 : 0;
        }

        output.WriteLine($"{shown} of {Frames[request] + 1} points had text shown when the model failed");
        await TrailIsWholeAsync();
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task An_endpoint_that_refuses_any_request_leaves_a_whole_turn(string fault)
    {
        foreach (var request in new[] { Planning, Writing, Repairing })
        {
            await CheckAsync(await house.AskAsync(ModelFault.Named(fault), request, 0, lasts: false).WaitAsync(Deadline), $"request {request} {fault}");
            Assert.True(house.WasMet, $"request {request} was not made");
        }

        await TrailIsWholeAsync();
    }

    [Theory]
    [MemberData(nameof(StreamPoints))]
    public async Task When_every_model_fails_for_good_the_rules_answer_or_what_was_shown_stands(int request, string fault)
    {
        var turn = await CheckAsync(await house.AskAsync(ModelFault.Named(fault), request, Math.Min(2, Frames[request]), lasts: true).WaitAsync(Deadline), $"request {request} {fault} for good");
        Assert.True(house.WasMet);
        await TrailIsWholeAsync();
        if (request == Planning && turn.Planner == PlannerKind.Rules)
        {
            Assert.NotNull(turn.Degraded);
        }
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task When_every_model_refuses_for_good_the_rules_answer_and_say_so(string fault)
    {
        var turn = await CheckAsync(await house.AskAsync(ModelFault.Named(fault), Planning, 0, lasts: true).WaitAsync(Deadline), $"{fault} for good");
        Assert.Equal((PlannerKind.Rules, TurnOutcome.Answered), (turn.Planner, turn.Outcome));
        Assert.False(string.IsNullOrWhiteSpace(turn.Degraded));
        Assert.Contains("put together by rules", turn.Answer.Replace("\\", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        await TrailIsWholeAsync();
    }

    private async Task TrailIsWholeAsync() => Assert.True((await house.Services.GetRequiredService<AuditReader>().VerifyAsync(CancellationToken.None)).IsWhole);

    private async Task<Turn> CheckAsync(IReadOnlyList<TurnUpdate> updates, string point)
    {
        var turn = Assert.IsType<TurnFinished>(updates[^1]).Turn;
        Assert.False(string.IsNullOrWhiteSpace(turn.Answer), point);
        Assert.True(turn.Outcome is TurnOutcome.Answered or TurnOutcome.Abstained or TurnOutcome.Failed, $"{point}: {turn.Outcome}");
        Assert.DoesNotContain("84,311", turn.Answer, StringComparison.Ordinal);
        Assert.DoesNotContain("could not answer this (id", turn.Answer, StringComparison.Ordinal);

        // What was shown is the answer: nothing is withdrawn, nothing is shown twice.
        Assert.Equal(turn.Answer, string.Concat(updates.OfType<TokenUpdate>().Select(t => t.Text)));
        var audit = house.Services.GetRequiredService<AuditReader>();
        var entries = await audit.ReadTurnAsync(turn.TurnId, CancellationToken.None);
        Assert.Equal(AuditEntryKind.TurnStarted, entries[0].Kind);
        Assert.Equal(AuditEntryKind.TurnFinished, Assert.Single(entries, e => e.Kind == AuditEntryKind.TurnFinished).Kind);
        Assert.Equal(AuditEntryKind.TurnFinished, entries[^1].Kind);
        return turn;
    }

    /// <summary>What was shown before the turn ended, as the trail has it.</summary>
    private async Task<string> ReleasedAsync(Turn turn)
        => string.Concat((await house.Services.GetRequiredService<AuditReader>().ReadTurnAsync(turn.TurnId, CancellationToken.None)).Where(e => e.Kind == AuditEntryKind.AnswerReleased).Select(e => (string?)e.Content["text"]));

    [GeneratedRegex(@"\]\.")]
    private static partial Regex Marked();

    [GeneratedRegex(@"\s*\[S\d+\]")]
    private static partial Regex Mark();
}
