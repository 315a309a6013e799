using Copilot.Contracts;
using Copilot.Knowledge.Ingestion.Reading;

namespace Copilot.Knowledge.Ingestion;

/// <summary>Where labels are written: at the top of texts, and in a file beside a document that has no place for one (<c>terms.pdf.yaml</c>).</summary>
internal static class LabelFiles
{
    private const string Suffix = ".yaml";
    private const int Largest = 16 * 1024;

    /// <summary>Says whether a file of this name may carry front matter.</summary>
    public static bool HasFrontMatter(string name) => Path.GetExtension(name).ToLowerInvariant() is ".md" or ".markdown" or ".txt" or ".text";

    /// <summary>Says whether a file is the label of another one.</summary>
    public static bool IsLabel(string path) => path.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) && File.Exists(path[..^Suffix.Length]);

    /// <summary>Reads the front matter of a text, or null.</summary>
    /// <exception cref="CopilotException">It is not text, or the front matter is never closed.</exception>
    public static async Task<string?> FrontMatterAsync(string path, CancellationToken cancellationToken)
    {
        var file = await TextFile.OpenAsync(path, cancellationToken);
        await foreach (var run in file.RunsAsync(cancellationToken))
        {
            return FrontMatter.Of(run).Yaml;
        }

        return null;
    }

    /// <summary>Reads the label file beside a document, or null.</summary>
    /// <exception cref="CopilotException">It is too large.</exception>
    public static async Task<string?> SidecarAsync(string path, CancellationToken cancellationToken)
    {
        var file = new FileInfo(path + Suffix);
        return !file.Exists ? null
            : file.Length > Largest ? throw new CopilotException($"the label file {file.Name} is larger than 16 KB; it holds \"key: value\" lines only.")
            : await File.ReadAllTextAsync(file.FullName, cancellationToken);
    }
}
