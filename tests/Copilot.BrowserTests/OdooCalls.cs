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
        var module = await ModuleAsync() ?? throw new InvalidOperationException("This Odoo does not find our addon; tests/services/odoo.sh puts it there when it starts one.");
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

    /// <summary>Takes our addon out, and out of the list of apps: as in an Odoo that has never seen it.</summary>
    public async Task UninstallAsync()
    {
        if (await ModuleAsync() is not { } module)
        {
            return;
        }

        var one = new JsonArray(module["id"]!.GetValue<int>());
        if (module["state"]!.ToString() == "installed")
        {
            await CallAsync("ir.module.module", "button_immediate_uninstall", [one.DeepClone()]);
        }

        await CallAsync("ir.module.module", "unlink", [one]);
    }

    /// <summary>Waits until our addon is installed.</summary>
    public Task InstalledAsync() => UntilAsync(async () => (await ModuleAsync())?["state"]?.ToString() == "installed", "our addon is installed");

    /// <summary>Waits until a parameter has a value.</summary>
    public Task HasAsync(string name, string value)
        => UntilAsync(async () => (await CallAsync("ir.config_parameter", "get_param", ["distribution_copilot." + name]))?.ToString() == value, $"{name} is {value}");

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static async Task UntilAsync(Func<Task<bool>> there, string what)
    {
        for (var looks = 0; looks < 480; looks++)
        {
            try
            {
                if (await there())
                {
                    return;
                }
            }
            catch (Exception busy) when (busy is HttpRequestException or InvalidOperationException or System.Text.Json.JsonException)
            {
                // Odoo takes its models apart while it installs, and answers nothing sensible meanwhile.
            }

            await Task.Delay(500);
        }

        throw new TimeoutException($"After four minutes it does not hold that {what}.");
    }

    private async Task<JsonNode?> ModuleAsync()
        => (await CallAsync(
            "ir.module.module",
            "search_read",
            [new JsonArray(new JsonArray("name", "=", "distribution_copilot"))],
            new JsonObject { ["fields"] = new JsonArray("state", "installed_version", "latest_version") }))!.AsArray().SingleOrDefault();

    private async Task<JsonNode?> SendAsync(string service, string method, params JsonNode?[] arguments)
    {
        var body = new JsonObject { ["jsonrpc"] = "2.0", ["method"] = "call", ["id"] = 1, ["params"] = new JsonObject { ["service"] = service, ["method"] = method, ["args"] = new JsonArray([.. arguments.Select(a => a?.DeepClone())]) } };
        using var response = await _http.PostAsync("/jsonrpc", new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        return answer["error"] is { } error ? throw new InvalidOperationException(error["data"]?["message"]?.ToString() ?? error.ToJsonString()) : answer["result"];
    }
}
