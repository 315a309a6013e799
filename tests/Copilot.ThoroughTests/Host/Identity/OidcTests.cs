using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Host;
using Copilot.Host.Channels;
using Copilot.Testing.Identity;
using Copilot.Testing.Service;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Host.Identity;

/// <summary>People who sign in at an OpenID provider: which tokens open the service, and who their bearers are here. One house for all: nobody changes anything in it.</summary>
public sealed class OidcTests(OidcHouse oidc) : IClassFixture<OidcHouse>
{
    [Theory]
    [InlineData("good", HttpStatusCode.OK)]
    [InlineData("at+jwt", HttpStatusCode.OK)]
    [InlineData("PS256", HttpStatusCode.OK)]
    [InlineData("several audiences", HttpStatusCode.OK)]
    [InlineData("lapsed within the skew", HttpStatusCode.OK)]
    [InlineData("lapsed", HttpStatusCode.Unauthorized)]
    [InlineData("no end", HttpStatusCode.Unauthorized)]
    [InlineData("not yet", HttpStatusCode.Unauthorized)]
    [InlineData("times as text", HttpStatusCode.Unauthorized)]
    [InlineData("another audience", HttpStatusCode.Unauthorized)]
    [InlineData("no audience", HttpStatusCode.Unauthorized)]
    [InlineData("another issuer", HttpStatusCode.Unauthorized)]
    [InlineData("no subject", HttpStatusCode.Unauthorized)]
    [InlineData("none", HttpStatusCode.Unauthorized)]
    [InlineData("HS256", HttpStatusCode.Unauthorized)]
    [InlineData("RS512", HttpStatusCode.Unauthorized)]
    [InlineData("a logout token", HttpStatusCode.Unauthorized)]
    [InlineData("critical header", HttpStatusCode.Unauthorized)]
    [InlineData("unencoded payload", HttpStatusCode.Unauthorized)]
    [InlineData("key of its own", HttpStatusCode.Unauthorized)]
    [InlineData("unknown key", HttpStatusCode.Unauthorized)]
    [InlineData("tampered", HttpStatusCode.Unauthorized)]
    [InlineData("signature cut off", HttpStatusCode.Unauthorized)]
    [InlineData("encrypted", HttpStatusCode.Unauthorized)]
    [InlineData("two issuers", HttpStatusCode.Unauthorized)]
    [InlineData("too long", HttpStatusCode.Unauthorized)]
    [InlineData("dots", HttpStatusCode.Unauthorized)]
    public async Task Each_kind_of_token_gets_its_status(string kind, HttpStatusCode expected)
    {
        using var client = oidc.Client(Token(kind));
        using var response = await client.GetAsync("/api/v1/conversations");

        Assert.True(expected == response.StatusCode, $"{kind}: {response.StatusCode}");
        Assert.Equal(expected == HttpStatusCode.Unauthorized, response.Headers.WwwAuthenticate.ToString().Contains("invalid_token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Claims_say_role_and_company_and_the_list_of_people_the_account()
    {
        var claims = oidc.Provider.Claims("sub-7", roles: ["Finance", "Everybody", "sales-rep", "root"]);
        claims["email"] = "sofia@meridian.example";
        claims["companies"] = new JsonArray("Meridian Packaging", "7");
        var caller = await AskedAsync(claims);

        Assert.Equal(("person:sofia@meridian.example", "Sofia Marin"), (caller.Id, caller.DisplayName));
        Assert.Equal([RoleNames.Accountant, RoleNames.SalesRep], caller.Roles);
        Assert.Equal([new CompanyRef(2, "Meridian Packaging")], caller.Companies);
        var account = await oidc.House.Services.GetRequiredService<IErpCredentials>().ForAsync(caller, CancellationToken.None);
        Assert.Equal(("sofia", "sofias-secret"), (account.Login, account.Secret));
    }

    [Fact]
    public async Task An_address_that_is_not_verified_names_nobody()
    {
        var claims = oidc.Provider.Claims("sub-8", roles: ["sales-rep"]);
        claims["email"] = "sofia@meridian.example";
        claims["email_verified"] = false;

        Assert.Equal("oidc:sub-8", (await AskedAsync(claims)).Id);
    }

    [Fact]
    public async Task Who_has_no_known_role_has_no_rights()
    {
        using var client = oidc.Client(oidc.Provider.Mint.Sign(oidc.Provider.Claims(roles: ["Everybody"])));

        Assert.Empty((await AskedAsync(oidc.Provider.Claims(roles: ["Everybody"]))).Roles);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/v1/audit/turns/x")).StatusCode);
    }

    [Fact]
    public async Task There_are_no_demo_sessions_and_every_route_but_the_open_ones_wants_somebody()
    {
        using var client = new HttpClient { BaseAddress = oidc.House.Address };
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsJsonAsync("/api/v1/demo/session", new { persona = "sales-rep" })).StatusCode);
        string[] open = ["/", "/healthz", "/readyz", "/api/v1/demo/session", "/api/v1/sidebar/session", "/api/v1/sign-in", "/openapi/documentName.json", "/api/v1/exceptions/webhook"];
        var walked = 0;
        foreach (var endpoint in oidc.House.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace("{", string.Empty, StringComparison.Ordinal).Replace("}", string.Empty, StringComparison.Ordinal);
            foreach (var method in (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]).Where(_ => !open.Contains(path)))
            {
                using var response = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
                Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, $"{method} {path} answered {response.StatusCode}");
                walked++;
            }
        }

