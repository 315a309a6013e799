using Copilot.Contracts;

namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>
/// Tells the writers that live from those that died in the middle: each open store that writes holds a lock on a small file beside the database, which
/// the system gives up when its process ends, however it ends. No clock is needed.
/// </summary>
internal sealed class WriterMark : IDisposable
{
    private const string Infix = ".writer-";

    private readonly FileStream _lock;

    private WriterMark(string name, FileStream held) => (Name, _lock) = (name, held);

    /// <summary>Gets the mark's name, which goes with what is being written.</summary>
    public string Name { get; }

    /// <summary>Takes a new mark.</summary>
    public static WriterMark Take(string database)
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            var name = Guid.NewGuid().ToString("N");
            if (TryHold(PathOf(database, name), FileMode.CreateNew) is { } held)
            {
                // Another process that saw the file before it was locked may have swept it away.
                if (File.Exists(held.Name))
                {
                    return new WriterMark(name, held);
                }

                held.Dispose();
            }
        }

        throw new CopilotException($"Files can't be locked in {Path.GetDirectoryName(database)}; the folder must be on a disk of this machine that may be written to.");
    }

    /// <summary>Says whether the writer of a mark still lives.</summary>
    public static bool Lives(string database, string name)
    {
        var path = PathOf(database, name);
        if (!File.Exists(path))
        {
            return false;
        }

        using var held = TryHold(path, FileMode.Open);
        return held is null && File.Exists(path);
    }

    /// <summary>Removes the marks of writers that died.</summary>
    public static void Sweep(string database)
    {
        foreach (var path in Directory.EnumerateFiles(Path.GetDirectoryName(database)!, Path.GetFileName(database) + Infix + "*"))
        {
            if (TryHold(path, FileMode.Open) is { } held)
            {
                held.Dispose();
                File.Delete(path);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _lock.Dispose();
        File.Delete(_lock.Name);
    }

    private static string PathOf(string database, string name) => database + Infix + name;

    private static FileStream? TryHold(string path, FileMode mode)
    {
        try
        {
            return new FileStream(path, mode, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            // Held by its writer, or gone.
            return null;
        }
    }
}
