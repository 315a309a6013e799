using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Testing.Service;

/// <summary>One signed-in person at the service's REST door.</summary>
public sealed class CopilotClient : IDisposable
{
    private readonly HttpClient _http;

    private CopilotClient(HttpClient http, string token)
    {
        _http = http;
        Token = token;
    }

    /// <summary>Gets the bearer token.</summary>
    public string Token { get; }

    /// <summary>Signs in as a demo role.</summary>
    public static async Task<CopilotClient> SignInAsync(Uri address, string persona, CancellationToken cancellationToken)
    {
        var http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
        using var signedIn = await http.PostAsJsonAsync("/api/v1/demo/session", new { persona }, cancellationToken);
        signedIn.EnsureSuccessStatusCode();
        var token = (await signedIn.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!["token"]!.GetValue<string>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new CopilotClient(http, token);
    }

    /// <summary>Asks and waits for the whole turn.</summary>
    public async Task<Turn> AskAsync(string question, string? conversationId, CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsJsonAsync("/api/v1/ask", new { question, conversationId }, cancellationToken);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<Turn>(ContractJson.Options, cancellationToken))!;
    }

    /// <summary>Asks and hands on each event as the JSON that came over the wire.</summary>
    public async IAsyncEnumerable<JsonObject> EventsAsync(string question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/ask") { Content = JsonContent.Create(new { question }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                yield return JsonNode.Parse(line[6..])!.AsObject();
            }
        }
    }

    /// <summary>Gets an address as this person.</summary>
    /// <returns>The status and the text, whatever they are.</returns>
    public async Task<(HttpStatusCode Status, string Text)> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
    }

    /// <summary>Gets an address as this person and reads its JSON.</summary>
    public async Task<JsonElement> ReadAsync(string path, CancellationToken cancellationToken)
        => await _http.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
