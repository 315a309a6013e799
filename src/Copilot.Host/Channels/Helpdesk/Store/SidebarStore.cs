using System.Globalization;
using Copilot.Contracts;
using Copilot.Host.Storage;
using Dapper;

namespace Copilot.Host.Channels.Helpdesk.Store;

/// <summary>Which tokens were used, and the keys that Odoo handed over, sealed. Shared by all nodes.</summary>
internal sealed class SidebarStore(IStoreDatabase database, TimeProvider time)
{
    private const string First = """
        CREATE TABLE sidebar_taken (
            token {key} NOT NULL PRIMARY KEY,
            lapses_at {key} NOT NULL
        );
        CREATE INDEX sidebar_taken_by_time ON sidebar_taken (lapses_at);
        CREATE TABLE sidebar_account (
            tenant {key} NOT NULL,
            caller {key} NOT NULL,
            login TEXT NOT NULL,
            sealed TEXT NOT NULL,
            expires_at {key} NOT NULL,
            PRIMARY KEY (tenant, caller)
        );
        """;

    /// <summary>Gets the tables. Neither moves to another store: tokens last a minute, keys half a day, and what seals them stays behind.</summary>
    public static IReadOnlyList<SchemaStep> Steps { get; } =
    [
        new("sidebar", 1, First.Replace("{key}", "TEXT", StringComparison.Ordinal)) { PostgreSql = First.Replace("{key}", "TEXT COLLATE \"C\"", StringComparison.Ordinal) },
    ];

    /// <summary>Notes that a token is used.</summary>
    /// <param name="token">The token's id.</param>
    /// <param name="lapsesAt">When nobody would take it any more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>False when it was used before, here or on another node.</returns>
    public Task<bool> TakeAsync(string token, DateTimeOffset lapsesAt, CancellationToken cancellationToken)
    {
        var row = new { token = StorableText.Of(token), At = Text(lapsesAt), Now = Text(time.GetUtcNow()) };
        return database.WriteAsync(
            t =>
            {
                t.Connection!.Execute("DELETE FROM sidebar_taken WHERE lapses_at < @Now", row, t);
                return t.Connection!.Execute("INSERT INTO sidebar_taken (token, lapses_at) VALUES (@token, @At) ON CONFLICT (token) DO NOTHING", row, t) == 1;
            },
            cancellationToken);
    }

    /// <summary>Keeps the key that was handed over for a caller, in place of the one before; lapsed ones of others go.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="login">The login it belongs to.</param>
    /// <param name="secret">The key, sealed.</param>
    /// <param name="expiresAt">When it lapses.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public Task KeepAsync(Caller caller, string login, string secret, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        var row = new { caller.Tenant, caller.Id, Login = StorableText.Of(login), Secret = secret, At = Text(expiresAt), Now = Text(time.GetUtcNow()) };
        return database.WriteAsync(
            t =>
            {
                t.Connection!.Execute("DELETE FROM sidebar_account WHERE expires_at < @Now", row, t);
                return t.Connection!.Execute(
                    """
                    INSERT INTO sidebar_account (tenant, caller, login, sealed, expires_at) VALUES (@Tenant, @Id, @Login, @Secret, @At)
                    ON CONFLICT (tenant, caller) DO UPDATE SET login = excluded.login, sealed = excluded.sealed, expires_at = excluded.expires_at
                    """,
                    row,
                    t);
            },
            cancellationToken);
    }

    /// <summary>Finds the key that was handed over for a caller.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Login and sealed key, or null when there is none, or none any more.</returns>
    public async Task<(string Login, string Sealed)?> FindAsync(Caller caller, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            c => c.QuerySingleOrDefault<Row>(
                "SELECT login AS Login, sealed AS Sealed FROM sidebar_account WHERE tenant = @Tenant AND caller = @Id AND expires_at > @Now",
                new { caller.Tenant, caller.Id, Now = Text(time.GetUtcNow()) }),
            cancellationToken);
        return row is null ? null : (row.Login, row.Sealed);
    }

    private static string Text(DateTimeOffset at) => at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private sealed record Row
    {
        public string Login { get; init; } = string.Empty;

        public string Sealed { get; init; } = string.Empty;
    }
}
