using Microsoft.AspNetCore.Cors.Infrastructure;

namespace Copilot.Host.Channels;

/// <summary>Refuses what a browser sends for a page that is not on the list. A WebSocket asks no permission first, so the answer's headers alone would not keep it out.</summary>
internal static class OriginGate
{
    /// <summary>Registers the list.</summary>
    /// <param name="services">The services.</param>
    public static void AddOrigins(this IServiceCollection services)
    {
        services.AddSingleton<Origins>();
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<Origins>((cors, origins) => cors.AddDefaultPolicy(origins.Describe));
    }

    /// <summary>Puts the gate in front of everything, also of the files: a module script is fetched like data.</summary>
    /// <param name="app">The application.</param>
    public static void UseOrigins(this IApplicationBuilder app)
    {
        app.UseCors();
        app.Use(next => context =>
        {
            var origin = context.Request.Headers.Origin.ToString();
            var guarded = context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/hubs");
            return origin.Length == 0 || !guarded || context.RequestServices.GetRequiredService<Origins>().Allows(origin, context.Request.Host)
                ? next(context)
                : Problems.WriteAsync(context, Problems.NotThisPage);
        });
    }
}
