using System.Globalization;
using Copilot.Contracts;
using Npgsql;

namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>Brings a database to the shape this program needs; of several programs that start at once, one does it and the others wait.</summary>
internal static class PostgresMigration
{
    private const long OneAtATime = 7_205_759_403_792_793;
    private static readonly Version Oldest = new(0, 5);

    /// <summary>Brings the schema and the extension about.</summary>
    /// <returns>What was found.</returns>
    /// <exception cref="CopilotException">The extension is missing, too old or not allowed, or the tables belong to a newer program.</exception>
    public static async Task<PostgresShape> RunAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        var session = new PostgresSession(connection);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await session.RunAsync("select pg_advisory_xact_lock(@one)", [("one", OneAtATime)], cancellationToken);
        var shape = await ExtensionAsync(session, connection, cancellationToken);
        if (await session.ScalarAsync<bool>("select exists (select 1 from pg_namespace where nspname = @schema)", [("schema", schema)], cancellationToken) != true)
        {
            await session.RunAsync($"create schema \"{schema}\"", [], cancellationToken);
        }

        await session.RunAsync($"set local search_path to \"{schema}\", \"{shape.VectorSchema}\"", [], cancellationToken);
        await session.RunAsync($"create table if not exists \"{schema}\".step(number integer primary key, done timestamptz not null default now())", [], cancellationToken);
        var done = await session.ScalarAsync<int>("select coalesce(max(number), 0) from step", [], cancellationToken) ?? 0;
        var steps = PostgresKnowledgeSchema.Steps;
        if (done > steps.Count)
        {
            throw new CopilotException($"The library in database {connection.Database} was written by a newer version (step {done}; this one knows {steps.Count}); start that version, or restore a backup of before.");
        }

        for (var number = done + 1; number <= steps.Count; number++)
        {
            await session.RunAsync(steps[number - 1], [], cancellationToken);
            await session.RunAsync("insert into step(number) values(@number)", [("number", number)], cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return shape;
    }

    private static async Task<PostgresShape> ExtensionAsync(PostgresSession session, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (await InstalledAsync(session, cancellationToken) is not { } shape)
        {
            var available = await session.ScalarAsync<bool>("select exists (select 1 from pg_available_extensions where name = 'vector')", [], cancellationToken);
            var major = connection.PostgreSqlVersion.Major.ToString(CultureInfo.InvariantCulture);
            if (available != true)
            {
                throw new CopilotException(
                    $"PostgreSQL on {connection.Host}:{connection.Port} has no pgvector: install postgresql-{major}-pgvector (Debian, Ubuntu) or pgvector_{major} (Red Hat) on the server, or run it from the image pgvector/pgvector:pg{major}; then start again.");
            }

            try
            {
                await session.RunAsync("create extension if not exists vector", [], cancellationToken);
            }
            catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                throw new CopilotException($"User '{connection.UserName}' may not add pgvector to database {connection.Database}: let a superuser run CREATE EXTENSION vector; there once, then start again.", refused);
            }

            shape = (await InstalledAsync(session, cancellationToken))!;
        }

        return shape.Vector >= Oldest
            ? shape
            : throw new CopilotException($"Database {connection.Database} has pgvector {shape.Vector}, and {Oldest} or newer is needed: update its package on the server, let a superuser run ALTER EXTENSION vector UPDATE; and start again.");
    }

    private static async Task<PostgresShape?> InstalledAsync(PostgresSession session, CancellationToken cancellationToken)
        => await session.RowsAsync(
            "select n.nspname, e.extversion from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'vector'",
            r => new PostgresShape(r.GetString(0), Version.Parse(r.GetString(1))),
            [],
            cancellationToken) is [var found] ? found : null;
}
