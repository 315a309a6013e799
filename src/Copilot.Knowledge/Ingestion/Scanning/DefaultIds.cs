namespace Copilot.Knowledge.Ingestion;

/// <summary>Gives files ids from their names before anything is read, so that the same files get the same ids whoever reads them first.</summary>
internal sealed class DefaultIds(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = [.. taken];

    /// <summary>Gets an id: the file's name, with as much of its path as tells it apart from others.</summary>
    public string Of(string path)
    {
        var (name, file, folder) = (Path.GetFileNameWithoutExtension(path), Path.GetFileName(path), Path.GetFileName(Path.GetDirectoryName(path)));
        return new[] { name, $"{folder}/{name}", $"{folder}/{file}", path }.First(id => _taken.Add(id) || id == path);
    }
}
