using System.Collections.Frozen;

namespace Copilot.Knowledge.Ingestion;

/// <summary>Finds the files of a folder that can be read, without leaving the folder.</summary>
internal static class SourceFiles
{
    private static readonly FrozenSet<string> Markdown = new[] { ".md", ".markdown" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Plain = new[] { ".txt", ".text" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Says whether the file is Markdown.</summary>
    public static bool IsMarkdown(string path) => Markdown.Contains(Path.GetExtension(path));

    /// <summary>Says whether the file is of a kind that can be read.</summary>
    public static bool IsReadable(string path) => IsMarkdown(path) || Plain.Contains(Path.GetExtension(path));

    /// <summary>Lists the readable files of a folder and below it, in a stable order. Links are not followed: they could lead anywhere; hidden files are left alone.</summary>
    public static IReadOnlyList<string> In(string folder)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
            IgnoreInaccessible = true,
            MaxRecursionDepth = 32,
        };
        return [.. Directory.EnumerateFiles(folder, "*", options).Where(IsReadable).Order(StringComparer.Ordinal)];
    }
}
