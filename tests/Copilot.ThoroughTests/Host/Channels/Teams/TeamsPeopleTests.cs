using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Testing.Teams;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels.Teams;

/// <summary>How somebody in Teams becomes somebody here, and who decides it.</summary>
public sealed class TeamsPeopleTests(TeamsHouse house) : IClassFixture<TeamsHouse>
{
    private PracticeTeams Teams => house.Teams;

    [Fact]
    public async Task Who_is_not_linked_gets_no_answer_but_the_way_to_one_and_an_administrator_can_make_the_link()
    {
        await Teams.BringAsync(Teams.Message("What does Nordlicht owe us?", "a:stranger", person: "stranger-1"));
        var told = await Teams.NextMessageAsync();
        Assert.Contains("sofia.marin@meridian.example", told.Text);
        Assert.Contains("link ABCD-EFGH", told.Text);
        Assert.DoesNotContain(house.Runner.Asked.ToArray(), asked => asked.Question.Contains("Nordlicht", StringComparison.Ordinal));

        using var rep = await SignedInAsync(RoleNames.SalesRep);
        using var boss = await SignedInAsync(RoleNames.OperationsManager);
        var link = $"/api/v1/teams/people/{PracticeTeams.TenantId}/stranger-1/link";
        Assert.Equal(HttpStatusCode.Forbidden, (await rep.GetAsync("/api/v1/teams/people")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await rep.PostAsJsonAsync(link, new { who = "demo:operations-manager" })).StatusCode);
        var waiting = (await boss.GetFromJsonAsync<JsonArray>("/api/v1/teams/people"))!.Single(p => (string?)p!["person"] == "stranger-1")!;
        Assert.Null(waiting["callerId"]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await boss.PostAsJsonAsync(link, new { })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await boss.PostAsJsonAsync(link, new { who = "demo:root" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await boss.PostAsJsonAsync($"/api/v1/teams/people/{PracticeTeams.TenantId}/nobody/link", new { who = "demo:accountant" })).StatusCode);
        using var linked = await boss.PostAsJsonAsync(link, new { who = "demo:accountant" });
        Assert.Equal("demo:accountant", (string?)(await linked.Content.ReadFromJsonAsync<JsonObject>())!["callerId"]);

        await Teams.BringAsync(Teams.Message("Am I known?", "a:stranger", person: "stranger-1"));
        Assert.Equal("It is late [1].", (await Teams.NextMessageAsync()).Text);
        await Teams.NextMessageAsync();
        Assert.Equal("demo:accountant", house.Runner.Asked.ToArray().Single(a => a.Question == "Am I known?").Caller.Id);

        Assert.Equal(HttpStatusCode.NoContent, (await boss.DeleteAsync($"/api/v1/teams/people/{PracticeTeams.TenantId}/stranger-1")).StatusCode);
        await Teams.BringAsync(Teams.Message("And now?", "a:stranger", person: "stranger-1"));
        Assert.StartsWith("I don't know yet", (await Teams.NextMessageAsync()).Text);
    }

    [Fact]
    public async Task A_code_works_once_and_only_as_it_was_given()
    {
        using var rep = await SignedInAsync(RoleNames.Purchaser);
        var invitation = (await (await rep.PostAsync("/api/v1/teams/invitations", null)).Content.ReadFromJsonAsync<JsonObject>())!;
        var say = (string)invitation["say"]!;

        await Teams.BringAsync(Teams.Message("link AAAA-AAAA", "a:code", person: "code-1"));
        Assert.StartsWith("This code is wrong", (await Teams.NextMessageAsync()).Text);
        await Teams.BringAsync(Teams.Message(say.ToLowerInvariant(), "a:code", person: "code-1"));
        Assert.StartsWith("Hello Tomás Ferreira", (await Teams.NextMessageAsync()).Text);
        await Teams.BringAsync(Teams.Message(say, "a:code", person: "code-2"));
        Assert.StartsWith("This code is wrong", (await Teams.NextMessageAsync()).Text);
    }

    [Fact]
    public async Task In_a_channel_nobody_is_told_the_address_of_another()
    {
        await Teams.BringAsync(Teams.Message("hello", "19:team@thread.tacv2", "channel", "stranger-2"));

        Assert.DoesNotContain("@", (await Teams.NextMessageAsync()).Text);
    }

    [Fact]
    public async Task Somebody_without_a_directory_can_t_be_linked()
    {
        var message = Teams.Message("hello", "a:guest");
        message["from"]!.AsObject().Remove("aadObjectId");
        await Teams.BringAsync(message);

        Assert.Contains("account of the company", (await Teams.NextMessageAsync()).Text);
    }

    private async Task<HttpClient> SignedInAsync(string persona)
    {
        var client = new HttpClient { BaseAddress = house.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", await TestHouse.TokenAsync(client, persona));
        return client;
    }
}
