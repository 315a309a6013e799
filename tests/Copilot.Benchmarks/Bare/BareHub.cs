using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Copilot.Benchmarks.Bare;

/// <summary>A SignalR hub that passes on what the model writes, piece by piece, and does nothing else.</summary>
internal sealed class BareHub(DirectVoice voice) : Hub
{
    public async IAsyncEnumerable<JsonElement> Ask(JsonElement request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var piece in voice.StreamAsync(cancellationToken))
        {
            yield return JsonSerializer.SerializeToElement(new { type = "token", text = piece });
        }
    }

    /// <summary>Starts a server with nothing but this hub, at the same path as the house's.</summary>
    public static async Task<(WebApplication App, Uri Address)> StartAsync(DirectVoice voice, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton(voice);
        builder.Services.AddSignalR();
        var app = builder.Build();
        app.MapHub<BareHub>("/hubs/chat");
        await app.StartAsync(cancellationToken);
        return (app, new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));
    }
}
