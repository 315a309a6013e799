namespace Copilot.Documents.Programs;

/// <summary>A folder for the work files of one reading, removed with all that is in it.</summary>
internal sealed class WorkFolder : IDisposable
{
    /// <summary>Creates the folder.</summary>
    /// <param name="parent">The folder it is created in.</param>
    public WorkFolder(string parent)
    {
        Directory.CreateDirectory(parent);
        Path = System.IO.Path.Combine(System.IO.Path.GetFullPath(parent), "copilot-read-" + Guid.NewGuid().ToString("n"));
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path);
        }
        else
        {
            // Others on the machine have no business in the pages of a contract.
            Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Gets its full path.</summary>
    public string Path { get; }

    /// <summary>Gets the path of a file in it.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
