using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Copilot.Contracts;
using Copilot.Host.Storage;
using Dapper;

namespace Copilot.Host.Channels.Teams.Store;

/// <summary>What the channel remembers of its conversations, shared by all nodes.</summary>
internal sealed class TeamsThreadStore(IStoreDatabase database, TimeProvider time)
{
    // The channel sends again within minutes; a day is far beyond.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    /// <summary>Notes that an activity is taken in.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>False when it was taken in before, here or by another node.</returns>
    public Task<bool> TakeAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var row = new { Activity = Key(activity), At = Text(now), Old = Text(now - Remembered) };
        return database.WriteAsync(
            transaction =>
            {
                transaction.Connection!.Execute("DELETE FROM teams_taken WHERE at < @Old", row, transaction);
                return transaction.Connection!.Execute("INSERT INTO teams_taken (activity, at) VALUES (@Activity, @At) ON CONFLICT (activity) DO NOTHING", row, transaction) == 1;
            },
            cancellationToken);
    }

    /// <summary>Forgets that an activity was taken in, because there was no room for it after all.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public Task ReleaseAsync(TeamsActivity activity, CancellationToken cancellationToken)
        => database.WriteAsync(t => t.Connection!.Execute("DELETE FROM teams_taken WHERE activity = @Activity", new { Activity = Key(activity) }, t), cancellationToken);

    /// <summary>Gets the conversation that a person's questions go on with in a Teams conversation.</summary>
    /// <param name="thread">The Teams conversation.</param>
    /// <param name="caller">The person.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The conversation, or null for a new one.</returns>
    public Task<string?> ConversationAsync(string thread, Caller caller, CancellationToken cancellationToken)
        => database.ReadAsync(
            connection => connection.QuerySingleOrDefault<string>(
                "SELECT conversation FROM teams_threads WHERE thread = @thread AND caller = @Caller", new { thread = StorableText.Of(thread), Caller = Owner(caller) }),
            cancellationToken);

    /// <summary>Notes with which conversation a person's questions go on; null for a new one.</summary>
    /// <param name="thread">The Teams conversation.</param>
    /// <param name="caller">The person.</param>
    /// <param name="conversation">The conversation.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public Task GoOnAsync(string thread, Caller caller, string? conversation, CancellationToken cancellationToken)
    {
        var row = new { thread = StorableText.Of(thread), Caller = Owner(caller), conversation };
        return database.WriteAsync(
            t => conversation is null
                ? t.Connection!.Execute("DELETE FROM teams_threads WHERE thread = @thread AND caller = @Caller", row, t)
                : t.Connection!.Execute(
                    """
                    INSERT INTO teams_threads (thread, caller, conversation) VALUES (@thread, @Caller, @conversation)
                    ON CONFLICT (thread, caller) DO UPDATE SET conversation = excluded.conversation
                    """,
                    row,
                    t),
            cancellationToken);
    }

    /// <summary>Notes which message shows which turn: Teams keeps ratings nowhere, it only hands them to us.</summary>
    /// <param name="thread">The Teams conversation.</param>
    /// <param name="message">The message we sent.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public Task ShownAsync(string thread, string message, string turn, CancellationToken cancellationToken)
        => database.WriteAsync(
            t => t.Connection!.Execute(
                "INSERT INTO teams_messages (thread, message, turn, at) VALUES (@thread, @message, @turn, @At) ON CONFLICT (thread, message) DO UPDATE SET turn = excluded.turn",
                new { thread = StorableText.Of(thread), message = StorableText.Of(message), turn, At = Text(time.GetUtcNow()) },
                t),
            cancellationToken);

    /// <summary>Finds the turn that a message shows.</summary>
    /// <param name="thread">The Teams conversation.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The turn, or null.</returns>
    public Task<string?> TurnAsync(string thread, string message, CancellationToken cancellationToken)
        => database.ReadAsync(
            connection => connection.QuerySingleOrDefault<string>(
                "SELECT turn FROM teams_messages WHERE thread = @thread AND message = @message", new { thread = StorableText.Of(thread), message = StorableText.Of(message) }),
            cancellationToken);

    // A fixed length, whatever the channel writes.
    private static string Key(TeamsActivity activity)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{activity.ChannelId}\n{activity.Conversation!.Id}\n{activity.Id}")));

    private static string Owner(Caller caller) => caller.Tenant + "/" + caller.Id;

    private static string Text(DateTimeOffset at) => at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
}
