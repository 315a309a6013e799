using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>A note that somebody has read and confirmed goes the way of every change.</summary>
public sealed class NoteTests : IAsyncLifetime
{
    private const string Tool = "odoo.post_note";

    private WriterHouse house = null!;

    public async Task InitializeAsync() => house = await WriterHouse.StartAsync(Tool, "PostNoteTool");

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task A_note_becomes_a_proposal_on_the_record_with_its_words_as_they_are()
    {
        using var rep = await house.AsAsync(RoleNames.SalesRep);
        using var answer = await rep.PostAsJsonAsync("/api/v1/notes", new { record = new { model = "sale.order", id = 42 }, message = " Told the customer.\nThey <b>wait</b>. " });
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        var proposal = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;

        Assert.Equal(Tool, (string?)proposal["tool"]);
        Assert.Equal(new RecordRef("sale.order", 42), house.Writer.Focus);
        Assert.Equal("Told the customer.\nThey <b>wait</b>.", (string?)house.Writer.Arguments!["message"]);
        Assert.Equal(0, house.Writer.Executed);
    }

    [Theory]
    [InlineData("""{ "message": "On nothing." }""")]
    [InlineData("""{ "record": { "model": "sale.order", "id": 42 } }""")]
    [InlineData("""{ "record": { "model": "sale.order", "id": 42 }, "message": "  " }""")]
    [InlineData("""{ "record": { "model": "sale.order", "id": 42 }, "message": "a\u0000b" }""")]
    [InlineData("""{ "record": { "model": "sale order; drop", "id": 42 }, "message": "Words." }""")]
    [InlineData("""{ "record": { "model": "sale.order", "id": 0 }, "message": "Words." }""")]
    [InlineData("long")]
    public async Task What_is_no_note_is_refused_and_nobody_is_asked(string body)
    {
        using var rep = await house.AsAsync(RoleNames.SalesRep);
        var text = body == "long" ? new JsonObject { ["record"] = new JsonObject { ["model"] = "sale.order", ["id"] = 42 }, ["message"] = new string('x', 4001) }.ToJsonString() : body;
        using var content = new StringContent(text, System.Text.Encoding.UTF8, "application/json");
        using var answer = await rep.PostAsync("/api/v1/notes", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(house.Writer.Arguments);
    }

    [Fact]
    public async Task Who_may_not_see_such_records_posts_nothing()
    {
        using var auditor = await house.AsAsync(RoleNames.Auditor);
        using var answer = await auditor.PostAsJsonAsync("/api/v1/notes", new { record = new { model = "sale.order", id = 42 }, message = "Words." });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Null(house.Writer.Arguments);
    }
}
