namespace Copilot.Host.Storage;

/// <summary>Shows to other processes on the same store that this one lives: a file that is locked as long as it does.</summary>
/// <remarks>The lock ends with the process however it ends, <c>kill -9</c> included, so turns of the dead can be told from turns of the living.</remarks>
internal sealed class NodeMark : IDisposable
{
    private readonly string _folder;
    private readonly FileStream _held;

    /// <summary>Locks a new file.</summary>
    /// <param name="dataFolder">The store's folder.</param>
    public NodeMark(string dataFolder)
    {
        _folder = Path.Combine(dataFolder, "nodes");
        Directory.CreateDirectory(_folder);
        Id = Guid.CreateVersion7().ToString("N");
        _held = new FileStream(FileOf(Id), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>Gets this process's id in the store.</summary>
    public string Id { get; }

    /// <summary>Says whether a process still runs.</summary>
    /// <param name="id">Its id in the store.</param>
    /// <returns>True while it runs.</returns>
    public bool Lives(string id)
    {
        if (id == Id)
        {
            return true;
        }

        var file = FileOf(id);
        if (!File.Exists(file))
        {
            return false;
        }

        try
        {
            using (new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            {
            }

            File.Delete(file);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _held.Dispose();
        File.Delete(FileOf(Id));
    }

    private string FileOf(string id) => Path.Combine(_folder, Path.GetFileName(id));
}
