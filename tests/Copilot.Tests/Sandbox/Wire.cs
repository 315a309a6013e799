using System.Text;
using System.Text.Json;
using Copilot.Sandbox;

namespace Copilot.Tests.Sandbox;

/// <summary>A server of the tiny company and a plain HTTP client that speaks to it as a caller would.</summary>
public sealed class Wire : IAsyncDisposable
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);
    private readonly SandboxServer server;
    private readonly HttpClient http = new();

    private Wire(SandboxServer server) => this.server = server;

    public Uri Address => server.Address;

    public HttpClient Http => http;

    public static async Task<Wire> StartAsync()
        => new(await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, new FixedTime(Moment), TinyCompany.Fill, CancellationToken.None));

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
    }

    /// <summary>The whole answer to a body sent to <c>/jsonrpc</c>.</summary>
    public async Task<JsonElement> PostAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri(server.Address, "jsonrpc"), content);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    /// <summary>Calls a method as a user; arguments are written as JSON: <c>[[], {"limit": 1}]</c> without the brackets around.</summary>
    public Task<JsonElement> AnswerAsync(int user, string model, string method, string arguments)
        => PostAsync($$$"""{"jsonrpc": "2.0", "method": "call", "id": 7, "params": {"service": "object", "method": "execute_kw", "args": ["distributor", {{{user}}}, "{{{Password(user)}}}", "{{{model}}}", "{{{method}}}", {{{arguments}}}]}}""");

    /// <summary>The result as text in the server's own notation; an error fails the test.</summary>
    public async Task<string> AskAsync(int user, string model, string method, string arguments)
    {
        var answer = await AnswerAsync(user, model, method, arguments);
        return answer.TryGetProperty("result", out var result) ? result.GetRawText() : answer.TryGetProperty("error", out var error)
            ? throw new InvalidOperationException(error.GetProperty("data").GetProperty("message").GetString())
            : "None";
    }

    /// <summary>The error as <c>class: message</c>; a result fails the test.</summary>
    public async Task<string> FaultAsync(int user, string model, string method, string arguments)
    {
        var answer = await AnswerAsync(user, model, method, arguments);
        return answer.TryGetProperty("error", out var error)
            ? $"{error.GetProperty("data").GetProperty("name").GetString()}: {error.GetProperty("data").GetProperty("message").GetString()}"
            : throw new InvalidOperationException("No error but " + answer);
    }

    private static string Password(int user) => user switch
    {
        TinyCompany.Admin => "admin",
        TinyCompany.Sofia => "sales-rep",
        TinyCompany.Marc => "marc",
        TinyCompany.Claire => "accountant",
        TinyCompany.Bram => "warehouse-supervisor",
        TinyCompany.Tomas => "purchaser",
        TinyCompany.Lena => "service-agent",
        _ => "auditor",
    };

    private sealed class FixedTime(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;
    }
}