        Assert.True(walked > 20);
    }

    [Theory]
    [InlineData("Demo:Enabled", "true", "Copilot__Demo__Enabled")]
    [InlineData("Oidc:Authority", "http://provider.example", "Copilot__Oidc__Authority")]
    [InlineData("Oidc:Roles", "Sales=boss", "Copilot__Oidc__Roles")]
    [InlineData("People:0:Role", "boss", "Copilot__People__0__Role")]
    [InlineData("People:1:Email", "a@b.example", "Copilot__People__1__Secret")]
    [InlineData("Teams:AppId", "mybot", "Copilot__Teams__AppId")]
    [InlineData("Teams:Cloud", "moon", "Copilot__Teams__Cloud")]
    [InlineData("Teams:TokenEndpoint", "http://collector.example/token", "Copilot__Teams__TokenEndpoint")]
    public async Task What_can_t_be_used_stops_the_start_and_says_where(string key, string value, string named)
    {
        using var other = new TemporaryFolder();
        var options = TestHouse.Options(other);
        var settings = oidc.Provider.Settings().Concat(oidc.Teams.Settings()).Where(s => s.Key != key).Append((Key: key, Value: value));
        var changed = options with { Settings = options.Settings.Concat(settings.Select(s => KeyValuePair.Create("Copilot:" + s.Key, (string?)s.Value))).ToDictionary(s => s.Key, s => s.Value) };

        var trouble = await Assert.ThrowsAsync<CopilotException>(() => CopilotHost.StartAsync(changed, CancellationToken.None));
        Assert.Contains(named, trouble.Message);
        Assert.DoesNotContain("sofias-secret", trouble.Message);
    }

    private string Token(string kind)
    {
        var claims = oidc.Provider.Claims(roles: ["Sales Team"]);
        var mint = oidc.Provider.Mint;
        switch (kind)
        {
            case "at+jwt": return mint.Sign(claims, header: new JsonObject { ["typ"] = "at+jwt" });
            case "PS256": return mint.Sign(claims, "PS256");
            case "several audiences": claims["aud"] = new JsonArray("other", PracticeProvider.Audience); break;
            case "lapsed within the skew": claims = oidc.Provider.Claims(lasts: TimeSpan.FromSeconds(-20)); break;
            case "lapsed": claims = oidc.Provider.Claims(lasts: TimeSpan.FromMinutes(-3)); break;
            case "no end": claims.Remove("exp"); break;
            case "not yet": claims["nbf"] = (TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(5)).ToUnixTimeSeconds(); break;
            case "times as text": claims["exp"] = "9999999999"; break;
            case "another audience": claims["aud"] = "api://distribution-copilot-test"; break;
            case "no audience": claims.Remove("aud"); break;
            case "another issuer": claims["iss"] = "https://another.example/"; break;
            case "no subject": claims.Remove("sub"); break;
            case "none" or "HS256" or "RS512": return mint.Sign(claims, kind);
            case "a logout token": return mint.Sign(claims, header: new JsonObject { ["typ"] = "logout+jwt" });
            case "critical header": return mint.Sign(claims, header: new JsonObject { ["crit"] = new JsonArray("exp") });
            case "unencoded payload": return mint.Sign(claims, header: new JsonObject { ["b64"] = false });
            case "key of its own": return mint.Forge(claims);
            case "unknown key": return mint.Sign(claims, keyId: "nobody");
            case "tampered": var whole = mint.Sign(claims).Split('.'); return $"{whole[0]}.{mint.Sign(oidc.Provider.Claims("boss", roles: ["operations-manager"])).Split('.')[1]}.{whole[2]}";
            case "signature cut off": return string.Join('.', mint.Sign(claims).Split('.')[..2]) + ".";
            case "encrypted": return mint.Sign(claims) + ".AAAA.BBBB";
            case "two issuers":
                var twice = claims.ToJsonString().Replace("{\"iss\"", "{\"iss\":\"https://another.example/\",\"iss\"", StringComparison.Ordinal);
                return $"{mint.Sign(claims).Split('.')[0]}.{System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(twice))}.AAAA";
            case "too long": claims["more"] = new string('x', 20_000); break;
            case "dots": return "...";
        }

        return mint.Sign(claims);
    }

    private async Task<Caller> AskedAsync(JsonObject claims)
    {
        using var client = oidc.Client(oidc.Provider.Mint.Sign(claims));
        using var response = await client.PostAsJsonAsync("/api/v1/ask", new { question = "Who am I?" });
        response.EnsureSuccessStatusCode();
        return ((ScriptedRunner)oidc.House.Services.GetRequiredService<ITurnRunner>()).Asked[^1].Caller;
    }
}
