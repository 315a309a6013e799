using System.Collections.Concurrent;
using Copilot.Sandbox.Schema;

namespace Copilot.Sandbox.Store;

/// <summary>
/// The practice company's records in memory. Many readers work side by side, a writer alone; a call that fails leaves nothing
/// behind, as a transaction would.
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly Dictionary<string, Table> tables;
    private readonly ReaderWriterLockSlim gate = new();
    private readonly ConcurrentDictionary<string, object> derived = new(StringComparer.Ordinal);

    public Database(ModelCatalog catalog)
    {
        Catalog = catalog;
        tables = catalog.Models.ToDictionary(m => m.Name, m => new Table(m, this), StringComparer.Ordinal);
    }

    public ModelCatalog Catalog { get; }

    /// <summary>How to take back what the running call changed, or null while nothing is recorded.</summary>
    public List<Action>? Journal { get; private set; }

    public Table this[string model] => tables[model];

    public Table this[Model model] => tables[model.Name];

    /// <summary>What was worked out from all records; forgotten when one changes.</summary>
    public T Derived<T>(string key, Func<T> work)
        where T : class
    {
        if (Journal is not null)
        {
            return work();
        }

        return (T)derived.GetOrAdd(key, _ => work());
    }

    public T Read<T>(Func<T> work)
    {
        gate.EnterReadLock();
        try
        {
            return work();
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    /// <summary>Runs a call that changes records; when it throws, the changes are taken back in reverse order.</summary>
    public T Write<T>(Func<T> work)
    {
        gate.EnterWriteLock();
        var journal = new List<Action>();
        Journal = journal;
        var done = false;
        try
        {
            var result = work();
            done = true;
            return result;
        }
        finally
        {
            Journal = null;
            derived.Clear();
            for (var i = journal.Count - 1; !done && i >= 0; i--)
            {
                journal[i]();
            }

            gate.ExitWriteLock();
        }
    }

    public void Dispose() => gate.Dispose();
}
