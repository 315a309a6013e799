using Copilot.Contracts;

namespace Copilot.Conversation.Composing;

/// <summary>Numbers the evidence that an answer cites, by first use.</summary>
internal sealed class SourceMarks
{
    private readonly IReadOnlyDictionary<string, Evidence> _evidence;
    private readonly Dictionary<string, string> _marks = new(StringComparer.Ordinal);
    private readonly List<(string Mark, Evidence Evidence)> _cited = [];

    /// <summary>Starts numbering.</summary>
    /// <param name="evidence">The turn's evidence by id.</param>
    public SourceMarks(IReadOnlyDictionary<string, Evidence> evidence) => _evidence = evidence;

    /// <summary>Gets what was cited so far, in order.</summary>
    public IReadOnlyList<(string Mark, Evidence Evidence)> Cited => _cited;

    /// <summary>Cites evidence.</summary>
    public string Cite(string evidenceId)
    {
        if (!_marks.TryGetValue(evidenceId, out var mark))
        {
            mark = $"S{_cited.Count + 1}";
            _marks[evidenceId] = mark;
            _cited.Add((mark, _evidence[evidenceId]));
        }

        return mark;
    }

    /// <summary>Gets the mark of evidence that was cited.</summary>
    public string? MarkOf(string evidenceId) => _marks.GetValueOrDefault(evidenceId);

    /// <summary>Says whether the turn has this evidence.</summary>
    public bool Knows(string evidenceId) => _evidence.ContainsKey(evidenceId);

    /// <summary>Gathers a turn's evidence; the same thing seen by two tools is one, with the facts of both.</summary>
    public static Dictionary<string, Evidence> Gather(IEnumerable<Evidence> evidence)
    {
        var gathered = new Dictionary<string, Evidence>(StringComparer.Ordinal);
        foreach (var piece in evidence)
        {
            gathered[piece.Id] = gathered.TryGetValue(piece.Id, out var known) ? Merge(known, piece) : piece;
        }

        return gathered;
    }

    /// <summary>Makes one of the same thing seen twice, with the facts of both.</summary>
    public static Evidence Merge(Evidence known, Evidence piece) => known with
    {
        Facts = [.. known.Facts.Concat(piece.Facts).Distinct()],
        Excerpt = known.Kind == EvidenceKind.Passage || known.Excerpt.Contains(piece.Excerpt, StringComparison.Ordinal) ? known.Excerpt : $"{known.Excerpt} · {piece.Excerpt}",
    };
}
