using Copilot.Contracts;

namespace Copilot.Host.Storage;

/// <summary>The roster of the embedded store: a file for each process, locked as long as the process lives.</summary>
/// <remarks>The lock ends with the process however it ends, <c>kill -9</c> included, so the dead can be told from the living.</remarks>
/// <param name="dataFolder">The store's folder.</param>
internal sealed class NodeFiles(string dataFolder) : INodes, IDisposable
{
    private readonly Lock _gate = new();
    private readonly string _folder = Path.Combine(dataFolder, "nodes");
    private readonly string _name = ProcessName.Create();
    private FileStream? _held;

    /// <summary>Gets the file that is locked while the store moves elsewhere: whoever enters then is sent away.</summary>
    /// <param name="dataFolder">The store's folder.</param>
    /// <returns>Its path.</returns>
    public static string MovingFile(string dataFolder) => Path.Combine(dataFolder, "moving.lock");

    /// <summary>Sends away who would use a store that moves.</summary>
    /// <param name="dataFolder">The store's folder.</param>
    /// <exception cref="CopilotException">It is being moved right now.</exception>
    public static void RefuseMoving(string dataFolder)
    {
        if (IsLocked(MovingFile(dataFolder)))
        {
            throw new CopilotException($"The store in {dataFolder} is being moved to PostgreSQL right now. Wait until copilot migrate is done, then set Copilot__Store.");
        }
    }

    /// <inheritdoc/>
    public ValueTask<string> EnterAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_held is null)
            {
                Directory.CreateDirectory(_folder);
                _held = new FileStream(FileOf(_name), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);

                // In this order: whoever moves the store locks first and looks for processes then, so one of the two sees the other.
                try
                {
                    RefuseMoving(dataFolder);
                }
                catch
                {
                    Leave();
                    throw;
                }
            }
        }

        return ValueTask.FromResult(_name);
    }

    /// <inheritdoc/>
    public Task<IReadOnlySet<string>> GoneAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlySet<string>>(names.Where(name => name != _name && !IsLocked(FileOf(name))).ToHashSet());

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> DiedAsync(CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<string>>([.. Names().Where(name => !IsLocked(FileOf(name)))]);

    /// <inheritdoc/>
    public Task ForgetAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        foreach (var file in names.Select(FileOf).Where(file => !IsLocked(file)))
        {
            File.Delete(file);
        }

        return Task.CompletedTask;
    }

    /// <summary>Lists the other processes that work on the store now.</summary>
    /// <returns>Their names.</returns>
    public IReadOnlyList<string> Others() => [.. Names().Where(name => IsLocked(FileOf(name)))];

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            Leave();
        }
    }

    private static bool IsLocked(string file)
    {
        try
        {
            using (new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            {
            }

            return false;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private void Leave()
    {
        if (_held is not null)
        {
            _held.Dispose();
            _held = null;
            File.Delete(FileOf(_name));
        }
    }

    private IEnumerable<string> Names()
        => Directory.Exists(_folder)
            ? Directory.EnumerateFiles(_folder).Where(file => file != FileOf(_name)).Select(file => Path.GetFileName(file).Replace('_', '/'))
            : [];

    private string FileOf(string name) => Path.Combine(_folder, Path.GetFileName(name.Replace('/', '_')));
}
