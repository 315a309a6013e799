using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Copilot.Testing.Service;

/// <summary>The practice company's books as its administrator reads them, over a wire of their own: what is true, whoever may see it.</summary>
public sealed class PracticeBooks(int port) : IDisposable
{
    private const string Database = "distributor";
    private const string Login = "admin";
    private readonly HttpClient _http = new() { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

    /// <summary>Reads rows of both companies.</summary>
    /// <param name="model">The model.</param>
    /// <param name="domain">The domain as JSON with single quotes: <c>[['state','=','sale']]</c>.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <param name="fields">The fields.</param>
    public async Task<IReadOnlyList<JsonObject>> ReadAsync(string model, string domain, CancellationToken cancellationToken, params string[] fields)
    {
        var user = await CallAsync("common", "authenticate", new JsonArray(Database, Login, Login, new JsonObject()), cancellationToken);
        var keywords = new JsonObject
        {
            ["fields"] = new JsonArray([.. fields.Select(f => JsonValue.Create(f))]),
            ["context"] = new JsonObject { ["allowed_company_ids"] = new JsonArray(1, 2) },
        };
        var call = new JsonArray(Database, user!.GetValue<int>(), Login, model, "search_read", new JsonArray(JsonNode.Parse(domain.Replace('\'', '"'))), keywords);
        return [.. (await CallAsync("object", "execute_kw", call, cancellationToken))!.AsArray().Select(row => row!.AsObject())];
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<JsonNode?> CallAsync(string service, string method, JsonArray arguments, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["method"] = "call",
            ["id"] = 1,
            ["params"] = new JsonObject { ["service"] = service, ["method"] = method, ["args"] = arguments },
        };
        using var response = await _http.PostAsJsonAsync("/jsonrpc", body, cancellationToken);
        response.EnsureSuccessStatusCode();
        var answer = (await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!;
        return answer["error"] is { } error ? throw new InvalidOperationException(error.ToJsonString()) : answer["result"];
    }
}
