using System.Text;
using Copilot.Contracts;

namespace Copilot.Documents.Extraction.Edi;

/// <summary>Splits an EDI file into segments.</summary>
internal static class EdiSplitter
{
    private const int MostSegments = 2_000_000;
    private const int LongestElement = 100_000;

    /// <summary>Splits it.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="start">Where its first segment begins.</param>
    /// <param name="marks">The characters that part it.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="CopilotException">It breaks off in the middle of a segment, or is beyond a limit.</exception>
    public static List<EdiSegment> Split(string text, int start, EdiMarks marks, string file, CancellationToken cancellationToken)
    {
        var segments = new List<EdiSegment>();
        var value = new StringBuilder();
        var components = new List<string>();
        var elements = new List<IReadOnlyList<string>>();
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (elements.Count == 0 && components.Count == 0 && value.Length == 0 && c != marks.Terminator && (char.IsWhiteSpace(c) || c == '\uFEFF'))
            {
                continue;
            }

            if (c == marks.Release && i + 1 < text.Length)
            {
                value.Append(text[++i]);
            }
            else if (c == marks.Terminator || c == marks.Element || c == marks.Component)
            {
                components.Add(value.ToString());
                value.Clear();
                if (c != marks.Component)
                {
                    elements.Add([.. components]);
                    components.Clear();
                }

                if (c == marks.Terminator)
                {
                    Add(segments, elements, file, cancellationToken);
                    elements.Clear();
                }
            }
            else if (value.Append(c).Length > LongestElement)
            {
                throw new CopilotException($"\"{file}\": segment {segments.Count + 1} holds a value of more than {LongestElement} characters, so its separators can't be right; ask the sender for it again.");
            }
        }

        if (value.Length > 0 || components.Count > 0 || elements.Count > 0)
        {
            throw new CopilotException($"\"{file}\" breaks off in segment {segments.Count + 1}{(segments.Count > 0 ? $", after {segments[^1].Tag}" : string.Empty)}; ask the sender for the whole file.");
        }

        return segments;
    }

    private static void Add(List<EdiSegment> segments, List<IReadOnlyList<string>> elements, string file, CancellationToken cancellationToken)
    {
        var tag = elements[0][0].Trim();
        if (tag.Length == 0 && elements.Count == 1)
        {
            return;
        }

        if (segments.Count % 4096 == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (segments.Count == MostSegments)
        {
            throw new CopilotException($"\"{file}\" has more than {MostSegments} segments; ask the sender to split it.");
        }

        segments.Add(new EdiSegment(tag, [.. elements.Skip(1)], segments.Count + 1));
    }
}
