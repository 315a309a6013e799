using Copilot.Governance.Audit;
using Copilot.Host.Storage;
using Microsoft.Data.Sqlite;

namespace Copilot.Benchmarks.Bare;

/// <summary>
/// The rows of one turn in a file of its own beside the real one: same tables, same pragmas, same texts, prepared statements, and nothing else.
/// The yardstick for what the store and the audit trail cost.
/// </summary>
internal sealed class BareStore : IDisposable
{
    private static readonly string NoHash = new('0', 64);

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _conversation;
    private readonly SqliteCommand _turn;
    private readonly SqliteCommand _entry;
    private readonly SqliteCommand _head;
    private readonly SqliteCommand _finish;
    private readonly SqliteCommand _recent;
    private long _seq;

    public BareStore(string folder)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, $"bare-{Guid.NewGuid():N}.db"), Pooling = false }.ToString());
        _connection.Open();
        Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
        foreach (var step in TurnSchemaStore.Steps.Concat(AuditSchemaStore.Steps))
        {
            Run(step.Sql);
        }

        _conversation = Prepare("INSERT INTO conversations VALUES ($id, 'default', 'owner', $text, '2026', '2026')");
        _turn = Prepare("INSERT INTO turns (id, conversation_id, tenant, owner, channel, node, question, state, started_at) VALUES ($id, $id, 'default', 'owner', 'benchmark', 'node', $text, 'running', '2026')");
        _entry = Prepare("INSERT INTO audit_entry VALUES ('default', $seq, '2026', 'turn_finished', $id, $id, 'owner', 'node', $text, $hash, $hash)");
        _head = Prepare("INSERT INTO audit_head VALUES ('default', $seq, $hash, $hash) ON CONFLICT (tenant) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, seal = excluded.seal");
        _finish = Prepare("UPDATE turns SET state = 'finished', turn = $text, evidence = $evidence, memo = '{}' WHERE id = $id");
        _recent = Prepare("SELECT turn, evidence, memo FROM turns WHERE conversation_id = $id AND state = 'finished' ORDER BY started_at DESC LIMIT 5");
    }

    /// <summary>Writes and reads what a turn does: begin, entry, look back, entry, finish. Four durable transactions.</summary>
    public void Turn(TurnRows rows)
    {
        var id = Guid.NewGuid().ToString("N");
        using (var begin = _connection.BeginTransaction(deferred: false))
        {
            Execute(_conversation, begin, id, rows.Question);
            Execute(_turn, begin, id, rows.Question);
            begin.Commit();
        }

        Append(id, rows.Started);
        _recent.Parameters["$id"].Value = id;
        using (var reader = _recent.ExecuteReader())
        {
            reader.Read();
        }

        Append(id, rows.Finished);
        using var finish = _connection.BeginTransaction(deferred: false);
        _finish.Parameters["$evidence"].Value = rows.Evidence;
        Execute(_finish, finish, id, rows.Turn);
        finish.Commit();
    }

    /// <summary>Writes one audit entry and the head: one durable transaction.</summary>
    public void Append(string id, string content)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        _seq++;
        _entry.Parameters["$seq"].Value = _seq;
        _entry.Parameters["$hash"].Value = NoHash;
        _head.Parameters["$seq"].Value = _seq;
        _head.Parameters["$hash"].Value = NoHash;
        Execute(_entry, transaction, id, content);
        _head.Transaction = transaction;
        _head.ExecuteNonQuery();
        transaction.Commit();
    }

    public void Dispose() => _connection.Dispose();

    private static void Execute(SqliteCommand command, SqliteTransaction transaction, string id, string text)
    {
        command.Transaction = transaction;
        command.Parameters["$id"].Value = id;
        command.Parameters["$text"].Value = text;
        command.ExecuteNonQuery();
    }

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in (string[])["$id", "$text", "$seq", "$hash", "$evidence"])
        {
            if (sql.Contains(name, StringComparison.Ordinal))
            {
                command.Parameters.Add(name, name == "$seq" ? SqliteType.Integer : SqliteType.Text).Value = name == "$seq" ? 0 : string.Empty;
            }
        }

        command.Prepare();
        return command;
    }
}
