using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Copilot.Testing.Service;
using Copilot.Testing.Teams;

namespace Copilot.BrowserTests;

/// <summary>A service with a bot, a Direct Line on this machine, and a page with Microsoft's Web Chat that speaks to it.</summary>
public sealed class WebChatService : ChatService
{
    private readonly NpmClients _clients = new();
    private PracticeTeams? _teams;
    private Process? _node;

    /// <summary>Gets why there is no Web Chat, or null.</summary>
    public string? MissingBecause { get; private set; }

    /// <summary>Gets the address of the page.</summary>
    public Uri Page { get; private set; } = new("http://127.0.0.1/");

    /// <inheritdoc/>
    public override async Task InitializeAsync()
    {
        if ((MissingBecause = Chromium.MissingBecause()) is not null)
        {
            return;
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(6));
        await _clients.InitializeAsync();
        var (script, missing) = _clients.MissingBecause is { } because ? (null, because) : await WebChatBundle.FetchAsync(limit.Token);
        if ((MissingBecause = missing) is not null)
        {
            return;
        }

        _teams = await PracticeTeams.StartAsync();
        _teams.Endorsements = ["emulator"];
        await base.InitializeAsync();
        _teams.Bot = new Uri(Address, "/api/messages");
        var start = new ProcessStartInfo("node", ["webchat.mjs", new Uri(_teams.Address, "/gate").ToString(), script!])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = NpmClients.Folder,
        };
        _node = Process.Start(start)!;
        _node.BeginErrorReadLine();
        Page = new Uri(await _node.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException("The page with Web Chat did not start."));
    }

    /// <inheritdoc/>
    public override async Task DisposeAsync()
    {
        if (_node is not null)
        {
            _node.Kill();
            await _node.WaitForExitAsync();
            _node.Dispose();
        }

        await base.DisposeAsync();
        if (_teams is not null)
        {
            await _teams.DisposeAsync();
        }
    }

    /// <summary>Gets what a person writes to the bot to be linked.</summary>
    /// <param name="persona">Whom to.</param>
    public async Task<string> CodeAsync(string persona)
    {
        using var client = await CopilotClient.SignInAsync(Address, persona, CancellationToken.None);
        using var http = new HttpClient { BaseAddress = Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", client.Token);
        using var made = await http.PostAsync("/api/v1/teams/invitations", null);
        return (string)(await made.Content.ReadFromJsonAsync<JsonObject>())!["say"]!;
    }

    /// <inheritdoc/>
    protected override CopilotProgram ProgramIn(string folder)
        => _teams!.Settings().Aggregate(CopilotProgram.WithPracticeCompany(folder), (program, setting) => program.With(setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value));
}
