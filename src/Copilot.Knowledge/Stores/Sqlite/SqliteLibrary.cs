using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>
/// Chooses the SQLite library once a process: the system's own, which gets security updates, else the one in the package. Every room that opens
/// SQLite asks here first: a process that mixed the two would crash.
/// </summary>
public static class SqliteLibrary
{
    private static readonly Lazy<bool> Ready = new(Load);

    /// <summary>Makes SQLite usable; cheap after the first call.</summary>
    public static void Use() => _ = Ready.Value;

    private static bool Load()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        Batteries_V2.Init();
        return true;
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
        => name == "e_sqlite3" && NativeLibrary.TryLoad("libsqlite3.so.0", out var handle) ? handle : 0;
}
