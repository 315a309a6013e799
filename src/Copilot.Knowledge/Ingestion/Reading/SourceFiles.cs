namespace Copilot.Knowledge.Ingestion.Reading;

/// <summary>Finds the files of a folder, without leaving the folder.</summary>
internal static class SourceFiles
{
    /// <summary>Lists the files of a folder and below it, in a stable order. Links are not followed: they could lead anywhere; hidden files are left alone.</summary>
    public static IReadOnlyList<string> In(string folder)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
            IgnoreInaccessible = true,
            MaxRecursionDepth = 32,
        };
        return [.. Directory.EnumerateFiles(folder, "*", options).Order(StringComparer.Ordinal)];
    }
}
