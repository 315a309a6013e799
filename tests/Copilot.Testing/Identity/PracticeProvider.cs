using System.Text.Json.Nodes;
using Copilot.Testing.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Testing.Identity;

/// <summary>An OpenID provider on loopback that describes itself, publishes its keys, and signs whatever a test asks for.</summary>
public sealed class PracticeProvider : IAsyncDisposable
{
    public const string Audience = "api://distribution-copilot";
    private readonly WebApplication _app;

    private PracticeProvider(WebApplication app) => _app = app;

    /// <summary>Gets who signs.</summary>
    public TokenMint Mint { get; } = new();

    /// <summary>Gets the issuer.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Gets or sets what the provider calls itself; null for its address.</summary>
    public string? Issuer { get; set; }

    /// <summary>Gets how often the keys were read.</summary>
    public int KeysRead { get; private set; }

    /// <summary>Starts it.</summary>
    public static async Task<PracticeProvider> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var provider = new PracticeProvider(app);
        app.Run(provider.AnswerAsync);
        await app.StartAsync();
        provider.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return provider;
    }

    /// <summary>The settings of a house whose people sign in here.</summary>
    public (string Key, string Value)[] Settings() =>
    [
        ("Oidc:Authority", Address.ToString()),
        ("Oidc:Audience", Audience),
        ("Oidc:Roles", "Sales Team=sales-rep,Finance=accountant"),
        ("Oidc:CompanyClaim", "companies"),
        ("Oidc:Companies", "1:Meridian Industrial Supply,2:Meridian Packaging"),
        ("People:0:Email", "Sofia@Meridian.example"),
        ("People:0:Name", "Sofia Marin"),
        ("People:0:Role", "sales-rep"),
        ("People:0:Companies", "1:Meridian Industrial Supply"),
        ("People:0:Login", "sofia"),
        ("People:0:Secret", "sofias-secret"),
    ];

    /// <summary>The claims of a good token.</summary>
    public JsonObject Claims(string subject = "sub-1", TimeSpan? lasts = null, params string[] roles) => new()
    {
        ["iss"] = Address.ToString(),
        ["aud"] = Audience,
        ["sub"] = subject,
        ["name"] = "Sofia Marin",
        ["exp"] = (TimeProvider.System.GetUtcNow() + (lasts ?? TimeSpan.FromMinutes(10))).ToUnixTimeSeconds(),
        ["roles"] = new JsonArray([.. roles.Select(r => JsonValue.Create(r))]),
        ["companies"] = new JsonArray("1"),
    };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Mint.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        switch (context.Request.Path.Value)
        {
            case "/.well-known/openid-configuration":
                await context.Response.WriteAsJsonAsync(new JsonObject { ["issuer"] = Issuer ?? Address.ToString(), ["jwks_uri"] = new Uri(Address, "/jwks").ToString() });
                break;
            case "/jwks":
                KeysRead++;
                await context.Response.WriteAsJsonAsync(new JsonObject { ["keys"] = new JsonArray(Mint.PublicKey(null)) });
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }
}
