using System.Globalization;
using Copilot.Contracts;
using Dapper;

namespace Copilot.Host.Storage;

/// <summary>What nodes know of running turns: which question of a client became which turn, and what the turn has said so far.</summary>
internal sealed class LiveTurnStore(IStoreDatabase database, TimeProvider time)
{
    // A client that comes back asks again within minutes; a week is for one that was switched off over a weekend.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Finds the turn that a client's question became.</summary>
    /// <param name="caller">Who asked.</param>
    /// <param name="clientId">The client's own id of the question.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The turn and when it was accepted, or null when this question has not come yet.</returns>
    public Task<(string TurnId, DateTimeOffset At)?> FindAsync(Caller caller, string clientId, CancellationToken cancellationToken)
        => database.ReadAsync<(string, DateTimeOffset)?>(
            connection => connection.QuerySingleOrDefault<AskedRow>(
                "SELECT turn_id AS TurnId, at AS At FROM asked WHERE tenant = @Tenant AND owner = @Id AND client_id = @clientId",
                new { caller.Tenant, caller.Id, clientId }) is { } row
                ? (row.TurnId, DateTimeOffset.Parse(row.At, CultureInfo.InvariantCulture))
                : null,
            cancellationToken);

    /// <summary>Gives a client's question a turn, unless it has one.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="clientId">The client's own id of the question.</param>
    /// <param name="turnId">The turn it would become.</param>
    /// <param name="inPlaceOf">A turn that was lost before it began, whose place is taken; or null.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The turn it is: this one, or the one that came first.</returns>
    public Task<string> ClaimAsync(Caller caller, string clientId, string turnId, string? inPlaceOf, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var row = new { caller.Tenant, caller.Id, clientId, turnId, inPlaceOf, At = Text(now), Old = Text(now - Kept) };
        return database.WriteAsync(
            transaction =>
            {
                var connection = transaction.Connection!;
                connection.Execute("DELETE FROM asked WHERE at < @Old", row, transaction);
                connection.Execute(
                    """
                    INSERT INTO asked (tenant, owner, client_id, turn_id, at) VALUES (@Tenant, @Id, @clientId, @turnId, @At)
                    ON CONFLICT (tenant, owner, client_id) DO UPDATE SET turn_id = excluded.turn_id, at = excluded.at, stopped = 0 WHERE asked.turn_id = @inPlaceOf
                    """,
                    row,
                    transaction);
                return connection.QuerySingle<string>("SELECT turn_id FROM asked WHERE tenant = @Tenant AND owner = @Id AND client_id = @clientId", row, transaction);
            },
            cancellationToken);
    }

    /// <summary>Notes that a client wants its turn stopped, for the node that runs it.</summary>
    /// <param name="caller">Who asked.</param>
    /// <param name="clientId">The client's own id of the question.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public Task StopAsync(Caller caller, string clientId, CancellationToken cancellationToken)
        => database.WriteAsync(
            transaction => transaction.Connection!.Execute(
                "UPDATE asked SET stopped = 1 WHERE tenant = @Tenant AND owner = @Id AND client_id = @clientId", new { caller.Tenant, caller.Id, clientId }, transaction),
            cancellationToken);

    /// <summary>Keeps what a turn said, for readers at other nodes.</summary>
    /// <param name="turnId">The turn.</param>
    /// <param name="first">The number of the first event, counted from 1.</param>
    /// <param name="events">The events as JSON, in order.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Whether somebody wants the turn stopped.</returns>
    public Task<bool> AppendAsync(string turnId, int first, IReadOnlyList<string> events, CancellationToken cancellationToken)
        => database.WriteAsync(
            transaction =>
            {
                transaction.Connection!.Execute(
                    "INSERT INTO turn_events (turn_id, number, event) VALUES (@turnId, @Number, @Event) ON CONFLICT (turn_id, number) DO NOTHING",
                    events.Select((text, i) => new { turnId, Number = first + i, Event = text }),
                    transaction);
                return transaction.Connection!.ExecuteScalar<long>("SELECT count(*) FROM asked WHERE turn_id = @turnId AND stopped = 1", new { turnId }, transaction) > 0;
            },
            cancellationToken);

    /// <summary>Gets what a turn at another node said after an event.</summary>
    /// <param name="turnId">The turn.</param>
    /// <param name="after">The last number that is known; 0 for none.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Events as JSON, in order.</returns>
    public Task<IReadOnlyList<string>> AfterAsync(string turnId, int after, CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<string>>(
            connection => [.. connection.Query<string>("SELECT event FROM turn_events WHERE turn_id = @turnId AND number > @after ORDER BY number", new { turnId, after })],
            cancellationToken);

    /// <summary>Says whether a turn was begun.</summary>
    /// <param name="turnId">The turn.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>True when there is a row of it.</returns>
    public Task<bool> HasBegunAsync(string turnId, CancellationToken cancellationToken)
        => database.ReadAsync(connection => connection.ExecuteScalar<long>("SELECT count(*) FROM turns WHERE id = @turnId", new { turnId }) > 0, cancellationToken);

    /// <summary>Forgets what a turn said on its way: it has ended, and its row holds all of it. What dead processes left goes as well.</summary>
    /// <param name="turnId">The turn.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public Task ForgetAsync(string turnId, CancellationToken cancellationToken)
        => database.WriteAsync(
            transaction => transaction.Connection!.Execute(
                """
                DELETE FROM turn_events WHERE turn_id = @turnId
                    OR turn_id IN (SELECT id FROM turns WHERE state = 'interrupted' AND id IN (SELECT turn_id FROM turn_events))
                """,
                new { turnId },
                transaction),
            cancellationToken);

    private static string Text(DateTimeOffset at) => at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private sealed record AskedRow(string TurnId, string At);
}
