using System.Diagnostics;
using System.Globalization;

namespace Copilot.Knowledge.Ingestion;

/// <summary>Where files lie while they are worked on. What a process left behind that is no more is removed by the next.</summary>
internal sealed class WorkFolder(string root)
{
    /// <summary>Opens an empty folder, removed with all it holds when it is disposed.</summary>
    public Room Open()
    {
        var path = Path.Combine(root, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Guid.NewGuid():N}"));
        Directory.CreateDirectory(path);
        return new Room(path);
    }

    /// <summary>Removes what dead processes left behind.</summary>
    public void Sweep()
    {
        foreach (var left in Directory.Exists(root) ? Directory.EnumerateDirectories(root) : [])
        {
            if (int.TryParse(Path.GetFileName(left).Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var process) && !IsAlive(process))
            {
                Directory.Delete(left, recursive: true);
            }
        }
    }

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>A folder of its own.</summary>
    /// <param name="path">Where it is.</param>
    internal sealed class Room(string path) : IDisposable
    {
        /// <summary>Gets where it is.</summary>
        public string Path => path;

        /// <inheritdoc/>
        public void Dispose()
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
        }
    }
}
