using System.Text;
using System.Text.Json.Nodes;

namespace Copilot.BrowserTests;

/// <summary>Calls of a real Odoo as its administrator, to set the scene.</summary>
internal sealed class OdooCalls(Uri address) : IDisposable
{
    private const string Database = "distributor";

    // Odoo 14 closes each connection without saying so: none may be used twice.
    private readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };

    /// <summary>Calls a method.</summary>
    public async Task<JsonNode?> CallAsync(string model, string method, JsonArray arguments, JsonObject? named = null, string login = "admin")
    {
        var user = await SendAsync("common", "authenticate", Database, login, login, new JsonObject());
        return await SendAsync("object", "execute_kw", Database, user!.GetValue<int>(), login, model, method, arguments, named ?? []);
    }

    /// <summary>Sets a parameter.</summary>
    public Task SetAsync(string name, string value) => CallAsync("ir.config_parameter", "set_param", ["distribution_copilot." + name, value]);

    /// <summary>Installs our addon where it is not yet, and brings it up to date where it is an older one.</summary>
    public async Task InstallAsync()
    {
        await CallAsync("ir.module.module", "update_list", []);
        var found = (await CallAsync("ir.module.module", "search_read", [new JsonArray(new JsonArray("name", "=", "distribution_copilot"))], new JsonObject { ["fields"] = new JsonArray("state", "installed_version", "latest_version") }))!.AsArray();
        var module = found.Count == 1 ? found[0]! : throw new InvalidOperationException("This Odoo does not find our addon; tests/services/odoo.sh puts it there when it starts one.");
        if (module["state"]!.ToString() != "installed")
        {
            await CallAsync("ir.module.module", "button_immediate_install", [new JsonArray(module["id"]!.GetValue<int>())]);
        }
        else if (module["latest_version"]!.ToString() != module["installed_version"]!.ToString())
        {
            // Odoo's names for them: the version in its database, and the one in the folder.
            await CallAsync("ir.module.module", "button_immediate_upgrade", [new JsonArray(module["id"]!.GetValue<int>())]);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<JsonNode?> SendAsync(string service, string method, params JsonNode?[] arguments)
    {
        var body = new JsonObject { ["jsonrpc"] = "2.0", ["method"] = "call", ["id"] = 1, ["params"] = new JsonObject { ["service"] = service, ["method"] = method, ["args"] = new JsonArray([.. arguments.Select(a => a?.DeepClone())]) } };
        using var response = await _http.PostAsync("/jsonrpc", new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        return answer["error"] is { } error ? throw new InvalidOperationException(error["data"]?["message"]?.ToString() ?? error.ToJsonString()) : answer["result"];
    }
}
