using System.Net;
using System.Text.Json.Nodes;
using Copilot.Host.Channels.Teams.People;
using Copilot.Testing.Identity;
using Copilot.Testing.Teams;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels.Teams;

/// <summary>Single sign-on: the directory's own token links an account, and nothing less does.</summary>
public sealed class TeamsSignInTests : IAsyncLifetime
{
    private const string Resource = "api://copilot.example/botid-" + PracticeTeams.AppId;
    private PracticeProvider directory = null!;
    private TeamsHouse house = null!;

    private PracticeTeams Teams => house.Teams;

    public async Task InitializeAsync()
    {
        directory = await PracticeProvider.StartAsync();
        house = await TeamsHouse.StartAsync(options => options with
        {
            Settings = new Dictionary<string, string?>([.. options.Settings, .. directory.Settings().Select(s => KeyValuePair.Create("Copilot:" + s.Key, (string?)s.Value)), KeyValuePair.Create("Copilot:Teams:SsoResource", (string?)Resource)]),
        });
    }

    public async Task DisposeAsync()
    {
        await house.DisposeAsync();
        await directory.DisposeAsync();
    }

    [Fact]
    public async Task The_token_of_the_directory_links_the_account_without_a_code()
    {
        await Teams.BringAsync(Teams.Message("Where is my order?"));
        var asked = await Teams.NextMessageAsync();
        Assert.Equal(Resource, (string?)asked.Cards.Single()["tokenExchangeResource"]!["uri"]);
        Assert.StartsWith("I don't know yet", (await Teams.NextMessageAsync()).Text);

        var (status, body) = await ExchangeAsync(Claims());
        Assert.Equal((HttpStatusCode.OK, string.Empty), (status, body));
        Assert.StartsWith("Hello Sofia Marin", (await Teams.NextMessageAsync()).Text);
        Assert.Equal("person:sofia@meridian.example", (await WhoAsync())?.ToLowerInvariant());

        // A second device brings its token, too: nothing more is said.
        Assert.Equal(HttpStatusCode.OK, (await ExchangeAsync(Claims())).Status);
        Assert.True(Teams.IsQuiet);
        Assert.Empty(Teams.Faults);
    }

    [Theory]
    [InlineData("oid", "99999999-2222-3333-4444-555566667777")]
    [InlineData("tid", "99999999-aaaa-bbbb-cccc-444455556666")]
    [InlineData("aud", "api://another-service")]
    [InlineData("email", "somebody@elsewhere.example")]
    [InlineData("oid", null)]
    public async Task A_token_of_another_account_service_or_person_links_nobody(string claim, string? value)
    {
        var claims = Claims();
        claims[claim] = value;
        var (status, body) = await ExchangeAsync(claims);

        var refused = JsonNode.Parse(body)!;
        Assert.Equal((HttpStatusCode.PreconditionFailed, "x-1", "copilot"), (status, (string?)refused["id"], (string?)refused["connectionName"]));
        Assert.NotEmpty((string)refused["failureDetail"]!);
        Assert.Null(await WhoAsync());
    }

    [Fact]
    public async Task A_forged_token_links_nobody()
    {
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await ExchangeAsync(directory.Mint.Forge(Claims()))).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await ExchangeAsync("no token at all")).Status);
        Assert.Null(await WhoAsync());
    }

    private JsonObject Claims()
    {
        var claims = directory.Claims(roles: "Sales Team");
        claims["oid"] = PracticeTeams.Person;
        claims["tid"] = PracticeTeams.TenantId;
        claims["email"] = "sofia@meridian.example";
        return claims;
    }

    private Task<(HttpStatusCode Status, string Body)> ExchangeAsync(JsonObject claims) => ExchangeAsync(directory.Mint.Sign(claims));

    private Task<(HttpStatusCode Status, string Body)> ExchangeAsync(string token)
    {
        var invoke = Teams.Activity("invoke");
        invoke["name"] = "signin/tokenExchange";
        invoke["value"] = new JsonObject { ["id"] = "x-1", ["connectionName"] = "copilot", ["token"] = token };
        return Teams.BringAsync(invoke);
    }

    private async Task<string?> WhoAsync()
        => (await house.Services.GetRequiredService<PeopleDesk>().WhoAsync(PracticeTeams.TenantId, PracticeTeams.Person, CancellationToken.None))?.Id;
}
