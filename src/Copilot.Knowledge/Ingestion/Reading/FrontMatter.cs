using Copilot.Contracts;

namespace Copilot.Knowledge.Ingestion.Reading;

/// <summary>Separates a file's front matter from its text.</summary>
/// <param name="Yaml">The lines between the fences, or null when the file has none.</param>
/// <param name="Body">The text behind it.</param>
internal sealed record FrontMatter(string? Yaml, string Body)
{
    private const int Largest = 16 * 1024;

    /// <summary>Splits a text whose lines end in \n.</summary>
    /// <exception cref="CopilotException">The opening fence is never closed, or the block is too large.</exception>
    public static FrontMatter Of(string text)
    {
        if (!text.StartsWith("---\n", StringComparison.Ordinal))
        {
            return new FrontMatter(null, text);
        }

        for (var at = 4; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            var line = (end < 0 ? text[at..] : text[at..end]).TrimEnd();
            if (line is "---" or "...")
            {
                return new FrontMatter(text[4..at], end < 0 ? string.Empty : text[(end + 1)..].TrimStart('\n'));
            }

            if (end < 0 || end > Largest)
            {
                break;
            }

            at = end + 1;
        }

        // A document may begin with a horizontal rule; a first line "key: value" below it says that front matter was meant.
        var first = text[4..Math.Max(4, text.IndexOf('\n', 4))];
        return first.Contains(':', StringComparison.Ordinal)
            ? throw new CopilotException("line 1: the front matter opened with \"---\" is not closed within 16 KB; put a line \"---\" after its last entry.")
            : new FrontMatter(null, text);
    }
}
