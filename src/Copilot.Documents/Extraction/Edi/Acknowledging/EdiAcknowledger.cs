using Copilot.Contracts;

namespace Copilot.Documents.Extraction.Edi.Acknowledging;

/// <summary>Answers X12 and EDIFACT interchanges with what their standards answer them with: which messages are accepted, and which are rejected for which segment. Thread-safe.</summary>
/// <param name="time">The time.</param>
public sealed class EdiAcknowledger(TimeProvider time)
{
    private const int MostControl = 999_999_999;

    /// <summary>Answers each interchange of a file.</summary>
    /// <param name="content">The file. Untrusted.</param>
    /// <param name="file">Its name, for messages and for the names of the answers.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>An answer an interchange; none when the file is no X12 or EDIFACT, or holds only answers itself.</returns>
    /// <exception cref="CopilotException">It is so broken that nobody can be answered: it breaks off inside a segment, or its head can't be read.</exception>
    public IReadOnlyList<Acknowledgement> Acknowledge(byte[] content, string file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (EdiReader.Split(content, file, cancellationToken) is not var (segments, marks, isX12, mark))
        {
            return [];
        }

        var now = time.GetUtcNow();
        var name = Path.GetFileNameWithoutExtension(file);
        var answers = new List<Acknowledgement>();
        var seen = new HashSet<(string?, string?, string?)>();
        foreach (var interchange in Interchanges(segments, isX12 ? "ISA" : "UNB"))
        {
            // Our interchanges are numbered by the second; several of one file go on counting.
            var control = (int)((now.ToUnixTimeSeconds() + answers.Count) % MostControl) + 1;
            var called = answers.Count == 0 ? name : FormattableString.Invariant($"{name}-{answers.Count + 1}");
            var head = interchange[0];
            var isRepeated = !seen.Add(isX12 ? (head.At(6), head.At(8), head.At(13)) : (head.At(2), head.At(3), head.At(5)));
            if ((isX12 ? X12Reply.Write(interchange, marks, called, control, isRepeated, now) : EdifactReply.Write(interchange, called, control, mark, isRepeated, now)) is { } answer)
            {
                answers.Add(answer);
            }
        }

        return answers;
    }

    private static List<List<EdiSegment>> Interchanges(List<EdiSegment> segments, string head)
    {
        var interchanges = new List<List<EdiSegment>>();
        foreach (var segment in segments)
        {
            if (segment.Tag == head)
            {
                interchanges.Add([]);
            }

            if (interchanges.Count > 0)
            {
                interchanges[^1].Add(segment);
            }
        }

        return interchanges;
    }
}
