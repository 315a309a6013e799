using System.Globalization;
using System.Text.Json;
using Copilot.Contracts;
using Copilot.Host.Storage;
using Dapper;

namespace Copilot.Host.Channels.Teams.Store;

/// <summary>Where people can be written to without having asked, and what they were told there. Shared by all nodes.</summary>
internal sealed class TeamsPlaceStore(IStoreDatabase database, TimeProvider time)
{
    private const string Columns =
        "tenant AS Tenant, person AS Person, place AS Place, locale AS Locale, closed_at AS ClosedAt, threshold AS Threshold, news_up_to AS NewsUpTo, told_at AS ToldAt";

    /// <summary>Notes where somebody is. Whoever writes again has opened the chat again. News begins with the first time.</summary>
    /// <param name="tenant">The directory.</param>
    /// <param name="person">The person's id there.</param>
    /// <param name="place">The person's own chat with the bot.</param>
    /// <param name="locale">The language of the person's client, or null.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public async Task KeepAsync(string tenant, string person, TeamsPlace place, string? locale, CancellationToken cancellationToken)
    {
        var kept = place with { ReplyTo = null };
        if (await FindAsync(tenant, person, cancellationToken) is { ClosedAt: null } known && known.Place == kept && known.Locale == locale)
        {
            return;
        }

        var row = new { Tenant = Low(tenant), Person = Low(person), Place = Json(kept), locale = locale is null ? null : StorableText.Of(locale), Now = Text(time.GetUtcNow()) };
        await database.WriteAsync(
            t => t.Connection!.Execute(
                """
                INSERT INTO teams_places (tenant, person, place, locale, at, news_up_to) VALUES (@Tenant, @Person, @Place, @locale, @Now, @Now)
                ON CONFLICT (tenant, person) DO UPDATE SET place = excluded.place, locale = excluded.locale, at = excluded.at, closed_at = NULL, closed_because = NULL
                """,
                row,
                t),
            cancellationToken);
    }

    /// <summary>Finds where somebody is.</summary>
    /// <param name="tenant">The directory.</param>
    /// <param name="person">The person's id there.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The place, or null.</returns>
    public Task<KnownPlace?> FindAsync(string tenant, string person, CancellationToken cancellationToken)
        => database.ReadAsync(
            c => c.QuerySingleOrDefault<Row>($"SELECT {Columns} FROM teams_places WHERE tenant = @Tenant AND person = @Person", Key(tenant, person))?.ToPlace(), cancellationToken);

    /// <summary>Lists where people are whose chat is open.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The places.</returns>
    public Task<IReadOnlyList<KnownPlace>> OpenAsync(CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<KnownPlace>>(
            c => [.. c.Query<Row>($"SELECT {Columns} FROM teams_places WHERE closed_at IS NULL ORDER BY tenant, person").Select(row => row.ToPlace())], cancellationToken);

    /// <summary>Lists the chats that are closed to us.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The people with the moment, UTC.</returns>
    public Task<IReadOnlyList<(string Tenant, string Person, DateTimeOffset At)>> ClosedAsync(CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<(string, string, DateTimeOffset)>>(
            c => [.. c.Query<(string Tenant, string Person, string At)>("SELECT tenant, person, closed_at FROM teams_places WHERE closed_at IS NOT NULL").Select(r => (r.Tenant, r.Person, Moment(r.At)))],
            cancellationToken);

    /// <summary>Notes that a chat is closed to us: the person blocked or removed the bot, or the chat is gone. Nothing is sent there until the person writes again.</summary>
    /// <param name="tenant">The directory.</param>
    /// <param name="person">The person's id there.</param>
    /// <param name="because">What the channel said.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public Task CloseAsync(string tenant, string person, string because, CancellationToken cancellationToken)
        => database.WriteAsync(
            t => t.Connection!.Execute(
                "UPDATE teams_places SET closed_at = @Now, closed_because = @because WHERE tenant = @Tenant AND person = @Person AND closed_at IS NULL",
                new { Tenant = Low(tenant), Person = Low(person), Now = Text(time.GetUtcNow()), because = StorableText.Of(because) },
                t),
            cancellationToken);

    /// <summary>Forgets where somebody is, with the link.</summary>
    /// <param name="tenant">The directory.</param>
    /// <param name="person">The person's id there.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public Task ForgetAsync(string tenant, string person, CancellationToken cancellationToken)
        => database.WriteAsync(t => t.Connection!.Execute("DELETE FROM teams_places WHERE tenant = @Tenant AND person = @Person", Key(tenant, person), t), cancellationToken);

    /// <summary>Keeps from which score on somebody wants to be told.</summary>
    /// <param name="tenant">The directory.</param>
    /// <param name="person">The person's id there.</param>
    /// <param name="threshold"><c>off</c>, a number, or null for what the role has.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public Task WishAsync(string tenant, string person, string? threshold, CancellationToken cancellationToken)
        => database.WriteAsync(
            t => t.Connection!.Execute(
                // What came while the person wanted nothing is not told afterwards.
                "UPDATE teams_places SET news_up_to = CASE WHEN threshold = 'off' THEN @Now ELSE news_up_to END, threshold = @threshold WHERE tenant = @Tenant AND person = @Person",
                new { Tenant = Low(tenant), Person = Low(person), threshold, Now = Text(time.GetUtcNow()) },
                t),
            cancellationToken);

    /// <summary>Takes it on to tell somebody of exceptions; of several nodes one may.</summary>
    /// <param name="known">The place as it was read.</param>
    /// <param name="upTo">Up to when the person is told now.</param>
    /// <param name="toldAt">When the person was told something, UTC; null when there was nothing to tell.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>False when somebody else took it.</returns>
    public Task<bool> TakeNewsAsync(KnownPlace known, DateTimeOffset upTo, DateTimeOffset? toldAt, CancellationToken cancellationToken)
        => database.WriteAsync(
            t => t.Connection!.Execute(
                "UPDATE teams_places SET news_up_to = @UpTo, told_at = @ToldAt WHERE tenant = @Tenant AND person = @Person AND news_up_to = @Before",
                new { Tenant = Low(known.Tenant), Person = Low(known.Person), UpTo = Text(upTo), ToldAt = toldAt is { } at ? Text(at) : null, Before = Text(known.NewsUpTo) },
                t) == 1,
            cancellationToken);

    private static object Key(string tenant, string person) => new { Tenant = Low(tenant), Person = Low(person) };

    private static string Low(string id) => StorableText.Of(id.ToLowerInvariant())!;

    private static string Json(TeamsPlace place) => JsonSerializer.Serialize(place, ContractJson.Options);

    private static string Text(DateTimeOffset at) => at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Row
    {
        public required string Tenant { get; init; }

        public required string Person { get; init; }

        public required string Place { get; init; }

        public string? Locale { get; init; }

        public string? ClosedAt { get; init; }

        public string? Threshold { get; init; }

        public required string NewsUpTo { get; init; }

        public string? ToldAt { get; init; }

        public KnownPlace ToPlace() => new()
        {
            Tenant = Tenant,
            Person = Person,
            Place = JsonSerializer.Deserialize<TeamsPlace>(Place, ContractJson.Options)!,
            Locale = Locale,
            ClosedAt = ClosedAt is null ? null : Moment(ClosedAt),
            Threshold = Threshold,
            NewsUpTo = Moment(NewsUpTo),
            ToldAt = ToldAt is null ? null : Moment(ToldAt),
        };
    }
}
