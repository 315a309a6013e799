using System.Net;
using System.Text.Json.Nodes;
using Copilot.Host;
using Copilot.Testing.Service;
using Copilot.Testing.Teams;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels.Teams;

/// <summary>Who gets in at <c>/api/messages</c>: one row a kind of token, with the status it must get.</summary>
public sealed class TeamsDoorTests(TeamsHouse house) : IClassFixture<TeamsHouse>
{
    private PracticeTeams Teams => house.Teams;

    [Theory]
    [InlineData("valid", HttpStatusCode.OK)]
    [InlineData("no header", HttpStatusCode.Unauthorized)]
    [InlineData("wrong scheme", HttpStatusCode.Unauthorized)]
    [InlineData("garbage", HttpStatusCode.Unauthorized)]
    [InlineData("huge", HttpStatusCode.Unauthorized)]
    [InlineData("wrong audience", HttpStatusCode.Unauthorized)]
    [InlineData("wrong issuer", HttpStatusCode.Unauthorized)]
    [InlineData("expired 10 minutes ago", HttpStatusCode.Unauthorized)]
    [InlineData("expired 4 minutes ago", HttpStatusCode.OK)]
    [InlineData("valid in 10 minutes", HttpStatusCode.Unauthorized)]
    [InlineData("without an end", HttpStatusCode.Unauthorized)]
    [InlineData("unknown key", HttpStatusCode.Unauthorized)]
    [InlineData("bad signature", HttpStatusCode.Unauthorized)]
    [InlineData("key of its own in the header", HttpStatusCode.Unauthorized)]
    [InlineData("none", HttpStatusCode.Unauthorized)]
    [InlineData("HS256 with the public key", HttpStatusCode.Unauthorized)]
    [InlineData("RS512", HttpStatusCode.Unauthorized)]
    [InlineData("PS256", HttpStatusCode.Unauthorized)]
    [InlineData("critical header", HttpStatusCode.Unauthorized)]
    [InlineData("encrypted", HttpStatusCode.Unauthorized)]
    [InlineData("no service address", HttpStatusCode.Unauthorized)]
    [InlineData("another service address", HttpStatusCode.Unauthorized)]
    [InlineData("service address without its slash", HttpStatusCode.OK)]
    [InlineData("another channel", HttpStatusCode.Forbidden)]
    [InlineData("another tenant", HttpStatusCode.Forbidden)]
    [InlineData("no tenant", HttpStatusCode.Forbidden)]
    [InlineData("no channel", HttpStatusCode.BadRequest)]
    [InlineData("no type", HttpStatusCode.BadRequest)]
    [InlineData("no conversation", HttpStatusCode.BadRequest)]
    [InlineData("empty body", HttpStatusCode.BadRequest)]
    [InlineData("a list", HttpStatusCode.BadRequest)]
    [InlineData("deep", HttpStatusCode.BadRequest)]
    [InlineData("unknown type", HttpStatusCode.OK)]
    [InlineData("unknown invoke", HttpStatusCode.NotImplemented)]
    public async Task Each_kind_of_call_gets_its_status(string kind, HttpStatusCode expected)
    {
        var (body, token, scheme) = Call(kind);
        var (status, said) = await Teams.BringAsync(body, token, scheme);

        Assert.True(expected == status, $"{kind}: {status} {said}");
    }

    [Fact]
    public async Task Keys_that_nobody_knows_are_looked_up_once_and_not_for_everybody_who_asks()
    {
        await Teams.BringAsync(Teams.Activity("typing"));
        var before = Teams.KeysRead;
        for (var i = 0; i < 10; i++)
        {
            await Teams.BringAsync(Teams.Activity("typing").ToJsonString(), Teams.Mint.Sign(Teams.Claims(), keyId: $"guess-{i}"));
        }

        Assert.InRange(Teams.KeysRead, before, before + 1);
    }

    [Fact]
    public async Task Other_methods_and_other_verbs_are_refused_calmly()
    {
        using var client = new HttpClient { BaseAddress = house.Address };
        foreach (var method in new[] { HttpMethod.Head, HttpMethod.Get, HttpMethod.Put, HttpMethod.Delete })
        {
            using var response = await client.SendAsync(new HttpRequestMessage(method, "/api/messages"));
            Assert.InRange((int)response.StatusCode, 400, 499);
        }
    }

