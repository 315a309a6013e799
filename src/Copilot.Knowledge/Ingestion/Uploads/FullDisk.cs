using Microsoft.Data.Sqlite;
using Npgsql;

namespace Copilot.Knowledge;

/// <summary>Tells a full disk from other trouble: whoever sends a file can do nothing about it, and an operator can.</summary>
public static class FullDisk
{
    // ENOSPC and EDQUOT, which .NET keeps as they are; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows.
    private static readonly int[] Codes = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];
    private const int SqliteFull = 13;

    /// <summary>Says whether a fault, or one behind it, is that of a full disk: of the files, of SQLite or of PostgreSQL.</summary>
    /// <param name="fault">The fault.</param>
    /// <returns>True when it is.</returns>
    public static bool Is(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            if (fault is SqliteException { SqliteErrorCode: SqliteFull } or PostgresException { SqlState: PostgresErrorCodes.DiskFull } || (fault is IOException && Codes.Contains(fault.HResult)))
            {
                return true;
            }
        }

        return false;
    }
}
