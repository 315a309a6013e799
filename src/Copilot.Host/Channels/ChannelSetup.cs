using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using Copilot.Contracts;
using Copilot.Host.Channels.Completions;
using Copilot.Host.Channels.Rest;
using Copilot.Host.Channels.Web;
using Copilot.Host.Console;
using Copilot.Host.Identity;
using Copilot.Host.Settings;
using Microsoft.AspNetCore.HostFiltering;

namespace Copilot.Host.Channels;

/// <summary>Adds all ways in: what they share, then each channel.</summary>
internal static class ChannelSetup
{
    private static readonly string[] LocalNames = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Registers what the channels need.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="localOnly">Whether only this machine can reach the service; requests that name another host are then refused.</param>
    public static void AddChannels(this IServiceCollection services, CopilotSettings settings, bool localOnly)
    {
        services.AddSingleton<QuestionDesk>();
        services.AddSingleton<QuestionPace>();
        services.AddSingleton<AuditNotes>();
        services.AddSingleton<SourceDesk>();
        services.AddSingleton<UploadCounter>();
        services.AddSingleton<QueueLooks>();
        services.AddSingleton<Faults>();
        services.AddSingleton<ITurnRunner, PipelineRunner>();
        services.AddSingleton<ISourceOpener, CalculationOpener>();
        services.AddExceptionHandler<Faults>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options =>
        {
            // As ContractJson: what arrives and what the OpenAPI document describes follow the same words.
            options.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        });
        services.Configure<HostFilteringOptions>(options =>
        {
            // Keeps web pages of others from reaching a local service by a name they control.
            options.AllowedHosts = localOnly ? LocalNames : ["*"];
            options.IncludeFailureMessage = false;
        });
        services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Partition(context, settings));
            options.OnRejected = async (rejected, _) => await Problems.WriteAsync(rejected.HttpContext, Problems.TooMany);
        });
        services.AddOpenApi("v1");
        services.AddWebChannel();
    }

    /// <summary>Puts the requests' way together, outermost first.</summary>
    /// <param name="app">The application.</param>
    /// <param name="widgetFolder">The folder of the built widget.</param>
    public static void UseChannels(this WebApplication app, string widgetFolder)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = _ => Task.CompletedTask });
        app.UseStatusCodePages(context => Problems.WriteAsync(context.HttpContext, Problems.For(context.HttpContext)));
        app.UseHostFiltering();
        app.UseWidgetFiles(widgetFolder);
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();

        HealthEndpoints.Map(app);
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        var api = app.MapGroup("/api/v1");
        SessionEndpoint.Map(api);
        AskEndpoint.Map(api);
        ConversationEndpoints.Map(api);
        SourceEndpoint.Map(api);
        FeedbackEndpoint.Map(api);
        ProposalEndpoints.Map(api);
        AuditEndpoint.Map(api);
        DocumentEndpoints.Map(api);
        KnowledgeEndpoints.Map(api);
        CompletionsEndpoint.Map(app);
        QueueEndpoints.Map(api);
        app.MapWebChannel();
        app.MapPages(widgetFolder);
    }

    private static RateLimitPartition<string> Partition(HttpContext context, CopilotSettings settings)
    {
        if (context.Request.Path.StartsWithSegments("/healthz") || context.Request.Path.StartsWithSegments("/readyz"))
        {
            return RateLimitPartition.GetNoLimiter("health");
        }

        var who = context.User.FindFirst(CallerAccess.CallerClaim)?.Value ?? "address " + context.Connection.RemoteIpAddress;
        return RateLimitPartition.GetSlidingWindowLimiter(who, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = settings.RequestsPerMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
            QueueLimit = 0,
        });
    }
}
