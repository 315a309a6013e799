using System.Text.Json.Nodes;
using Copilot.Host.Channels.Teams.Answers;
using Copilot.Host.Channels.Teams.Store;

namespace Copilot.Host.Channels.Teams.Telling;

/// <summary>Brings people messages that they did not ask for, to their own chat with the bot. Where the chat is closed to us that is noted, and nothing more is sent until the person writes again.</summary>
internal sealed class TeamsPost(Connector connector, TeamsPlaceStore places, ILogger<TeamsPost> logger)
{
    /// <summary>Sends a message.</summary>
    /// <param name="to">Where the person is.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The message's id, empty when the channel names none; null when it was not taken and never will be.</returns>
    /// <exception cref="TeamsDeliveryException">It could not be sent just now.</exception>
    public async Task<string?> BringAsync(KnownPlace to, JsonObject message, CancellationToken cancellationToken)
    {
        var reply = await connector.SendAsync(to.Place, message, cancellationToken);
        if (reply.Taken)
        {
            return reply.Id ?? string.Empty;
        }

        if (reply.Passing)
        {
            throw new TeamsDeliveryException(reply);
        }

        Log.TeamsRefused(logger, $"HTTP {reply.Status} {reply.Code}");
        if (reply.Closed)
        {
            await places.CloseAsync(to.Tenant, to.Person, $"HTTP {reply.Status} {reply.Code ?? reply.Message}", cancellationToken);
        }

        return null;
    }
}
