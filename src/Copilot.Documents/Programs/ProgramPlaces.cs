using System.Collections.Concurrent;

namespace Copilot.Documents.Programs;

/// <summary>Finds programs on the search path. What was found is remembered; what was not is looked for again, so that installing it is enough.</summary>
/// <param name="folders">The folders to look in, in order.</param>
internal sealed class ProgramPlaces(IReadOnlyList<string> folders)
{
    private readonly ConcurrentDictionary<string, string> _found = new(StringComparer.Ordinal);

    /// <summary>Creates the finder with the folders of this process's <c>PATH</c> and the usual ones after them.</summary>
    public static ProgramPlaces OfProcess()
        => new([.. (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Where(Path.IsPathFullyQualified).Union(["/usr/local/bin", "/usr/bin", "/bin"])]);

    /// <summary>Finds a program.</summary>
    /// <returns>Its full path, or null.</returns>
    public string? Find(string program)
    {
        if (_found.TryGetValue(program, out var known) && File.Exists(known))
        {
            return known;
        }

        var path = folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        if (path is not null)
        {
            _found[program] = path;
        }

        return path;
    }
}
