using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Evals.Running;

/// <summary>The service, asked over REST as a person's client would: a demo session for each persona, then questions.</summary>
internal sealed class HttpTarget(HttpClient http) : IUploadTarget
{
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<Turn> AskAsync(string persona, string? conversationId, string question, CancellationToken cancellationToken)
        => await TurnAsync(persona, JsonContent.Create(new { question, conversationId }), cancellationToken);

    /// <inheritdoc/>
    public async Task<Turn> AskAboutAsync(string persona, string question, IReadOnlyList<string> attachments, CancellationToken cancellationToken)
        => await TurnAsync(persona, JsonContent.Create(new { question, attachments }), cancellationToken);

    /// <inheritdoc/>
    public async Task<string?> UploadAsync(string persona, string fileName, string content, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileNameStar = fileName };
        form.Add(file);
        using var response = await SendAsync(persona, HttpMethod.Post, "/api/v1/documents", form, cancellationToken);
        var answer = (await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!;
        return answer["documents"]![0]!["attachmentId"]?.GetValue<string>();
    }

    /// <inheritdoc/>
    public async Task ForgetAsync(string persona, string attachment, CancellationToken cancellationToken)
        => (await SendAsync(persona, HttpMethod.Delete, $"/api/v1/documents/{attachment}", null, cancellationToken)).Dispose();

    private async Task<Turn> TurnAsync(string persona, HttpContent body, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(persona, HttpMethod.Post, "/api/v1/ask", body, cancellationToken);
        return (await response.Content.ReadFromJsonAsync<Turn>(ContractJson.Options, cancellationToken))!;
    }

    private async Task<HttpResponseMessage> SendAsync(string persona, HttpMethod method, string path, HttpContent? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(persona, cancellationToken));
        var response = await http.SendAsync(request, cancellationToken);
        await EnsureAsync(response, cancellationToken);
        return response;
    }

    private async Task<string> TokenAsync(string persona, CancellationToken cancellationToken)
    {
        if (!_tokens.TryGetValue(persona, out var token))
        {
            using var signedIn = await http.PostAsJsonAsync("/api/v1/demo/session", new { persona }, cancellationToken);
            await EnsureAsync(signedIn, cancellationToken);
            token = (await signedIn.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!["token"]!.GetValue<string>();
            _tokens.Add(persona, token);
        }

        return token;
    }

    private static async Task EnsureAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw new CopilotException($"The service answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellationToken)}");
        }
    }
}
