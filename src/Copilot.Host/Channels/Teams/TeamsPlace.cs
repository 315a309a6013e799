namespace Copilot.Host.Channels.Teams;

/// <summary>Where an answer goes: a conversation at the channel's address, seen from the message it answers.</summary>
/// <param name="ServiceUrl">The channel's address, proven by the token that came with the message.</param>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Bot">Who we are there.</param>
/// <param name="Person">Who is answered.</param>
/// <param name="ReplyTo">The message that is answered, or null.</param>
/// <param name="IsPersonal">Whether nobody else reads along.</param>
internal sealed record TeamsPlace(Uri ServiceUrl, string ConversationId, TeamsAccount Bot, TeamsAccount Person, string? ReplyTo, bool IsPersonal)
{
    /// <summary>Takes the place from an activity that passed the door.</summary>
    /// <param name="activity">The activity.</param>
    /// <returns>The place.</returns>
    public static TeamsPlace Of(TeamsActivity activity) => new(
        new Uri(activity.ServiceUrl!), activity.Conversation!.Id!, activity.Recipient ?? new TeamsAccount(), activity.From ?? new TeamsAccount(), activity.Id, activity.IsPersonal);
}
