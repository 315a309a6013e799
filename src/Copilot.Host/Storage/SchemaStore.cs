using System.Security.Cryptography;
using System.Text;
using Copilot.Contracts;
using Dapper;

namespace Copilot.Host.Storage;

/// <summary>Brings the tables of all rooms up to date: numbered steps that only grow, each run once.</summary>
internal sealed class SchemaStore(IStoreDatabase database, IEnumerable<SchemaStep> steps, TimeProvider time)
{
    private const string Table = """
        CREATE TABLE IF NOT EXISTS schema_steps (
            area TEXT NOT NULL,
            number INTEGER NOT NULL,
            hash TEXT NOT NULL,
            applied_at TEXT NOT NULL,
            PRIMARY KEY (area, number)
        )
        """;

    /// <summary>Runs the steps that have not run yet.</summary>
    /// <param name="cancellationToken">Stops between steps.</param>
    /// <returns>How many ran.</returns>
    /// <exception cref="CopilotException">A step that has run was changed, or the numbers of an area have a gap.</exception>
    public async Task<int> ApplyAsync(CancellationToken cancellationToken)
    {
        var ran = 0;
        foreach (var step in InOrder())
        {
            ran += await ApplyAsync(step, cancellationToken);
        }

        return ran;
    }

    private List<SchemaStep> InOrder()
    {
        var ordered = steps.OrderBy(s => s.Area, StringComparer.Ordinal).ThenBy(s => s.Number).ToList();
        foreach (var area in ordered.GroupBy(s => s.Area))
        {
            if (!area.Select(s => s.Number).SequenceEqual(Enumerable.Range(1, area.Count())))
            {
                throw new CopilotException($"The schema steps of '{area.Key}' must be numbered 1, 2, 3 … without gaps; found {string.Join(", ", area.Select(s => s.Number))}.");
            }
        }

        return ordered;
    }

    private Task<int> ApplyAsync(SchemaStep step, CancellationToken cancellationToken)
        => database.WriteAsync(
            transaction =>
            {
                var connection = transaction.Connection!;
                connection.Execute(Table, transaction: transaction);
                var sql = database.Dialect == StoreDialect.PostgreSql ? step.PostgreSql ?? step.Sql : step.Sql;
                var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql.ReplaceLineEndings("\n"))));
                var known = connection.QuerySingleOrDefault<string>(
                    "SELECT hash FROM schema_steps WHERE area = @Area AND number = @Number", new { step.Area, step.Number }, transaction);
                if (known is not null)
                {
                    return known == hash
                        ? 0
                        : throw new CopilotException(
                            $"Schema step {step.Area} {step.Number} has changed since it ran on this store. Steps are append-only: start on an empty store (Copilot__Data or Copilot__Store), or use the version that wrote this one.");
                }

                connection.Execute(sql, transaction: transaction);
                connection.Execute(
                    "INSERT INTO schema_steps (area, number, hash, applied_at) VALUES (@Area, @Number, @Hash, @At)",
                    new { step.Area, step.Number, Hash = hash, At = time.GetUtcNow().ToString("O") },
                    transaction);
                return 1;
            },
            cancellationToken);
}
