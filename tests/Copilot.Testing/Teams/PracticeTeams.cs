using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Testing.Teams;

/// <summary>
/// Teams and its login service on loopback: signs real tokens, publishes the keys, gives the bot its own token, takes what the bot sends as strictly as
/// the documentation says, and can be told to refuse.
/// </summary>
public sealed class PracticeTeams : IAsyncDisposable
{
    public const string AppId = "7d2f6c1e-50c3-4b41-9a0e-111122223333";
    public const string AppSecret = "practice~secret~of~the~bot";
    public const string TenantId = "9c1d0000-aaaa-bbbb-cccc-444455556666";
    public const string BotId = "28:" + AppId;
    public const string Person = "5b0e1111-2222-3333-4444-555566667777";

    private readonly WebApplication _app;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(1) };
    private readonly Channel<SentActivity> _sent = Channel.CreateUnbounded<SentActivity>();
    private readonly StreamRules _streams = new();
    private readonly Lock _lock = new();
    private int _ids;

    private PracticeTeams(WebApplication app) => _app = app;

    /// <summary>Gets who signs the channel's tokens.</summary>
    public TokenMint Mint { get; } = new();

    /// <summary>Gets the channel's address, which is also its service URL.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Gets the bot's endpoint; set when the house listens.</summary>
    public Uri? Bot { get; set; }

    /// <summary>Gets everything the bot sent that was wrong.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    /// <summary>Gets everything the bot sent that was taken.</summary>
    public ConcurrentQueue<SentActivity> Sent { get; } = new();

    /// <summary>Gets how often somebody asked for the keys.</summary>
    public int KeysRead { get; private set; }

    /// <summary>Gets how often the bot asked for a token.</summary>
    public int TokensGiven { get; private set; }

    /// <summary>Gets or sets the address the directory gives for the person; null for none.</summary>
    public string? Email { get; set; } = "sofia.marin@meridian.example";

    /// <summary>Gets or sets a value indicating whether the keys can be read.</summary>
    public bool IsAway { get; set; }

    /// <summary>Gets or sets the channels that the key may speak for.</summary>
    public string[] Endorsements { get; set; } = ["msteams"];

    /// <summary>Gets refusals: each is the answer to one thing the bot sends, the first that it names.</summary>
    public ConcurrentQueue<(Func<SentActivity, bool> Which, int Status, string Body, string? RetryAfter)> Refusals { get; } = new();

    /// <summary>Starts the channel.</summary>
    public static async Task<PracticeTeams> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var teams = new PracticeTeams(app);
        app.Run(teams.AnswerAsync);
        await app.StartAsync();
        teams.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return teams;
    }

    /// <summary>The settings of a house that serves this channel.</summary>
    public (string Key, string Value)[] Settings() =>
    [
        ("Teams:AppId", AppId),
        ("Teams:AppSecret", AppSecret),
        ("Teams:TenantId", TenantId),
        ("Teams:OpenIdMetadata", new Uri(Address, "/openid").ToString()),
        ("Teams:TokenEndpoint", new Uri(Address, "/token").ToString()),
    ];

    /// <summary>The claims of a good token.</summary>
    public JsonObject Claims(TimeSpan? lasts = null, TimeSpan? from = null) => new()
    {
        ["iss"] = "https://api.botframework.com",
        ["aud"] = AppId,
        ["exp"] = (TimeProvider.System.GetUtcNow() + (lasts ?? TimeSpan.FromHours(1))).ToUnixTimeSeconds(),
        ["nbf"] = (TimeProvider.System.GetUtcNow() + (from ?? TimeSpan.FromMinutes(-1))).ToUnixTimeSeconds(),
        ["serviceurl"] = Address.ToString(),
    };

    /// <summary>An activity as Teams sends it.</summary>
    public JsonObject Activity(string type, string conversation = "a:1xyz", string kind = "personal", string person = Person) => new()
    {
        ["type"] = type,
        ["id"] = NextId("in-"),
        ["timestamp"] = "2026-11-20T09:12:04.118Z",
        ["localTimezone"] = "Europe/Paris",
        ["locale"] = "en-GB",
        ["channelId"] = "msteams",
        ["serviceUrl"] = Address.ToString(),
        ["from"] = new JsonObject { ["id"] = "29:" + person, ["name"] = "Sofia Marin", ["aadObjectId"] = person },
        ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = kind, ["tenantId"] = TenantId },
        ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = "Distribution Copilot" },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = TenantId } },
    };

    /// <summary>A message as Teams sends it.</summary>
    public JsonObject Message(string text, string conversation = "a:1xyz", string kind = "personal", string person = Person)
    {
        var message = Activity("message", conversation, kind, person);
        message["text"] = text;
        message["textFormat"] = "plain";
        return message;
    }

    /// <summary>A pressed button of a card.</summary>
    public JsonObject Press(JsonObject action, JsonObject? inputs = null, string conversation = "a:1xyz", string person = Person, string? card = null)
    {
        var data = action["data"]!.DeepClone().AsObject();
        foreach (var (name, value) in inputs ?? [])
        {
            data[name] = value?.DeepClone();
        }

        var invoke = Activity("invoke", conversation, person: person);
        invoke["name"] = "adaptiveCard/action";
        invoke["replyToId"] = card;
        invoke["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = action["verb"]!.DeepClone(), ["data"] = data }, ["trigger"] = "manual" };
        return invoke;
    }

    /// <summary>Brings something to the bot with a good token.</summary>
    public async Task<(HttpStatusCode Status, string Body)> BringAsync(JsonObject activity) => await BringAsync(activity.ToJsonString(), Mint.Sign(Claims()));

    /// <summary>Brings anything to the bot.</summary>
    public async Task<(HttpStatusCode Status, string Body)> BringAsync(string body, string? token, string scheme = "Bearer")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Bot) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue(scheme, token);
        }

        using var response = await _http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Waits for the next thing the bot sends.</summary>
    public async Task<SentActivity> NextAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        return await _sent.Reader.ReadAsync(limit.Token);
    }

    /// <summary>Waits for the next message that is no piece of a stream in the middle and no typing.</summary>
    public async Task<SentActivity> NextMessageAsync()
    {
        while (true)
        {
            if (await NextAsync() is { Type: "message" } message)
            {
                return message;
            }
        }
    }

    /// <summary>Waits for the next message in a conversation; what comes in others meanwhile is passed over.</summary>
    public async Task<SentActivity> NextMessageAsync(string conversation)
    {
        while (true)
        {
            if (await NextMessageAsync() is var message && message.Conversation == conversation)
            {
                return message;
            }
        }
    }

    /// <summary>Says whether the bot sent anything that nobody has looked at.</summary>
    public bool IsQuiet => _sent.Reader.Count == 0;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
        Mint.Dispose();
    }

    private string NextId(string prefix) => prefix + Interlocked.Increment(ref _ids).ToString(CultureInfo.InvariantCulture);

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        switch (path)
        {
            case "/openid" when !IsAway:
                await context.Response.WriteAsJsonAsync(new JsonObject { ["issuer"] = "https://api.botframework.com", ["jwks_uri"] = new Uri(Address, "/keys").ToString() });
                break;
            case "/keys" when !IsAway:
                KeysRead++;
                await context.Response.WriteAsJsonAsync(new JsonObject { ["keys"] = new JsonArray(Mint.PublicKey(Endorsements)) });
                break;
            case "/token":
                await GiveTokenAsync(context);
                break;
            case "/gate":
                await PassOnAsync(context);
                break;
            case "/files/returns.txt":
                await context.Response.WriteAsync("Goods may be returned within 14 days of delivery.");
                break;
            case { } when path.StartsWith("/v3/conversations/", StringComparison.Ordinal):
                await ConnectAsync(context, path.Split('/', StringSplitOptions.RemoveEmptyEntries));
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                break;
        }
    }

    private async Task GiveTokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        if (form["grant_type"] != "client_credentials" || form["client_id"] != AppId || form["client_secret"] != AppSecret || form["scope"] != "https://api.botframework.com/.default")
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await context.Response.WriteAsJsonAsync(new JsonObject { ["error"] = "invalid_client" });
            return;
        }

        TokensGiven++;
        await context.Response.WriteAsJsonAsync(new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = 3600, ["access_token"] = "bot-token" });
    }

    /// <summary>Passes on what a connector brings that signs nothing: with a token for the connector's own address, and with the directory's words about the person.</summary>
    private async Task PassOnAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var activity = JsonNode.Parse(await reader.ReadToEndAsync())!.AsObject();
        if (activity["from"] is JsonObject from)
        {
            from["aadObjectId"] = Person;
        }

        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = TenantId } };
        var claims = Claims();
        claims["serviceurl"] = activity["serviceUrl"]!.DeepClone();
        var (status, body) = await BringAsync(activity.ToJsonString(), Mint.Sign(claims));
        context.Response.StatusCode = (int)status;
        await context.Response.WriteAsync(body);
    }

    private async Task ConnectAsync(HttpContext context, string[] path)
    {
        if (context.Request.Headers.Authorization != "Bearer bot-token")
        {
            Faults.Enqueue("a call without the bot's token");
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (path[^2] == "members")
        {
            await context.Response.WriteAsJsonAsync(new JsonObject { ["id"] = path[^1], ["userPrincipalName"] = Email, ["aadObjectId"] = Person, ["tenantId"] = TenantId });
            return;
        }

        using var reader = new StreamReader(context.Request.Body);
        var activity = JsonNode.Parse(await reader.ReadToEndAsync())!.AsObject();
        var (status, body, retryAfter) = Take(context.Request.Method, path.Length > 4 ? Uri.UnescapeDataString(path[4]) : null, activity);
        context.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        await context.Response.WriteAsync(body);
    }

    private (int Status, string Body, string? RetryAfter) Take(string method, string? changed, JsonObject activity)
    {
        lock (_lock)
        {
            var id = changed ?? NextId("m-");
            var faults = ActivityRules.Faults(activity).ToList();
            var inStream = activity["entities"]?.AsArray().Any(e => (string?)e!["type"] == "streaminfo") == true;
            if (Refusals.TryPeek(out var refusal) && refusal.Which(new SentActivity(method, id, activity, default)))
            {
                Refusals.TryDequeue(out _);
                return (refusal.Status, refusal.Body, refusal.RetryAfter);
            }

            if (inStream && changed is null && _streams.Take(activity, ((string)activity["conversation"]!["id"]!).StartsWith("a:", StringComparison.Ordinal), out id) is { } wrong)
            {
                faults.Add(wrong);
            }

            if (faults.Count > 0)
            {
                faults.ForEach(Faults.Enqueue);
                return (StatusCodes.Status400BadRequest, new JsonObject { ["error"] = new JsonObject { ["code"] = "BadSyntax", ["message"] = string.Join("; ", faults) } }.ToJsonString(), null);
            }

            var taken = new SentActivity(method, id, activity, TimeProvider.System.GetUtcNow());
            Sent.Enqueue(taken);
            _sent.Writer.TryWrite(taken);
            return (inStream ? StatusCodes.Status202Accepted : StatusCodes.Status201Created, $$"""{"id":"{{id}}"}""", null);
        }
    }
}
