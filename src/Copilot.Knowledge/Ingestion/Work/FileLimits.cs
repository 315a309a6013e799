using Copilot.Contracts;

namespace Copilot.Knowledge.Ingestion;

/// <summary>How large and how deep a file may be.</summary>
internal static class FileLimits
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Refuses a file that is too large for its format: Markdown is parsed whole in memory, the others are read part by part.</summary>
    /// <exception cref="CopilotException">It is.</exception>
    public static void Check(string path, string format, KnowledgeOptions options)
    {
        var limit = format == "markdown" ? options.LargestMarkdownMegabytes : options.LargestFileMegabytes;
        if (new FileInfo(path).Length > limit * Megabyte)
        {
            throw new CopilotException($"the file is larger than {limit} MB; split it into parts.");
        }
    }
}
