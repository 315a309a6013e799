namespace Copilot.Testing.Service;

/// <summary>A folder that is gone afterwards.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Gets its path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("copilot-proof-").FullName;

    /// <summary>Gets the path of a file or folder in it.</summary>
    public string Join(string name) => System.IO.Path.Combine(Path, name);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
