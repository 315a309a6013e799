using System.Globalization;
using System.Text.Json;
using Copilot.Contracts;
using Copilot.Host.Channels.Teams.People;
using Copilot.Host.Storage;
using Dapper;

namespace Copilot.Host.Channels.Teams.Store;

/// <summary>Who in Teams is which caller, and the invitations that make them so.</summary>
internal sealed class TeamsPeopleStore(IStoreDatabase database, TimeProvider time)
{
    private const int ListLength = 500;
    private const string Columns = "tenant AS Tenant, person AS Person, name AS Name, email AS Email, caller AS Caller, asked_at AS AskedAt, linked_at AS LinkedAt, linked_by AS LinkedBy";

    /// <summary>Finds whom a person is linked to.</summary>
    /// <param name="tenant">The directory.</param>
    /// <param name="person">The person's id there.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The caller as it was when the link was made, or null.</returns>
    public async Task<Caller?> FindAsync(string tenant, string person, CancellationToken cancellationToken)
    {
        var key = Key(tenant, person);
        var caller = await database.ReadAsync(c => c.QuerySingleOrDefault<string>("SELECT caller FROM teams_people WHERE tenant = @Tenant AND person = @Person", key), cancellationToken);
        return caller is null ? null : JsonSerializer.Deserialize<Caller>(caller, ContractJson.Options);
    }

    /// <summary>Notes that somebody wrote who is not linked.</summary>
    /// <param name="tenant">The directory.</param>
    /// <param name="person">The person's id there.</param>
    /// <param name="name">The person's name.</param>
    /// <param name="email">The person's address, or null.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public Task AskedAsync(string tenant, string person, string name, string? email, CancellationToken cancellationToken)
        => database.WriteAsync(
            t => t.Connection!.Execute(
                """
                INSERT INTO teams_people (tenant, person, name, email, asked_at) VALUES (@tenant, @person, @name, @email, @At)
                ON CONFLICT (tenant, person) DO UPDATE SET name = excluded.name, email = COALESCE(excluded.email, teams_people.email)
                """,
                new { tenant = StorableText.Of(Low(tenant)), person = StorableText.Of(Low(person)), name = StorableText.Of(name), email = email is null ? null : StorableText.Of(email), At = Now() },
                t),
            cancellationToken);

    /// <summary>Links a person who wrote before.</summary>
    /// <param name="tenant">The directory.</param>
    /// <param name="person">The person's id there.</param>
    /// <param name="caller">Whom to.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>False when nobody of that id ever wrote.</returns>
    public Task<bool> LinkAsync(string tenant, string person, Caller caller, string by, CancellationToken cancellationToken)
        => database.WriteAsync(
            t => t.Connection!.Execute(
                "UPDATE teams_people SET caller = @Caller, linked_at = @At, linked_by = @by WHERE tenant = @tenant AND person = @person",
                new { tenant = StorableText.Of(Low(tenant)), person = StorableText.Of(Low(person)), Caller = JsonSerializer.Serialize(caller, ContractJson.Options), At = Now(), by },
                t) == 1,
            cancellationToken);

    /// <summary>Forgets a person.</summary>
    /// <param name="tenant">The directory.</param>
    /// <param name="person">The person's id there.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>False when there was none.</returns>
    public Task<bool> ForgetAsync(string tenant, string person, CancellationToken cancellationToken)
        => database.WriteAsync(t => t.Connection!.Execute("DELETE FROM teams_people WHERE tenant = @Tenant AND person = @Person", Key(tenant, person), t) == 1, cancellationToken);

    /// <summary>Lists everybody who wrote, those who wait first.</summary>
    /// <param name="match">Finds whom an address belongs to.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>At most 500 people.</returns>
    public Task<IReadOnlyList<TeamsPerson>> ListAsync(Func<string, string?> match, CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<TeamsPerson>>(
            connection =>
            [
                .. connection.Query<Row>($"SELECT {Columns} FROM teams_people ORDER BY CASE WHEN caller IS NULL THEN 0 ELSE 1 END, asked_at DESC, person LIMIT {ListLength}")
                    .Select(row => row.ToPerson(match)),
            ],
            cancellationToken);

    /// <summary>Finds one who wrote.</summary>
    /// <param name="tenant">The directory.</param>
    /// <param name="person">The person's id there.</param>
    /// <param name="match">Finds whom an address belongs to.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The person, or null.</returns>
    public Task<TeamsPerson?> ShowAsync(string tenant, string person, Func<string, string?> match, CancellationToken cancellationToken)
        => database.ReadAsync(
            c => c.QuerySingleOrDefault<Row>($"SELECT {Columns} FROM teams_people WHERE tenant = @Tenant AND person = @Person", Key(tenant, person))?.ToPerson(match),
            cancellationToken);

    /// <summary>Keeps an invitation; those that have lapsed go.</summary>
    /// <param name="codeHash">The hash of its code.</param>
    /// <param name="caller">Whom it is for.</param>
    /// <param name="expiresAt">When it lapses.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public Task InviteAsync(string codeHash, Caller caller, DateTimeOffset expiresAt, CancellationToken cancellationToken)
        => database.WriteAsync(
            t =>
            {
                t.Connection!.Execute("DELETE FROM teams_invitations WHERE expires_at < @Now", new { Now = Now() }, t);
                return t.Connection!.Execute(
                    "INSERT INTO teams_invitations (code, caller, expires_at) VALUES (@codeHash, @Caller, @At)",
                    new { codeHash, Caller = JsonSerializer.Serialize(caller, ContractJson.Options), At = Text(expiresAt) },
                    t);
            },
            cancellationToken);

    /// <summary>Uses an invitation up.</summary>
    /// <param name="codeHash">The hash of its code.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Whom it was for, or null when there is none, or no longer.</returns>
    public async Task<Caller?> RedeemAsync(string codeHash, CancellationToken cancellationToken)
    {
        var caller = await database.WriteAsync(
            t =>
            {
                var row = new { codeHash, Now = Now() };
                var found = t.Connection!.QuerySingleOrDefault<string>("SELECT caller FROM teams_invitations WHERE code = @codeHash AND expires_at >= @Now", row, t);
                t.Connection!.Execute("DELETE FROM teams_invitations WHERE code = @codeHash", row, t);
                return found;
            },
            cancellationToken);
        return caller is null ? null : JsonSerializer.Deserialize<Caller>(caller, ContractJson.Options);
    }

    private static object Key(string tenant, string person) => new { Tenant = StorableText.Of(Low(tenant)), Person = StorableText.Of(Low(person)) };

    private static string Low(string id) => id.ToLowerInvariant();

    private static string Text(DateTimeOffset at) => at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private string Now() => Text(time.GetUtcNow());

    private sealed record Row
    {
        public required string Tenant { get; init; }

        public required string Person { get; init; }

        public required string Name { get; init; }

        public string? Email { get; init; }

        public string? Caller { get; init; }

        public required string AskedAt { get; init; }

        public string? LinkedAt { get; init; }

        public string? LinkedBy { get; init; }

        public TeamsPerson ToPerson(Func<string, string?> match) => new(
            Tenant,
            Person,
            Name,
            Email,
            Caller is null ? null : JsonSerializer.Deserialize<Caller>(Caller, ContractJson.Options)!.Id,
            Email is null ? null : match(Email),
            DateTimeOffset.Parse(AskedAt, CultureInfo.InvariantCulture),
            LinkedAt is null ? null : DateTimeOffset.Parse(LinkedAt, CultureInfo.InvariantCulture),
            LinkedBy);
    }
}
