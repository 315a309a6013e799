namespace Copilot.Host.Channels.Teams.Answers;

/// <summary>The channel did not take an answer. Nobody can be told, so it goes to the log.</summary>
/// <param name="reply">What the channel said; codes and its own words, none of ours.</param>
internal sealed class TeamsDeliveryException(ConnectorReply reply) : Exception($"Teams did not take a message: HTTP {reply.Status} {reply.Code} {reply.Message}")
{
    /// <summary>Gets what the channel said.</summary>
    public ConnectorReply Reply => reply;
}
