using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Testing.Odoo.Faults;
using Copilot.Testing.Tools;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Odoo;

/// <summary>Every tool while Odoo is in trouble, on a real socket: what could not be read is said, and nothing is made up for it.</summary>
[Collection(PracticeCompanyCollection.Name)]
public sealed class ReadFaultTests(PracticeCompany company)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(DoorTrouble.Reset, "cannot be reached")]
    [InlineData(DoorTrouble.Html, "cannot be reached")]
    [InlineData(DoorTrouble.BadGateway, "cannot be reached")]
    [InlineData(DoorTrouble.CutAnswer, "cannot be reached")]
    [InlineData(DoorTrouble.Restart, "cannot be reached")]
    [InlineData(DoorTrouble.Silence, "did not answer in time")]
    public async Task While_Odoo_cannot_be_read_every_tool_says_so_and_nothing_else(DoorTrouble trouble, string said)
    {
        await using var door = new TroubledDoor(company.Address) { Rule = _ => trouble };
        await Task.WhenAll((await ToolSuites.CallsAsync(company)).Select(async call =>
        {
            await using var services = company.ServicesAt(door.Address, trouble == DoorTrouble.Silence ? TimeSpan.FromSeconds(1) : Patience);
            NothingBut(said, call.Tool, await RunAsync(services, call.Tool, call.Samples[0]));
        }));
    }

    [Fact]
    public async Task A_line_that_breaks_at_any_call_loses_nothing_in_silence()
    {
        var silent = new List<string>();
        foreach (var (tool, samples) in await ToolSuites.CallsAsync(company))
        {
            await using var door = new TroubledDoor(company.Address);
            await using var services = company.ServicesAt(door.Address, Patience);
            await RunAsync(services, tool, samples[0]);
            var before = door.Seen.Count;
            var whole = Words(await RunAsync(services, tool, samples[0]));
            var calls = door.Seen.Count - before;
            Assert.True(calls > 0, $"{tool} asks nothing");
            for (var at = 1; at <= calls; at++)
            {
                var broken = door.Seen.Count + at;
                door.Break(DoorTrouble.Reset, r => r.Number == broken);
                var result = await RunAsync(services, tool, samples[0]);
                if (result.Outcome == ToolOutcome.Ok && Words(result) != whole && !SaysSo(result))
                {
                    silent.Add($"{tool}, call {at} of {calls} ({(await door.Troubled).Model}.{(await door.Troubled).Method}): {Words(result)}");
                }
            }
        }

        Assert.Empty(silent);
    }

    [Fact]
    public async Task Access_taken_away_in_the_middle_is_said_as_what_it_is()
    {
        foreach (var (tool, samples) in await ToolSuites.CallsAsync(company))
        {
            await using var door = new TroubledDoor(company.Address);
            await using var services = company.ServicesAt(door.Address, Patience);
            await RunAsync(services, tool, samples[0]);
            var from = door.Seen.Count + 2;
            door.Rule = r => r.Number >= from ? DoorTrouble.Revoked : DoorTrouble.None;

            var result = await RunAsync(services, tool, samples[0]);

            if (door.Seen.Count >= from)
            {
                Assert.True(result.Outcome == ToolOutcome.Denied, $"{tool}: {result.Outcome} {result.Reason}");
                NothingBut("refused your login", tool, result);
            }
        }
    }

    private static void NothingBut(string said, string tool, ToolResult result)
    {
        Assert.True(result.Outcome is ToolOutcome.Failed or ToolOutcome.TimedOut or ToolOutcome.Denied, $"{tool}: {result.Outcome}");
        Assert.True(result.Reason?.Contains(said, StringComparison.Ordinal) == true, $"{tool} says: {result.Reason}");
        Assert.False(result.Found);
        Assert.Empty(result.Findings);
        Assert.Empty(result.Evidence);
        Assert.Empty(result.Cards);
        Assert.Null(result.Action);
    }

    private static string Words(ToolResult result) => string.Join('\n', [.. result.Findings.Select(f => f.Text), result.Reason, result.QuestionBack]);

    private static bool SaysSo(ToolResult result)
        => result.Findings.Select(f => f.Text).Append(result.Reason ?? string.Empty).Any(t => t.Contains("could not", StringComparison.Ordinal) || t.Contains("cannot be reached", StringComparison.Ordinal));

    private async Task<ToolResult> RunAsync(ServiceProvider services, string tool, string arguments)
    {
        var caller = PracticeCompany.As(RoleNames.OperationsManager);
        var call = new ToolCall { Id = "c", Tool = tool, Arguments = (JsonObject)JsonNode.Parse(arguments)! };
        var asked = services.GetServices<ITool>().Single(t => t.Definition.Name == tool);
        var context = new ToolContext { Caller = caller, TurnId = "t", Question = string.Empty, Now = company.Now, Attachments = asked.Definition.ReadsAttachments ? [PracticePapers.Attachment] : [] };
        return await asked.RunAsync(context, call, Permits.For(call, caller), CancellationToken.None);
    }
}
