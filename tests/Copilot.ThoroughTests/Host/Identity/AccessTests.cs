using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Copilot.Contracts;
using Copilot.Host;
using Copilot.Host.Identity;
using Copilot.Testing.Service;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Host.Identity;

/// <summary>Who gets in where: walked over the routes there really are, so that a new one can't be forgotten.</summary>
public sealed class AccessTests(TestHouse house) : IClassFixture<TestHouse>
{
    // Teams and Odoo's sidebar sign in with tokens of their own, which TeamsDoorTests and SidebarDoorTests hold to their tables; the business system's webhook with a secret shared with it, and without one it is not there.
    private static readonly string[] Open = ["/", "/healthz", "/readyz", "/api/v1/demo/session", "/api/v1/sidebar/session", "/api/v1/sign-in", "/openapi/documentName.json", "/api/messages", "/api/v1/exceptions/webhook"];

    [Fact]
    public async Task Where_there_is_no_provider_for_browsers_no_way_is_named_and_no_code_is_redeemed()
    {
        using var client = new HttpClient { BaseAddress = house.Address };

        Assert.Equal(HttpStatusCode.NoContent, (await client.GetAsync("/api/v1/sign-in")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsJsonAsync("/api/v1/sign-in", new { code = "c", verifier = "v", redirectUri = "http://127.0.0.1/" })).StatusCode);
    }

    [Fact]
    public async Task Every_route_but_the_open_ones_wants_somebody_signed_in()
    {
        using var client = new HttpClient { BaseAddress = house.Address };
        var routes = Routes();

        Assert.True(routes.Count > 12);
        foreach (var (path, method) in routes.Where(route => !Open.Contains(route.Path)))
        {
            using var response = await client.SendAsync(new HttpRequestMessage(method, path));
            Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, $"{method} {path} answered {response.StatusCode}");
            Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);

            // Below /v1 errors have the shape that OpenAI's clients read.
            Assert.Equal(path.StartsWith("/v1/", StringComparison.Ordinal) ? "application/json" : "application/problem+json", response.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_tells_strangers_nothing_and_others_404()
    {
        using var stranger = new HttpClient { BaseAddress = house.Address };
        using var known = await house.SignedInAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("/api/v1/secrets")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await known.GetAsync("/api/v1/secrets")).StatusCode);
    }

    [Fact]
    public async Task A_token_in_the_query_counts_under_hubs_only()
    {
        using var client = new HttpClient { BaseAddress = house.Address };
        var token = Uri.EscapeDataString(await TestHouse.TokenAsync(client));

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/conversations?access_token=" + token)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/hubs/chat/negotiate?negotiateVersion=1&access_token=" + token, null)).StatusCode);
    }

    [Fact]
    public async Task A_changed_foreign_or_lapsed_token_is_refused_as_such()
    {
        using var client = new HttpClient { BaseAddress = house.Address };
        var token = await TestHouse.TokenAsync(client);
        var middle = token.Length / 2;
        var changed = token[..middle] + (token[middle] == 'A' ? 'B' : 'A') + token[(middle + 1)..];
        var protector = house.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Copilot.DemoSession.v1").ToTimeLimitedDataProtector();
        var lapsed = protector.Protect(RoleNames.Accountant, DateTimeOffset.UnixEpoch);
        var foreign = new EphemeralDataProtectionProvider().CreateProtector("Copilot.DemoSession.v1").ToTimeLimitedDataProtector().Protect(RoleNames.Accountant, TimeSpan.FromHours(1));
        var nobody = protector.Protect("root", TimeSpan.FromHours(1));
        var otherPurpose = house.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Other").Protect(RoleNames.Accountant);

        foreach (var bad in new[] { changed, lapsed, foreign, nobody, otherPurpose, "x", new string('x', 10_000) })
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", bad);
            using var response = await client.GetAsync("/api/v1/conversations");
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Contains("invalid_token", response.Headers.WwwAuthenticate.ToString());
        }
    }

    [Theory]
    [InlineData(RoleNames.SalesRep, HttpStatusCode.Forbidden)]
    [InlineData(RoleNames.WarehouseSupervisor, HttpStatusCode.Forbidden)]
    [InlineData(RoleNames.ServiceAgent, HttpStatusCode.Forbidden)]
    [InlineData(RoleNames.Purchaser, HttpStatusCode.Forbidden)]
    [InlineData(RoleNames.Accountant, HttpStatusCode.Forbidden)]
    [InlineData(RoleNames.OperationsManager, HttpStatusCode.NotFound)]
    [InlineData(RoleNames.Auditor, HttpStatusCode.NotFound)]
    public async Task Only_those_who_audit_read_the_audit_trail(string persona, HttpStatusCode expected)
    {
        using var client = await house.SignedInAsync(persona);

        Assert.Equal(expected, (await client.GetAsync("/api/v1/audit/turns/nosuch")).StatusCode);
    }

    [Theory]
    [InlineData("root")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("Sales-Rep")]
    public async Task Only_personas_can_sign_in(string? persona)
    {
        using var client = new HttpClient { BaseAddress = house.Address };
        using var response = await client.PostAsJsonAsync("/api/v1/demo/session", new { persona });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("sales-rep", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Without_the_demo_there_is_no_sign_in_and_old_tokens_are_worth_nothing()
    {
        using var folder = new TemporaryFolder();
        string token;
        await using (var open = await CopilotHost.StartAsync(TestHouse.Options(folder), CancellationToken.None))
        {
            using var before = new HttpClient { BaseAddress = open.Address };
            token = await TestHouse.TokenAsync(before);
        }

        await using var closed = await CopilotHost.StartAsync(TestHouse.Options(folder, ("Demo:Enabled", "false")), CancellationToken.None);
        using var client = new HttpClient { BaseAddress = closed.Address };
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsJsonAsync("/api/v1/demo/session", new { persona = "sales-rep" })).StatusCode);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/conversations")).StatusCode);
    }

    [Fact]
    public void Each_role_has_exactly_one_persona_with_that_role_alone()
    {
        Assert.Equal(RoleNames.All, Personas.All.Select(persona => persona.Name));
        Assert.All(Personas.All, persona => Assert.Equal([persona.Name], persona.ToCaller().Roles));
    }

    private List<(string Path, HttpMethod Method)> Routes()
        => [.. house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"])
                .Select(method => ("/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace("{", string.Empty, StringComparison.Ordinal).Replace("}", string.Empty, StringComparison.Ordinal), new HttpMethod(method))))];
}
