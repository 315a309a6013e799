using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Copilot.Host.Storage;

/// <summary>Chooses the SQLite library once a process: the system's own, which gets security updates, else the one in the package.</summary>
internal static class SqliteEngine
{
    private static readonly Lazy<bool> Ready = new(Load);

    /// <summary>Makes SQLite usable; cheap after the first call.</summary>
    public static void Use() => _ = Ready.Value;

    private static bool Load()
    {
        try
        {
            NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        }
        catch (InvalidOperationException)
        {
            // Another room has already chosen in this process; its choice stands.
        }

        Batteries_V2.Init();
        return true;
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
        => name == "e_sqlite3" && NativeLibrary.TryLoad("libsqlite3.so.0", out var handle) ? handle : 0;
}
