using Copilot.Contracts;
using Microsoft.AspNetCore.Http.Connections;

namespace Copilot.Host.Channels.Web;

/// <summary>Adds the web chat: the hub and the widget's files.</summary>
internal static class WebSetup
{
    // 8,000 characters as JSON escapes, and room for the rest.
    private const int LargestMessage = 128 * 1024;

    /// <summary>Registers what the channel needs.</summary>
    /// <param name="services">The services.</param>
    public static void AddWebChannel(this IServiceCollection services)
        => services
            .AddSingleton<LiveTurns>()
            .AddSingleton<WebListeners>()
            .AddSingleton<LinePost>()
            .AddSingleton<ExceptionPush>()
            .AddSingleton<ProposalPush>()
            .AddSignalR(options =>
            {
                options.MaximumReceiveMessageSize = LargestMessage;
                options.MaximumParallelInvocationsPerClient = 4;
                options.EnableDetailedErrors = false;
            })
            .AddJsonProtocol(options => options.PayloadSerializerOptions = ContractJson.Options);

    /// <summary>Maps the hub.</summary>
    /// <param name="app">The application.</param>
    public static void MapWebChannel(this IEndpointRouteBuilder app)
        => app.MapHub<ChatHub>(ChatHub.Path, options =>
        {
            options.Transports = HttpTransportType.WebSockets | HttpTransportType.ServerSentEvents | HttpTransportType.LongPolling;
            options.CloseOnAuthenticationExpiration = true;
            options.ApplicationMaxBufferSize = LargestMessage;
        });
}