    [Fact]
    public async Task While_the_keys_are_away_the_channel_is_asked_to_come_again()
    {
        var other = await TeamsHouse.StartAsync();
        other.Teams.IsAway = true;
        var (status, said) = await other.Teams.BringAsync(other.Teams.Message("Where is it?"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("unavailable", said);
        await other.DisposeAsync();
    }

    [Fact]
    public async Task Without_a_bot_the_address_says_how_to_set_one_up()
    {
        using var folder = new TemporaryFolder();
        await using var plain = await CopilotHost.StartAsync(TestHouse.Options(folder), CancellationToken.None);
        using var client = new HttpClient { BaseAddress = plain.Address };
        using var response = await client.PostAsync("/api/messages", null);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Copilot__Teams__AppId", await response.Content.ReadAsStringAsync());
    }

    private (string Body, string? Token, string Scheme) Call(string kind)
    {
        var activity = Teams.Activity("typing");
        var claims = Teams.Claims();
        switch (kind)
        {
            case "no header": return (activity.ToJsonString(), null, "Bearer");
            case "wrong scheme": return (activity.ToJsonString(), Teams.Mint.Sign(claims), "Basic");
            case "garbage": return (activity.ToJsonString(), "a.b.c", "Bearer");
            case "huge": return (activity.ToJsonString(), new string('a', 20_000) + ".b.c", "Bearer");
            case "wrong audience": claims["aud"] = "another"; break;
            case "wrong issuer": claims["iss"] = "https://sts.windows.net/x/"; break;
            case "expired 10 minutes ago": claims = Teams.Claims(TimeSpan.FromMinutes(-10), TimeSpan.FromHours(-1)); break;
            case "expired 4 minutes ago": claims = Teams.Claims(TimeSpan.FromMinutes(-4), TimeSpan.FromHours(-1)); break;
            case "valid in 10 minutes": claims = Teams.Claims(from: TimeSpan.FromMinutes(10)); break;
            case "without an end": claims.Remove("exp"); break;
            case "unknown key": return (activity.ToJsonString(), Teams.Mint.Sign(claims, keyId: "nobody"), "Bearer");
            case "bad signature": return (activity.ToJsonString(), Teams.Mint.Sign(claims)[..^6] + "AAAAAA", "Bearer");
            case "key of its own in the header": return (activity.ToJsonString(), Teams.Mint.Forge(claims), "Bearer");
            case "none": return (activity.ToJsonString(), Teams.Mint.Sign(claims, "none"), "Bearer");
            case "HS256 with the public key": return (activity.ToJsonString(), Teams.Mint.Sign(claims, "HS256"), "Bearer");
            case "RS512": return (activity.ToJsonString(), Teams.Mint.Sign(claims, "RS512"), "Bearer");
            case "PS256": return (activity.ToJsonString(), Teams.Mint.Sign(claims, "PS256"), "Bearer");
            case "critical header": return (activity.ToJsonString(), Teams.Mint.Sign(claims, header: new JsonObject { ["crit"] = new JsonArray("exp") }), "Bearer");
            case "encrypted": return (activity.ToJsonString(), Teams.Mint.Sign(claims) + ".AAAA.BBBB", "Bearer");
            case "no service address": claims.Remove("serviceurl"); break;
            case "another service address": activity["serviceUrl"] = "https://collector.example/"; break;
            case "service address without its slash": activity["serviceUrl"] = Teams.Address.ToString().TrimEnd('/'); break;
            case "another channel": activity["channelId"] = "slack"; break;
            case "another tenant": activity["channelData"]!["tenant"]!["id"] = "0000"; break;
            case "no tenant": activity.Remove("channelData"); activity["conversation"]!.AsObject().Remove("tenantId"); break;
            case "no channel": activity.Remove("channelId"); break;
            case "no type": activity.Remove("type"); break;
            case "no conversation": activity.Remove("conversation"); break;
            case "empty body": return (string.Empty, Teams.Mint.Sign(claims), "Bearer");
            case "a list": return ("[1]", Teams.Mint.Sign(claims), "Bearer");
            case "deep": return (string.Concat(Enumerable.Repeat("{\"value\":", 60)) + "1" + new string('}', 60), Teams.Mint.Sign(claims), "Bearer");
            case "unknown type": activity["type"] = "somethingNew"; break;
            case "unknown invoke": activity["type"] = "invoke"; activity["name"] = "composeExtension/query"; break;
        }

        return (activity.ToJsonString(), Teams.Mint.Sign(claims), "Bearer");
    }
}
