using System.Net;
using System.Net.WebSockets;
using Copilot.Contracts;
using Copilot.Host;
using Copilot.Testing.Service;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>Which pages may speak with the service: its own, those on the list, and no others.</summary>
public sealed class OriginTests : IAsyncLifetime
{
    private const string Listed = "https://intranet.example.com";

    private readonly TemporaryFolder folder = new();
    private CopilotHost? house;

    private Uri Address => house!.Address;

    [Fact]
    public async Task A_page_on_the_list_may_ask_and_read_answers()
    {
        using var response = await SendAsync(HttpMethod.Get, "/healthz", Listed);
        Assert.Equal(Listed, response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));

        using var asks = new HttpRequestMessage(HttpMethod.Options, "/api/v1/ask");
        asks.Headers.Add("Origin", Listed);
        asks.Headers.Add("Access-Control-Request-Method", "POST");
        asks.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        using var client = new HttpClient { BaseAddress = Address };
        using var allowed = await client.SendAsync(asks);
        Assert.Equal(Listed, allowed.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Theory]
    [InlineData("https://intranet.example.com.evil.example")]
    [InlineData("http://intranet.example.com")]
    [InlineData("https://intranet.example.com:8443")]
    [InlineData("null")]
    public async Task A_page_that_is_not_on_the_list_is_refused(string origin)
    {
        using var response = await SendAsync(HttpMethod.Get, "/api/v1/conversations", origin);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(origin));
    }

    [Fact]
    public async Task The_hub_opens_for_its_own_pages_and_for_those_on_the_list()
    {
        await ConnectAsync(Listed);
        await ConnectAsync(Address.GetLeftPart(UriPartial.Authority));
    }

    [Fact]
    public async Task An_origin_that_can_not_be_one_stops_the_start()
    {
        using var other = new TemporaryFolder();
        var fault = await Assert.ThrowsAsync<CopilotException>(
            () => CopilotHost.StartAsync(TestHouse.Options(other, ("Web:Origins", "*,https://a.example/path")), CancellationToken.None));

        Assert.Contains("Copilot__Web__Origins is '*'", fault.Message);
        Assert.Contains("https://a.example/path", fault.Message);
    }

    public async Task InitializeAsync()
        => house = await CopilotHost.StartAsync(TestHouse.Options(folder, ("Web:Origins", Listed + "/ , https://Shop.example.com:443")), CancellationToken.None);

    public async Task DisposeAsync()
    {
        await house!.DisposeAsync();
        folder.Dispose();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string origin)
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Origin", origin);
        return await client.SendAsync(request);
    }

    private async Task ConnectAsync(string origin)
    {
        using var client = new HttpClient { BaseAddress = Address };
        var token = await TestHouse.TokenAsync(client);
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin);
        await socket.ConnectAsync(new Uri($"ws://{Address.Authority}/hubs/chat?access_token={Uri.EscapeDataString(token)}"), CancellationToken.None);
    }
}
