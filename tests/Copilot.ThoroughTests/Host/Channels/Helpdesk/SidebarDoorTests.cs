using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Copilot.Host;
using Copilot.Testing.Helpdesk;
using Copilot.Testing.Service;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels.Helpdesk;

/// <summary>Which tokens of Odoo open the sidebar, how often, and for how long.</summary>
public sealed class SidebarDoorTests(SidebarDoorTests.Doors doors) : IClassFixture<SidebarDoorTests.Doors>
{
    private const string Address = "/api/v1/sidebar/session";

    private readonly PracticeOdoo odoo = new();
    private readonly CopilotHost house = doors.First;

    [Theory]
    [InlineData("good", null)]
    [InlineData("the other key", null)]
    [InlineData("without a record", null)]
    [InlineData("without a key of its own", null)]
    [InlineData("a clock that is 20 s ahead", null)]
    [InlineData("no token", "unreadable")]
    [InlineData("two parts", "unreadable")]
    [InlineData("encrypted", "unreadable")]
    [InlineData("critical header", "unreadable")]
    [InlineData("none", "algorithm")]
    [InlineData("HS512", "algorithm")]
    [InlineData("RS256", "algorithm")]
    [InlineData("plain JWT", "algorithm")]
    [InlineData("no type", "algorithm")]
    [InlineData("unknown key", "key")]
    [InlineData("another key under this name", "signature")]
    [InlineData("tampered", "signature")]
    [InlineData("signature cut off", "signature")]
    [InlineData("another issuer", "issuer")]
    [InlineData("another audience", "audience")]
    [InlineData("another database", "database")]
    [InlineData("good for an hour", "lifetime")]
    [InlineData("no end", "lifetime")]
    [InlineData("times as text", "lifetime")]
    [InlineData("lapsed", "expired")]
    [InlineData("a clock that is an hour ahead", "not yet valid")]
    [InlineData("no id", "id")]
    [InlineData("short id", "id")]
    [InlineData("no user", "claims")]
    [InlineData("user of zero", "claims")]
    [InlineData("no login", "claims")]
    [InlineData("companies that are none", "claims")]
    [InlineData("a key hidden for another token", "claims")]
    public async Task Each_kind_of_token_gets_its_answer(string kind, string? fault)
    {
        using var client = new HttpClient { BaseAddress = house.Address };
        using var response = await client.PostAsJsonAsync(Address, new { token = Token(kind) });
        var text = await response.Content.ReadAsStringAsync();

        Assert.True((fault is null ? HttpStatusCode.OK : HttpStatusCode.Unauthorized) == response.StatusCode, $"{kind}: {response.StatusCode} {text}");
        Assert.Contains(fault is null ? "\"token\"" : $"({fault})", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_good_once_also_on_another_node()
    {
        var token = odoo.Token();

        Assert.Equal(HttpStatusCode.OK, await SignInAsync(house, token));
        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(house, token));
        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(doors.Second, token));
    }

