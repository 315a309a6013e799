using System.Globalization;
using System.Text.Json;
using Copilot.Contracts;
using Dapper;

namespace Copilot.Host.Identity.Accounts;

/// <summary>Linked accounts, one a person. The secret comes in and goes out sealed; this table could be read by anybody and open nothing.</summary>
internal sealed class AccountLinkStore(IStoreDatabase database)
{
    /// <summary>Gets the table. It does not move to another store: what seals the secrets stays behind, so people link anew.</summary>
    public static IReadOnlyList<SchemaStep> Steps { get; } =
    [
        new("account-links", 1, """
            CREATE TABLE account_link (
                tenant text NOT NULL,
                caller text NOT NULL,
                login text NOT NULL,
                name text NOT NULL,
                companies text NOT NULL,
                sealed text NOT NULL,
                linked_at text NOT NULL,
                expires_at text NULL,
                PRIMARY KEY (tenant, caller)
            )
            """)
        {
            PostgreSql = """
                CREATE TABLE account_link (
                    tenant text COLLATE "C" NOT NULL,
                    caller text COLLATE "C" NOT NULL,
                    login text NOT NULL,
                    name text NOT NULL,
                    companies text NOT NULL,
                    sealed text NOT NULL,
                    linked_at text NOT NULL,
                    expires_at text NULL,
                    PRIMARY KEY (tenant, caller)
                )
                """,
        },
    ];

    /// <summary>Finds a caller's link with its sealed secret.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The link, or null.</returns>
    public async Task<(AccountLink Link, string Sealed)?> FindAsync(Caller caller, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            connection => connection.QuerySingleOrDefault<Row>(
                "SELECT login, name, companies, sealed, linked_at AS LinkedAt, expires_at AS ExpiresAt FROM account_link WHERE tenant = @Tenant AND caller = @Id", new { caller.Tenant, caller.Id }),
            cancellationToken);
        return row is null
            ? null
            : (new AccountLink(
                row.Login, row.Name, JsonSerializer.Deserialize<List<CompanyRef>>(row.Companies, ContractJson.Options) ?? [], Moment(row.LinkedAt), row.ExpiresAt is { } at ? Moment(at) : null), row.Sealed);
    }

    /// <summary>Finds who linked an account.</summary>
    /// <param name="login">The login.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The ids of the callers, at most two: more than one is nobody in particular.</returns>
    public async Task<IReadOnlyList<string>> OwnersAsync(string login, CancellationToken cancellationToken)
        => await database.ReadAsync(
            connection => connection.Query<string>("SELECT caller FROM account_link WHERE lower(login) = lower(@login) ORDER BY caller LIMIT 2", new { login }).ToList(),
            cancellationToken);

    /// <summary>Keeps a link in place of the one there was.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="link">What its owner may see.</param>
    /// <param name="secret">The sealed secret.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>A task.</returns>
    public Task KeepAsync(Caller caller, AccountLink link, string secret, CancellationToken cancellationToken)
        => database.WriteAsync(
            transaction => transaction.Connection!.Execute(
                """
                INSERT INTO account_link (tenant, caller, login, name, companies, sealed, linked_at, expires_at)
                VALUES (@Tenant, @Id, @Login, @Name, @Companies, @Secret, @LinkedAt, @ExpiresAt)
                ON CONFLICT (tenant, caller) DO UPDATE SET login = excluded.login, name = excluded.name, companies = excluded.companies,
                    sealed = excluded.sealed, linked_at = excluded.linked_at, expires_at = excluded.expires_at
                """,
                new
                {
                    caller.Tenant,
                    caller.Id,
                    link.Login,
                    link.Name,
                    Companies = JsonSerializer.Serialize(link.Companies, ContractJson.Options),
                    Secret = secret,
                    LinkedAt = Text(link.LinkedAt),
                    ExpiresAt = link.ExpiresAt is { } at ? Text(at) : null,
                },
                transaction),
            cancellationToken);

    /// <summary>Removes a link.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RemoveAsync(Caller caller, CancellationToken cancellationToken)
        => await database.WriteAsync(
            transaction => transaction.Connection!.Execute("DELETE FROM account_link WHERE tenant = @Tenant AND caller = @Id", new { caller.Tenant, caller.Id }, transaction), cancellationToken) > 0;

    private static string Text(DateTimeOffset moment) => moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    private sealed record Row
    {
        public string Login { get; init; } = string.Empty;

        public string Name { get; init; } = string.Empty;

        public string Companies { get; init; } = string.Empty;

        public string Sealed { get; init; } = string.Empty;

        public string LinkedAt { get; init; } = string.Empty;

        public string? ExpiresAt { get; init; }
    }
}
