using System.Collections.Concurrent;
using System.Text.Json;

namespace Copilot.Knowledge.Ingestion;

/// <summary>How files looked when they were put into the queue last, so that a watched folder is not read again for each change in it.</summary>
internal sealed class SeenFiles
{
    private readonly ConcurrentDictionary<string, (FileStamp File, FileStamp Label, string Rule)> _seen = new(StringComparer.Ordinal);

    /// <summary>Notes a file and says whether it looks otherwise than before, or its rule does.</summary>
    public bool IsNew(FoundFile file)
    {
        var look = (FileStamp.Of(file.Path), FileStamp.Of(file.Path + ".yaml"), JsonSerializer.Serialize(file.Rule));
        if (_seen.TryGetValue(file.Path, out var before) && before == look)
        {
            return false;
        }

        _seen[file.Path] = look;
        return true;
    }

    /// <summary>Forgets everything: the next look is at all files.</summary>
    public void Clear() => _seen.Clear();
}
