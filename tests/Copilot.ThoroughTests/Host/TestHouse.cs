using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Host;
using Copilot.Host.Channels;
using Copilot.Host.Start;
using Copilot.Testing;
using Copilot.Testing.Helpdesk;
using Copilot.Testing.Service;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Copilot.ThoroughTests.Host;

/// <summary>The house on a free port with a scripted conversation room: everything of the channels is real.</summary>
public sealed class TestHouse : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private CopilotHost? house;

    internal ScriptedRunner Runner => (ScriptedRunner)Services.GetRequiredService<ITurnRunner>();

    internal IServiceProvider Services => house!.Services;

    internal Uri Address => house!.Address;

    /// <summary>Options of a house that touches nothing but the folder.</summary>
    internal static CopilotHostOptions Options(TemporaryFolder folder, params (string Key, string Value)[] settings) => new()
    {
        Urls = "http://127.0.0.1:0",
        Prepare = HouseParts.None,
        WorkingFolder = folder.Path,
        WidgetFolder = folder.Join("wwwroot"),
        ReadEnvironment = false,
        LogLevel = LogLevel.None,
        Settings = settings.Append(("Prompts:Folder", RepositoryRoot.Join("prompts")))
            .ToDictionary(setting => "Copilot:" + setting.Item1, setting => (string?)setting.Item2),
        Configure = services =>
        {
            services.AddSingleton<ITurnRunner>(provider => new ScriptedRunner(provider));
            SharedRouter.Use(services);

            // A scripted room routes nothing, and learning to costs most of a start.
            foreach (var start in services.Where(s => s.ImplementationType == typeof(RouterStart)).ToList())
            {
                services.Remove(start);
            }
        },
    };

    /// <summary>Signs in and gives a client with the token.</summary>
    internal async Task<HttpClient> SignedInAsync(string persona = RoleNames.SalesRep)
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(client, persona));
        return client;
    }

    internal static async Task<string> TokenAsync(HttpClient client, string persona = RoleNames.SalesRep)
    {
        using var response = await client.PostAsJsonAsync("/api/v1/demo/session", new { persona });
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!["token"]!.GetValue<string>();
    }

    public async Task InitializeAsync() => house = await CopilotHost.StartAsync(Options(folder, PracticeOdoo.Settings()), CancellationToken.None);

    public async Task DisposeAsync()
    {
        await house!.DisposeAsync();
        folder.Dispose();
    }
}
