using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Evals.Truth;

/// <summary>The practice company over plain JSON-RPC as administrator; a client of its own, so that a fault in the product's client can't hide itself.</summary>
internal sealed class SandboxRpc(HttpClient http, Uri address, string database = "distributor") : IDisposable
{
    private const string Login = "admin";
    private int? _user;
    private int _requests;

    /// <summary>Reads rows of both companies.</summary>
    /// <param name="model">The model.</param>
    /// <param name="domain">A domain in JSON with single quotes: <c>[['state','=','sale']]</c>.</param>
    /// <param name="fields">The fields, separated by spaces.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<JsonObject>> ReadAsync(string model, string domain, string fields, CancellationToken cancellationToken)
    {
        var keywords = new JsonObject
        {
            ["fields"] = new JsonArray([.. fields.Split(' ').Select(f => JsonValue.Create(f))]),
            ["order"] = "id",
            ["context"] = new JsonObject { ["allowed_company_ids"] = new JsonArray(1, 2), ["lang"] = "en_US" },
        };
        var rows = await ExecuteAsync(model, "search_read", new JsonArray(JsonNode.Parse(domain.Replace('\'', '"'))), keywords, cancellationToken);
        return [.. rows!.AsArray().Select(r => r!.AsObject())];
    }

    /// <summary>Writes a field of one record.</summary>
    /// <param name="model">The model.</param>
    /// <param name="id">The record.</param>
    /// <param name="field">The field.</param>
    /// <param name="value">Its new value.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task WriteAsync(string model, int id, string field, JsonNode? value, CancellationToken cancellationToken)
        => await ExecuteAsync(
            model,
            "write",
            new JsonArray(new JsonArray(id), new JsonObject { [field] = value?.DeepClone() }),
            new JsonObject { ["context"] = new JsonObject { ["allowed_company_ids"] = new JsonArray(1, 2), ["lang"] = "en_US" } },
            cancellationToken);

    /// <summary>Reads the first row, which must be there.</summary>
    public async Task<JsonObject> FindAsync(string model, string domain, string fields, CancellationToken cancellationToken)
        => await ReadAsync(model, domain, fields, cancellationToken) is [var first, ..]
            ? first
            : throw new CopilotException($"The practice company has no {model} with {domain}.");

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<JsonNode?> ExecuteAsync(string model, string method, JsonArray positions, JsonObject keywords, CancellationToken cancellationToken)
    {
        _user ??= (await CallAsync("common", "authenticate", new JsonArray(database, Login, Login, new JsonObject()), cancellationToken))!.GetValue<int>();
        return await CallAsync("object", "execute_kw", new JsonArray(database, _user.Value, Login, model, method, positions, keywords), cancellationToken);
    }

    private async Task<JsonNode?> CallAsync(string service, string method, JsonArray arguments, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["method"] = "call",
            ["id"] = ++_requests,
            ["params"] = new JsonObject { ["service"] = service, ["method"] = method, ["args"] = arguments },
        };
        using var response = await http.PostAsJsonAsync(new Uri(address, "/jsonrpc"), body, cancellationToken);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
        return answer!["error"] is { } error
            ? throw new CopilotException($"The practice company refused {method}: {error["data"]?["message"] ?? error["message"]}")
            : answer["result"];
    }
}