    [Fact]
    public async Task Of_twenty_who_send_the_same_token_at_once_one_gets_in()
    {
        var token = odoo.Token();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SignInAsync(house, token)));

        Assert.Single(answers, HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_that_was_refused_is_not_used_up()
    {
        var claims = odoo.Claims();
        claims["db"] = "elsewhere";
        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(house, PracticeOdoo.Sign(claims)));
        claims["db"] = "distributor";

        Assert.Equal(HttpStatusCode.OK, await SignInAsync(house, PracticeOdoo.Sign(claims)));
    }

    [Fact]
    public async Task A_changed_session_and_the_token_itself_are_no_session()
    {
        using var client = new HttpClient { BaseAddress = house.Address };
        using var signedIn = await client.PostAsJsonAsync(Address, new { token = odoo.Token() });
        var session = (await signedIn.Content.ReadFromJsonAsync<JsonObject>())!["token"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.OK, await AskMeAsync(client, session));

        var middle = session.Length / 2;
        Assert.Equal(HttpStatusCode.Unauthorized, await AskMeAsync(client, session[..middle] + (session[middle] == 'A' ? 'B' : 'A') + session[(middle + 1)..]));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskMeAsync(client, odoo.Token()));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"token\":null}")]
    [InlineData("{\"token\":\"\"}")]
    public async Task A_body_without_a_token_signs_nobody_in(string body)
    {
        using var client = new HttpClient { BaseAddress = house.Address };
        using var response = await client.PostAsync(Address, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Without_a_sidebar_there_is_nothing_here()
    {
        using var another = new TemporaryFolder();
        await using var bare = await CopilotHost.StartAsync(TestHouse.Options(another), CancellationToken.None);

        Assert.Equal(HttpStatusCode.NotFound, await SignInAsync(bare, odoo.Token()));
    }

    [Fact]
    public async Task A_page_that_is_not_on_the_list_does_not_get_to_sign_anybody_in()
    {
        using var client = new HttpClient { BaseAddress = house.Address };
        client.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");
        using var response = await client.PostAsJsonAsync(Address, new { token = odoo.Token() });

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private static async Task<HttpStatusCode> SignInAsync(CopilotHost at, string token)
    {
        using var client = new HttpClient { BaseAddress = at.Address };
        using var response = await client.PostAsJsonAsync(Address, new { token });
        return response.StatusCode;
    }

    private static async Task<HttpStatusCode> AskMeAsync(HttpClient client, string session)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", session) } };
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    private string? Token(string kind)
    {
        var claims = odoo.Claims();
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        switch (kind)
        {
            case "good": return PracticeOdoo.Sign(claims);
            case "the other key":
                claims["key"] = PracticeOdoo.Hide("sales-rep", PracticeOdoo.NextKey, claims["jti"]!.ToString());
                return PracticeOdoo.Sign(claims, PracticeOdoo.NextKey, PracticeOdoo.NextKeyName);
            case "without a record": return Without(claims, "record");
            case "without a key of its own": return Without(claims, "key");
            case "a clock that is 20 s ahead": return Times(claims, now + 20, now + 80);
            case "no token": return null;
            case "two parts": return "a.b";
            case "encrypted": return "a.b.c.d.e";
            case "critical header": return PracticeOdoo.Sign(claims, change: header => header["crit"] = new JsonArray("exp"));
            case "none": return PracticeOdoo.Sign(claims, algorithm: "none");
            case "HS512": return PracticeOdoo.Sign(claims, algorithm: "HS512");
            case "RS256": return PracticeOdoo.Sign(claims, algorithm: "RS256");
            case "plain JWT": return PracticeOdoo.Sign(claims, type: "JWT");
            case "no type": return PracticeOdoo.Sign(claims, type: null);
            case "unknown key": return PracticeOdoo.Sign(claims, name: "odoo-9");
            case "another key under this name": return PracticeOdoo.Sign(claims, PracticeOdoo.NextKey);
            case "tampered":
                var (good, other) = (PracticeOdoo.Sign(claims).Split('.'), PracticeOdoo.Sign(odoo.Claims("admin", 2)).Split('.'));
                return $"{good[0]}.{other[1]}.{good[2]}";
            case "signature cut off": return PracticeOdoo.Sign(claims)[..^3];
            case "another issuer": return With(claims, "iss", "elsewhere");
            case "another audience": return With(claims, "aud", "another-copilot");
            case "another database": return With(claims, "db", "staging");
            case "good for an hour": return Times(claims, now, now + 3600);
            case "no end": return Without(claims, "exp");
            case "times as text":
                claims["exp"] = claims["exp"]!.ToString();
                return PracticeOdoo.Sign(claims);
            case "lapsed": return Times(claims, now - 120, now - 60);
            case "a clock that is an hour ahead": return Times(claims, now + 3600, now + 3660);
            case "no id": return Without(claims, "jti");
            case "short id": return With(claims, "jti", "x");
            case "no user": return Without(claims, "sub");
            case "user of zero": return With(claims, "sub", "0");
            case "no login": return Without(claims, "login");
            case "companies that are none": return With(claims, "companies", "all of them");
            case "a key hidden for another token": return With(claims, "jti", "another-token-another-token");
            default: throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown");
        }
    }

    private static string With(JsonObject claims, string name, string value)
    {
        claims[name] = value;
        return PracticeOdoo.Sign(claims);
    }

    private static string Without(JsonObject claims, string name)
    {
        claims.Remove(name);
        return PracticeOdoo.Sign(claims);
    }

    private static string Times(JsonObject claims, long from, long to)
    {
        (claims["iat"], claims["exp"]) = (from, to);
        return PracticeOdoo.Sign(claims);
    }

    /// <summary>Two nodes on one store.</summary>
    public sealed class Doors : IAsyncLifetime
    {
        private readonly TemporaryFolder folder = new();

        internal CopilotHost First { get; private set; } = null!;

        internal CopilotHost Second { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            First = await CopilotHost.StartAsync(TestHouse.Options(folder, PracticeOdoo.Settings()), CancellationToken.None);
            Second = await CopilotHost.StartAsync(TestHouse.Options(folder, PracticeOdoo.Settings()), CancellationToken.None);
        }

        public async Task DisposeAsync()
        {
            await First.DisposeAsync();
            await Second.DisposeAsync();
            folder.Dispose();
        }
    }
}
