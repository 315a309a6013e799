using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Testing.Service;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>A conversation is handed over to a person: as a proposal on the record that was last spoken of, with what was said.</summary>
public sealed class HandOverTests : IAsyncLifetime
{
    private const string Tool = "odoo.schedule_activity";

    private WriterHouse house = null!;

    public async Task InitializeAsync() => house = await WriterHouse.StartAsync(Tool, "ScheduleActivityTool");

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task The_to_do_is_on_the_record_that_was_spoken_of_and_holds_what_was_asked_and_answered()
    {
        using var rep = await house.AsAsync(RoleNames.SalesRep);
        var conversation = await TalkAsync(rep, withRecord: true);
        using var answer = await rep.PostAsJsonAsync($"/api/v1/conversations/{conversation}/hand-over", new { person = "Lena Vogt", note = "Call the customer." });
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        var proposal = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;

        Assert.Equal("proposed", (string?)proposal["state"]);
        Assert.Contains("Where is it?", (string?)proposal["reason"], StringComparison.Ordinal);
        Assert.Contains("It is late.", (string?)proposal["reason"], StringComparison.Ordinal);
        Assert.Equal(new RecordRef("sale.order", 42), house.Writer.Focus);
        Assert.Equal(("Lena Vogt", "Call the customer."), ((string?)house.Writer.Arguments!["person"], (string?)house.Writer.Arguments["message"]));
        Assert.Equal(0, house.Writer.Executed);
    }

    [Fact]
    public async Task Without_words_the_last_question_is_handed_to_oneself()
    {
        using var rep = await house.AsAsync(RoleNames.SalesRep);
        var conversation = await TalkAsync(rep, withRecord: true);
        using var answer = await rep.PostAsJsonAsync($"/api/v1/conversations/{conversation}/hand-over", new { });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("Take over: Where is it?", (string?)house.Writer.Arguments!["message"]);
        Assert.False(house.Writer.Arguments.ContainsKey("person"));
    }

    [Fact]
    public async Task What_is_not_ones_own_too_long_or_about_no_record_is_not_handed_over()
    {
        using var rep = await house.AsAsync(RoleNames.SalesRep);
        using var boss = await house.AsAsync(RoleNames.OperationsManager);
        var conversation = await TalkAsync(rep, withRecord: false);
        Assert.Equal(HttpStatusCode.NotFound, (await boss.PostAsJsonAsync($"/api/v1/conversations/{conversation}/hand-over", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await rep.PostAsJsonAsync($"/api/v1/conversations/{conversation}/hand-over", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await rep.PostAsJsonAsync($"/api/v1/conversations/{conversation}/hand-over", new { note = new string('x', 501) })).StatusCode);
        Assert.Null(house.Writer.Arguments);
    }

    private async Task<string> TalkAsync(HttpClient client, bool withRecord)
    {
        house.Runner.Ending = turn => withRecord ? turn with { Sources = [.. turn.Sources, Some.Source with { Id = "S2" }] } : turn;
        using var answer = await client.PostAsJsonAsync("/api/v1/ask", new { question = "Where is it?" });
        return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["conversationId"]!;
    }
}
