using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Copilot.Contracts;
using Copilot.Host.Storage;
using Dapper;

namespace Copilot.Host.Channels.Teams.Store;

/// <summary>Which messages show which proposal, and up to which change all of them were brought. Shared by all nodes: what one has taken on no other does.</summary>
internal sealed class TeamsCardStore(IStoreDatabase database, TimeProvider time)
{
    private const string Columns = "id AS Id, proposal AS Proposal, message AS Message, tenant AS Tenant, person AS Person, place AS Place, locale AS Locale, shown AS Shown";

    // A node that died while it sent one leaves a row without a message; after this another sends it.
    private static readonly TimeSpan Lost = TimeSpan.FromMinutes(5);

    // Proposals lapse within days; older cards are history.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(60);

    /// <summary>Gets up to which change everything was brought.</summary>
    /// <param name="name">The round.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The number; null when there was no round yet.</returns>
    public Task<long?> UpToAsync(string name, CancellationToken cancellationToken)
        => database.ReadAsync(c => c.QuerySingleOrDefault<long?>("SELECT upto FROM teams_rounds WHERE name = @name", new { name }), cancellationToken);

    /// <summary>Notes up to which change everything was brought; never back.</summary>
    /// <param name="name">The round.</param>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public Task CameToAsync(string name, long number, CancellationToken cancellationToken)
        => database.WriteAsync(
            t => t.Connection!.Execute(
                """
                INSERT INTO teams_rounds (name, upto) VALUES (@name, @number)
                ON CONFLICT (name) DO UPDATE SET upto = excluded.upto WHERE teams_rounds.upto < excluded.upto
                """,
                new { name, number },
                t),
            cancellationToken);

    /// <summary>Notes a message that shows a proposal.</summary>
    /// <param name="card">The message; its key is made of what it is.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public Task KnowAsync(ShownCard card, CancellationToken cancellationToken)
        => database.WriteAsync(
            t =>
            {
                t.Connection!.Execute("DELETE FROM teams_cards WHERE at < @Old", new { Old = Text(time.GetUtcNow() - Remembered) }, t);
                return t.Connection!.Execute(
                    "INSERT INTO teams_cards (id, proposal, thread, message, tenant, person, place, locale, shown, at) VALUES (@Id, @Proposal, @Thread, @Message, @Tenant, @Person, @Place, @Locale, @Shown, @At) ON CONFLICT (id) DO NOTHING",
                    Row(card with { Id = Hash(card.Proposal, card.Place.ConversationId, card.Message!) }),
                    t);
            },
            cancellationToken);

    /// <summary>Takes it on to bring a proposal to somebody; of several nodes one may, and once.</summary>
    /// <param name="card">The card, without a message yet.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The card with its key; null when the person has it already, or somebody else brings it.</returns>
    public Task<ShownCard?> TakeAsync(ShownCard card, CancellationToken cancellationToken)
        => database.WriteAsync(
            t =>
            {
                var mine = card with { Id = Hash(card.Proposal, card.Place.ConversationId, "brought"), Message = null };
                var now = time.GetUtcNow();
                t.Connection!.Execute("DELETE FROM teams_cards WHERE id = @Id AND message IS NULL AND at < @Old", new { mine.Id, Old = Text(now - Lost) }, t);
                var known = t.Connection!.ExecuteScalar<long>("SELECT COUNT(*) FROM teams_cards WHERE proposal = @Proposal AND thread = @Thread", Row(mine), t);
                return known == 0 && t.Connection!.Execute(
                    "INSERT INTO teams_cards (id, proposal, thread, message, tenant, person, place, locale, shown, at) VALUES (@Id, @Proposal, @Thread, NULL, @Tenant, @Person, @Place, @Locale, @Shown, @At) ON CONFLICT (id) DO NOTHING",
                    Row(mine),
                    t) == 1 ? mine : null;
            },
            cancellationToken);

    /// <summary>Notes which message a card became.</summary>
    /// <param name="id">The card.</param>
    /// <param name="message">The message; empty when the channel gave no id, so that it can't be changed later.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public Task BroughtAsync(string id, string message, CancellationToken cancellationToken)
        => database.WriteAsync(t => t.Connection!.Execute("UPDATE teams_cards SET message = @message WHERE id = @id", new { id, message = StorableText.Of(message) }, t), cancellationToken);

    /// <summary>Forgets a card that could not be sent.</summary>
    /// <param name="id">The card.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public Task ForgetAsync(string id, CancellationToken cancellationToken) => database.WriteAsync(t => t.Connection!.Execute("DELETE FROM teams_cards WHERE id = @id", new { id }, t), cancellationToken);

    /// <summary>Finds the messages that show a proposal as it was before a change.</summary>
    /// <param name="proposal">The proposal.</param>
    /// <param name="number">The change.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The messages.</returns>
    public Task<IReadOnlyList<ShownCard>> BehindAsync(string proposal, long number, CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<ShownCard>>(
            c => [.. c.Query<KeptCard>($"SELECT {Columns} FROM teams_cards WHERE proposal = @proposal AND shown < @number AND message <> '' ORDER BY at, id", new { proposal, number }).Select(row => row.ToCard())],
            cancellationToken);

    /// <summary>Takes it on to bring a message up to a change; or gives it back.</summary>
    /// <param name="id">The card.</param>
    /// <param name="from">What it showed.</param>
    /// <param name="to">What it is to show.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>False when somebody else took it.</returns>
    public Task<bool> TurnAsync(string id, long from, long to, CancellationToken cancellationToken)
        => database.WriteAsync(t => t.Connection!.Execute("UPDATE teams_cards SET shown = @to WHERE id = @id AND shown = @from", new { id, from, to }, t) == 1, cancellationToken);

    private static string Hash(string proposal, string thread, string which) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{proposal}\n{thread}\n{which}")));

    private static string Text(DateTimeOffset at) => at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private object Row(ShownCard card) => new
    {
        card.Id,
        card.Proposal,
        Thread = StorableText.Of(card.Place.ConversationId),
        Message = card.Message is null ? null : StorableText.Of(card.Message),
        card.Tenant,
        card.Person,
        Place = JsonSerializer.Serialize(card.Place with { ReplyTo = null }, ContractJson.Options),
        card.Locale,
        card.Shown,
        At = Text(time.GetUtcNow()),
    };

    private sealed record KeptCard
    {
        public required string Id { get; init; }

        public required string Proposal { get; init; }

        public string? Message { get; init; }

        public required string Tenant { get; init; }

        public required string Person { get; init; }

        public required string Place { get; init; }

        public string? Locale { get; init; }

        public long Shown { get; init; }

        public ShownCard ToCard() => new()
        {
            Id = Id,
            Proposal = Proposal,
            Message = Message,
            Tenant = Tenant,
            Person = Person,
            Place = JsonSerializer.Deserialize<TeamsPlace>(Place, ContractJson.Options)!,
            Locale = Locale,
            Shown = Shown,
        };
    }
}
