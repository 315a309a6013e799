using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Evals.Running;

/// <summary>The service, asked over REST as a person's client would: a demo session for each persona, then questions.</summary>
internal sealed class HttpTarget(HttpClient http) : IEvalTarget
{
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<Turn> AskAsync(string persona, string? conversationId, string question, CancellationToken cancellationToken)
    {
        if (!_tokens.TryGetValue(persona, out var token))
        {
            using var signedIn = await http.PostAsJsonAsync("/api/v1/demo/session", new { persona }, cancellationToken);
            await EnsureAsync(signedIn, cancellationToken);
            token = (await signedIn.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!["token"]!.GetValue<string>();
            _tokens.Add(persona, token);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/ask") { Content = JsonContent.Create(new { question, conversationId }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request, cancellationToken);
        await EnsureAsync(response, cancellationToken);
        return (await response.Content.ReadFromJsonAsync<Turn>(ContractJson.Options, cancellationToken))!;
    }

    private static async Task EnsureAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw new CopilotException($"The service answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellationToken)}");
        }
    }
}
