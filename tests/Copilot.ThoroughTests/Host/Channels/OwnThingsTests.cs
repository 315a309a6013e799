using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Governance.Audit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>Conversations, sources and ratings belong to the one who asked; for others they do not exist.</summary>
public sealed class OwnThingsTests(TestHouse house) : IClassFixture<TestHouse>
{
    [Fact]
    public async Task A_conversation_is_listed_read_and_deleted_by_its_owner()
    {
        using var owner = await house.SignedInAsync(RoleNames.Purchaser);
        var turn = await AskAsync(owner);
        var path = "/api/v1/conversations/" + turn["conversationId"];

        var listed = await owner.GetFromJsonAsync<JsonArray>("/api/v1/conversations");
        Assert.Contains(listed!, one => one!["id"]!.ToString() == turn["conversationId"]!.ToString() && one["title"]!.ToString() == "Where is it?");
        var read = await owner.GetFromJsonAsync<JsonObject>(path);
        Assert.Equal(turn["turnId"]!.ToString(), read!["turns"]![0]!["turnId"]!.ToString());

        Assert.Equal(HttpStatusCode.NoContent, (await owner.DeleteAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync($"/api/v1/sources/{turn["turnId"]}/S1")).StatusCode);
    }

    [Fact]
    public async Task A_conversation_is_found_by_the_words_of_its_questions_and_read_in_parts()
    {
        using var owner = await house.SignedInAsync(RoleNames.WarehouseSupervisor);
        var first = await AskAsync(owner, "Where are the Blue gloves?");
        var id = first["conversationId"]!.ToString();
        var second = await AskAsync(owner, "And 100% of the green_ones?", id);
        await AskAsync(owner, "Something else");

        foreach (var search in new[] { "GLOVES blue", "green_ones", "100%" })
        {
            var found = await owner.GetFromJsonAsync<JsonArray>("/api/v1/conversations?search=" + Uri.EscapeDataString(search));
            Assert.Equal(id, Assert.Single(found!)!["id"]!.ToString());
        }

        Assert.Empty((await owner.GetFromJsonAsync<JsonArray>("/api/v1/conversations?search=' OR 1=1 --"))!);
        Assert.Equal([second["turnId"]!.ToString()], await PartAsync(owner, $"{id}?last=1"));
        Assert.Equal([first["turnId"]!.ToString()], await PartAsync(owner, $"{id}?last=5&before={second["turnId"]}"));
        Assert.Empty(await PartAsync(owner, $"{id}?before={first["turnId"]}"));
        Assert.Equal(HttpStatusCode.BadRequest, (await owner.GetAsync($"/api/v1/conversations/{id}?last=0")).StatusCode);
    }

    [Fact]
    public async Task Who_holds_a_token_is_told_whose_it_is()
    {
        using var owner = await house.SignedInAsync(RoleNames.Accountant);

        var me = await owner.GetFromJsonAsync<JsonObject>("/api/v1/me");

        Assert.Equal("Claire Dubois", me!["displayName"]!.ToString());
        Assert.Equal([RoleNames.Accountant], me["roles"]!.AsArray().Select(role => role!.ToString()));
        Assert.Equal(["Meridian Industrial Supply", "Meridian Packaging"], me["companies"]!.AsArray().Select(company => company!.ToString()));
    }

    [Fact]
    public async Task Nothing_of_it_exists_for_anybody_else()
    {
        using var owner = await house.SignedInAsync(RoleNames.Accountant);
        using var other = await house.SignedInAsync(RoleNames.OperationsManager);
        var turn = await AskAsync(owner);
        var path = "/api/v1/conversations/" + turn["conversationId"];

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.DeleteAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/api/v1/sources/{turn["turnId"]}/S1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsJsonAsync($"/api/v1/turns/{turn["turnId"]}/feedback", new { rating = "up" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsJsonAsync("/api/v1/ask", new { question = "Why?", conversationId = turn["conversationId"]!.ToString() })).StatusCode);
        Assert.DoesNotContain((await other.GetFromJsonAsync<JsonArray>("/api/v1/conversations"))!, one => one!["id"]!.ToString() == turn["conversationId"]!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_source_opens_and_opening_is_audited()
    {
        using var owner = await house.SignedInAsync();
        var turn = await AskAsync(owner);

        var view = await owner.GetFromJsonAsync<JsonObject>($"/api/v1/sources/{turn["turnId"]}/S1");

        Assert.Equal("calculation", view!["kind"]!.ToString());
        Assert.Equal("3", view["facts"]![0]!["value"]!.ToString());
        var entries = await house.Services.GetRequiredService<AuditReader>().ReadTurnAsync(turn["turnId"]!.ToString(), CancellationToken.None);
        Assert.Contains(entries, entry => entry.Kind == AuditEntryKind.SourceOpened && entry.Content["source"]!.ToString() == "S1");
    }

    [Theory]
    [InlineData("S9")]
    [InlineData("S2%2F..%2FS1")]
    public async Task A_mark_the_turn_does_not_have_is_a_404(string mark)
    {
        using var owner = await house.SignedInAsync();
        var turn = await AskAsync(owner);

        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync($"/api/v1/sources/{turn["turnId"]}/{mark}")).StatusCode);
    }

    [Fact]
    public async Task A_rating_is_kept_and_audited_and_a_second_replaces_it()
    {
        using var owner = await house.SignedInAsync();
        var path = $"/api/v1/turns/{(await AskAsync(owner))["turnId"]}/feedback";

        Assert.Equal(HttpStatusCode.NoContent, (await owner.PostAsJsonAsync(path, new { rating = "up" })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await owner.PostAsJsonAsync(path, new { rating = "down", reason = "wrong", comment = "It left." })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await owner.PostAsJsonAsync(path, new { rating = "sideways" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await owner.PostAsJsonAsync(path, new { rating = "up", comment = new string('x', 2001) })).StatusCode);
    }

    [Fact]
    public async Task There_are_no_proposals_yet_and_the_calls_say_so_in_their_own_shapes()
    {
        using var client = await house.SignedInAsync(RoleNames.OperationsManager);

        Assert.Equal("[]", await client.GetStringAsync("/api/v1/proposals?state=proposed"));
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/api/v1/proposals?state=maybe")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsJsonAsync("/api/v1/proposals/p1/approve", new { comment = "ok" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync("/api/v1/proposals/p1/reject", null)).StatusCode);
    }

    private static async Task<IEnumerable<string>> PartAsync(HttpClient client, string path)
        => (await client.GetFromJsonAsync<JsonObject>("/api/v1/conversations/" + path))!["turns"]!.AsArray().Select(turn => turn!["turnId"]!.ToString());

    private static async Task<JsonObject> AskAsync(HttpClient client, string question = "Where is it?", string? conversationId = null)
    {
        using var response = await client.PostAsJsonAsync("/api/v1/ask", new { question, conversationId });
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }
}
