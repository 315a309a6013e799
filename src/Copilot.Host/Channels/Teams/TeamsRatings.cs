using System.Text.Json;
using Copilot.Contracts;
using Copilot.Host.Channels.Teams.People;
using Copilot.Host.Channels.Teams.Store;
using Copilot.Host.Identity.Tokens;
using Copilot.Host.Storage;

namespace Copilot.Host.Channels.Teams;

/// <summary>Keeps the thumbs under answers, with their words. Teams keeps them nowhere.</summary>
internal sealed class TeamsRatings(PeopleDesk people, TeamsThreadStore threads, ConversationStore conversations, AuditNotes audit)
{
    private const int MaxComment = 2000;

    /// <summary>Keeps a rating.</summary>
    /// <param name="activity">What Teams sent. Untrusted.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public async Task TakeAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        var value = activity.Value;
        if (value.Word("actionName") != "feedback" || !value.TryGetProperty("actionValue", out var given) || activity.ReplyToId is not { } message
            || await people.FindAsync(activity, cancellationToken) is not { } caller
            || await threads.TurnAsync(activity.Conversation!.Id!, message, cancellationToken) is not { } turn)
        {
            return;
        }

        var rating = given.Word("reaction") switch { "like" => "up", "dislike" => "down", _ => null };
        var comment = Comment(given.Word("feedback"));
        if (rating is null || await conversations.RateAsync(caller, turn, rating, null, comment, cancellationToken) is not { } conversation)
        {
            // In a channel others see the thumbs too; only the one who asked can rate.
            return;
        }

        await audit.WriteAsync(
            caller, AuditEntryKind.Feedback, new() { ["rating"] = rating, ["reason"] = null, ["comment"] = comment, ["channel"] = "teams" }, turn, conversation, cancellationToken);
    }

    // What people write comes as JSON within a text.
    private static string? Comment(string? feedback)
    {
        try
        {
            using var written = JsonDocument.Parse(feedback ?? "{}");
            var text = written.RootElement.Word("feedbackText")?.Trim();
            return text is { Length: > MaxComment } ? text[..MaxComment] : text is { Length: > 0 } ? text : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
