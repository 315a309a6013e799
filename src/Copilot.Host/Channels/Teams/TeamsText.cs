namespace Copilot.Host.Channels.Teams;

/// <summary>What somebody wrote, without what Teams adds to it.</summary>
internal static class TeamsText
{
    /// <summary>Gets the text without mentions of us. Mentions of others stay, without their tags: they are part of what is said.</summary>
    /// <param name="activity">The message.</param>
    /// <returns>The text.</returns>
    public static string Of(TeamsActivity activity)
    {
        var text = activity.Text ?? string.Empty;
        foreach (var mention in (activity.Entities ?? []).OfType<TeamsEntity>().Where(e => e.Type == "mention" && !string.IsNullOrEmpty(e.Text)))
        {
            var ours = mention.Mentioned?.Id is { } id && id == activity.Recipient?.Id;
            text = text.Replace(mention.Text!, ours ? " " : mention.Mentioned?.Name ?? string.Empty, StringComparison.Ordinal);
        }

        // Teams writes no-break spaces after mentions, and byte order marks now and then.
        return text.Replace('\u00A0', ' ').Replace("\uFEFF", string.Empty, StringComparison.Ordinal).Trim();
    }
}
