using Copilot.Governance;
using Copilot.Host.Channels;
using Copilot.Host.Identity;
using Copilot.Host.Settings;
using Copilot.Host.Start;
using Copilot.Host.Storage;

namespace Copilot.Host;

/// <summary>Which rooms the house has and how they are joined.</summary>
internal static class HouseSetup
{
    /// <summary>Registers every room.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The configuration.</param>
    /// <param name="settings">What was read of it.</param>
    /// <param name="options">How much of the house starts.</param>
    public static void AddHouse(this IServiceCollection services, IConfiguration configuration, CopilotSettings settings, CopilotHostOptions options)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(configuration);
        services.AddSingleton(settings);
        services.AddStorage(settings);
        services.AddIdentity(settings);
        services.AddGovernance(new GovernanceOptions
        {
            SealKeyFile = settings.SealKeyFile,
            MaxQuestionLength = QuestionShape.MaxLength,
        });
        services.AddChannels(settings, options.Urls.Split(';').All(IsLocal));
        services.AddStart(options);
    }

    /// <summary>Says whether only this machine can reach an address.</summary>
    /// <param name="url">The address to listen on.</param>
    /// <returns>True for loopback.</returns>
    public static bool IsLocal(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback;

    private static void AddStart(this IServiceCollection services, CopilotHostOptions options)
    {
        services.AddSingleton<Readiness>();
        services.AddSingleton<StartSequence>();
        services.AddSingleton<IStartStep, StoreStart>();
        if (options.Listen)
        {
            services.AddSingleton<IStartStep, InterruptedStart>();
        }
    }
}
