using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using Copilot.Contracts;
using Copilot.Host.Channels.Completions;
using Copilot.Host.Channels.Exceptions;
using Copilot.Host.Channels.Helpdesk;
using Copilot.Host.Channels.Rest;
using Copilot.Host.Channels.Teams;
using Copilot.Host.Channels.Teams.People;
using Copilot.Host.Channels.Web;
using Copilot.Host.Console;
using Copilot.Host.Console.Desk;
using Copilot.Host.Identity;
using Copilot.Host.Settings;
using Copilot.Odoo;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Options;

namespace Copilot.Host.Channels;

/// <summary>Adds all ways in: what they share, then each channel.</summary>
internal static class ChannelSetup
{
    /// <summary>Fewer than the wrong passwords after which Odoo locks an address out (5 within a minute).</summary>
    private const int LinksPerMinute = 4;

    private static readonly string[] LocalNames = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Registers what the channels need.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="localOnly">Whether only this machine can reach the service; requests that name another host are then refused.</param>
    public static void AddChannels(this IServiceCollection services, CopilotSettings settings, bool localOnly)
    {
        services.AddSingleton<QuestionDesk>();
        services.AddOrigins();
        services.AddSingleton<QuestionPace>();
        services.AddSingleton<AuditNotes>();
        services.AddSingleton<SourceDesk>();
        services.AddSingleton<ActionProposals>();
        services.AddSingleton<ExceptionProposals>();
        services.AddSingleton<HandOver>();
        services.AddSingleton<UploadCounter>();
        services.AddSingleton<DeskNotes>();
        services.AddSingleton<DeskDecisions>();
        services.AddSingleton<QueueLooks>();
        services.AddSingleton(provider => new LinkRules(settings, provider.GetRequiredService<IOptions<OdooOptions>>(), localOnly));
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
            options.AddPolicy(LinkEndpoints.Limit, context => RateLimitPartition.GetFixedWindowLimiter(
                Who(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = LinksPerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
            options.OnRejected = async (rejected, _) => await Problems.WriteAsync(rejected.HttpContext, Problems.TooMany);
        });
        services.AddOpenApi("v1");
        services.AddWebChannel();
        services.AddTeamsChannel(settings);
        services.AddHelpdeskChannel();
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
        app.UseOrigins();
        app.UseWidgetFiles(widgetFolder);
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();

        HealthEndpoints.Map(app);
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        var api = app.MapGroup("/api/v1");
        SessionEndpoint.Map(api);
        SidebarEndpoint.Map(api);
        MeEndpoint.Map(api);
        SignInEndpoints.Map(api);
        AskEndpoint.Map(api);
        ConversationEndpoints.Map(api);
        NoteEndpoint.Map(api);
        SourceEndpoint.Map(api);
        FeedbackEndpoint.Map(api);
        ProposalEndpoints.Map(api);
        ExceptionEndpoints.Map(api);
        WebhookEndpoint.Map(api);
        AuditEndpoint.Map(api);
        DocumentEndpoints.Map(api);
        InboxEndpoint.Map(api);
        DeskEndpoints.Map(api);
        DeskMatchEndpoints.Map(api);
        DeskPageEndpoints.Map(api);
        LessonEndpoints.Map(api);
        KnowledgeEndpoints.Map(api);
        CompletionsEndpoint.Map(app);
        QueueEndpoints.Map(api);
        PeopleEndpoints.Map(api, app.Services.GetRequiredService<CopilotSettings>());
        TeamsEndpoint.Map(app);
        LinkEndpoints.Map(api);
        app.MapWebChannel();
        app.MapPages(widgetFolder);
        SidebarPage.Map(app, widgetFolder);
    }

    private static RateLimitPartition<string> Partition(HttpContext context, CopilotSettings settings)
    {
        if (context.Request.Path.StartsWithSegments("/healthz") || context.Request.Path.StartsWithSegments("/readyz"))
        {
            return RateLimitPartition.GetNoLimiter("health");
        }

        return RateLimitPartition.GetSlidingWindowLimiter(Who(context), _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = settings.RequestsPerMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
            QueueLimit = 0,
        });
    }

    private static string Who(HttpContext context) => context.User.FindFirst(CallerAccess.CallerClaim)?.Value ?? "address " + context.Connection.RemoteIpAddress;
}
