using Copilot.Contracts;
using Copilot.Host.Channels.Teams.Answers;
using Copilot.Host.Channels.Teams.People;
using Copilot.Host.Channels.Teams.Store;
using Copilot.Host.Channels.Teams.Telling;
using Copilot.Host.Settings;

namespace Copilot.Host.Channels.Teams;

/// <summary>Adds the bot in Teams, when one is configured. Its tables are always there, so that a store knows one schema.</summary>
internal static class TeamsSetup
{
    /// <summary>Registers what the channel needs.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The settings.</param>
    public static void AddTeamsChannel(this IServiceCollection services, CopilotSettings settings)
    {
        foreach (var step in TeamsSchemaStore.Steps)
        {
            services.AddSingleton(step);
        }

        foreach (var table in TeamsSchemaStore.Tables)
        {
            services.AddSingleton(table);
        }

        if (settings.Teams is not { } bot)
        {
            return;
        }

        services.AddSingleton(bot);
        services.AddSingleton<BotDoor>();
        services.AddSingleton<BotTokens>();
        services.AddSingleton<Connector>();
        services.AddSingleton<TeamsThreadStore>();
        services.AddSingleton<TeamsPeopleStore>();
        services.AddSingleton<TeamsPlaceStore>();
        services.AddSingleton<TeamsCardStore>();
        services.AddSingleton<TeamsPlaces>();
        services.AddSingleton<PeopleDesk>();
        services.AddSingleton(new AnswerMessage(settings.PublicAddress, bot.Label));
        services.AddSingleton<FilesSent>();
        services.AddSingleton<TeamsTurns>();
        services.AddSingleton<TeamsDecisions>();
        services.AddSingleton<ProposalMessages>();
        services.AddSingleton<ExceptionPresses>();
        services.AddSingleton<EarlierTalks>();
        services.AddSingleton<TeamsHandOver>();
        services.AddSingleton<CardPresses>();
        services.AddSingleton<TeamsRatings>();
        services.AddSingleton<TeamsSignIn>();
        services.AddSingleton<TeamsInvokes>();
        services.AddSingleton<TeamsPost>();
        services.AddSingleton<ProposalCourier>();
        services.AddSingleton<ExceptionCourier>();
        services.AddSingleton<TeamsTelling>();
        services.AddHostedService(provider => provider.GetRequiredService<TeamsTelling>());
        services.AddSingleton<TeamsDesk>();
        services.AddSingleton<ConversationLanes>();
        services.AddHostedService(provider => provider.GetRequiredService<ConversationLanes>());
    }
}
