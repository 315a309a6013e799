using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Copilot.Host;
using Copilot.Host.Start;
using Copilot.Testing.Service;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>What the service owes everybody: headers, health, limits, a page at the front door.</summary>
public sealed class ServiceMannersTests(TestHouse house) : IClassFixture<TestHouse>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/healthz")]
    [InlineData("/api/v1/conversations")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var client = new HttpClient { BaseAddress = house.Address };
        using var response = await client.GetAsync(path);

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_request_that_names_another_host_is_refused_while_only_this_machine_is_served()
    {
        using var client = new HttpClient { BaseAddress = house.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz") { Headers = { Host = "rebound.example" } };

        Assert.Equal(HttpStatusCode.BadRequest, (await client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Readiness_names_each_part_and_is_503_until_questions_can_be_answered()
    {
        using var folder = new TemporaryFolder();
        var gate = new TaskCompletionSource();
        var options = TestHouse.Options(folder);
        var address = new TaskCompletionSource<Uri>();
        var starting = CopilotHost.StartAsync(
            options with
            {
                Configure = services =>
                {
                    options.Configure!(services);
                    services.AddSingleton<IStartStep>(provider => new Gate(gate.Task, () => address.TrySetResult(AddressOf(provider))));
                },
            },
            CancellationToken.None);
        using var client = new HttpClient { BaseAddress = await address.Task };

        using (var early = await client.GetAsync("/readyz"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, early.StatusCode);
            Assert.False((await early.Content.ReadFromJsonAsync<JsonObject>())!["parts"]!["gate"]!["ok"]!.GetValue<bool>());
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/healthz")).StatusCode);
        }

        gate.SetResult();
        await using var ready = await starting;
        var state = await client.GetFromJsonAsync<JsonObject>("/readyz");
        Assert.Equal("ready", state!["status"]!.ToString());
        Assert.True(state["parts"]!["store"]!["ok"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Without_the_built_web_chat_the_front_door_says_so_and_with_it_serves_it()
    {
        using var folder = new TemporaryFolder();
        using (var client = new HttpClient { BaseAddress = house.Address })
        {
            Assert.Contains("not part of this build", await client.GetStringAsync("/"));
        }

        Directory.CreateDirectory(folder.Join("wwwroot"));
        await File.WriteAllTextAsync(folder.Join("wwwroot/index.html"), "<!doctype html><title>chat</title>");
        await File.WriteAllTextAsync(folder.Join("wwwroot/widget.js"), "export {};");
        await using var built = await CopilotHost.StartAsync(TestHouse.Options(folder), CancellationToken.None);
        using var visitor = new HttpClient { BaseAddress = built.Address };
        Assert.Contains("<title>chat", await visitor.GetStringAsync("/"));
        using var script = await visitor.GetAsync("/widget.js");
        Assert.Equal("text/javascript", script.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.GetAsync("/../data/audit.key")).StatusCode);
    }

    [Fact]
    public async Task Who_asks_too_fast_is_told_to_wait_and_others_are_not()
    {
        using var folder = new TemporaryFolder();
        await using var slow = await CopilotHost.StartAsync(TestHouse.Options(folder, ("Limits:QuestionsPerMinute", "3")), CancellationToken.None);
        using var client = new HttpClient { BaseAddress = slow.Address };
        client.DefaultRequestHeaders.Add("Authorization", "Bearer " + await TestHouse.TokenAsync(client));
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.PostAsJsonAsync("/api/v1/ask", new { question = "Where?" })).StatusCode);
        }

        using var refused = await client.PostAsJsonAsync("/api/v1/ask", new { question = "Where?" });
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);

        using var other = new HttpClient { BaseAddress = slow.Address };
        other.DefaultRequestHeaders.Add("Authorization", "Bearer " + await TestHouse.TokenAsync(other, "purchaser"));
        Assert.Equal(HttpStatusCode.OK, (await other.PostAsJsonAsync("/api/v1/ask", new { question = "Where?" })).StatusCode);
    }

    [Fact]
    public async Task The_openapi_document_lists_the_calls()
    {
        using var client = await house.SignedInAsync();
        var paths = (await client.GetFromJsonAsync<JsonObject>("/openapi/v1.json"))!["paths"]!.AsObject();

        Assert.Contains("/api/v1/ask", paths.Select(path => path.Key));
        Assert.Contains("/api/v1/sources/{turnId}/{sourceId}", paths.Select(path => path.Key));
    }

    private static Uri AddressOf(IServiceProvider provider)
        => new(provider.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!.Addresses.First());

    private sealed class Gate(Task opened, Action reached) : IStartStep
    {
        public string Part => "gate";

        public async Task<PartState> RunAsync(CancellationToken cancellationToken)
        {
            reached();
            await opened;
            return new PartState(true, "open");
        }
    }
}
