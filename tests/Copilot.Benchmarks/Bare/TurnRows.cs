using Copilot.Contracts;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Benchmarks.Bare;

/// <summary>The texts one turn left in the store.</summary>
internal sealed record TurnRows(string Question, string Turn, string Evidence, string Started, string Finished)
{
    public static Task<TurnRows> ReadAsync(IServiceProvider services, string turnId, CancellationToken cancellationToken)
        => services.GetRequiredService<IStoreDatabase>().ReadAsync(
            connection =>
            {
                using var command = ((SqliteConnection)connection).CreateCommand();
                command.CommandText = """
                    SELECT question, turn, evidence,
                        (SELECT content FROM audit_entry WHERE turn_id = $id AND kind = 'turn_started'),
                        (SELECT content FROM audit_entry WHERE turn_id = $id AND kind = 'turn_finished')
                    FROM turns WHERE id = $id
                    """;
                command.Parameters.AddWithValue("$id", turnId);
                using var row = command.ExecuteReader();
                return row.Read()
                    ? new TurnRows(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4))
                    : throw new InvalidOperationException("The turn left no row.");
            },
            cancellationToken);
}
