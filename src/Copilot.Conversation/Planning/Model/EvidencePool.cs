using Copilot.Contracts;
using Copilot.Conversation.Composing;

namespace Copilot.Conversation.Planning.Model;

/// <summary>Everything that an answer of this turn may cite, by key, with the marks under which the model knows it.</summary>
internal sealed class EvidencePool
{
    private readonly Dictionary<string, Evidence> _evidence = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _marks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _said = new(StringComparer.Ordinal);
    private readonly HashSet<string> _fresh = new(StringComparer.Ordinal);

    /// <summary>Gets the evidence by key: its id, or turn and mark for what an earlier turn found.</summary>
    public IReadOnlyDictionary<string, Evidence> Evidence => _evidence;

    /// <summary>
    /// Gets the evidence as sentences are held to it: what earlier turns found, with what was said of it then. Their tools' sentences and what they were asked with are gone, and without them
    /// nothing could be told again that does not stand in a source word for word.
    /// </summary>
    public IReadOnlyDictionary<string, Evidence> Checked
        => _evidence.ToDictionary(e => e.Key, e => _said.TryGetValue(e.Key, out var said) ? e.Value with { Excerpt = $"{e.Value.Excerpt}\n{said}" } : e.Value, StringComparer.Ordinal);

    /// <summary>Gets the keys of what this turn found itself.</summary>
    public IReadOnlyList<string> Fresh => [.. _fresh];

    /// <summary>Adds what a look-up found. The same thing seen twice is one, with the facts of both.</summary>
    public void Add(IEnumerable<Evidence> found)
    {
        foreach (var piece in found)
        {
            _fresh.Add(piece.Id);
            _evidence[piece.Id] = _evidence.TryGetValue(piece.Id, out var known) ? SourceMarks.Merge(known, piece) : piece;
        }
    }

    /// <summary>Adds a source of an earlier turn. It stays apart from what this turn finds: it may have changed since.</summary>
    /// <param name="turnId">The turn.</param>
    /// <param name="mark">Its mark in that turn.</param>
    /// <param name="evidence">The source.</param>
    /// <param name="said">What the answer of that turn said of it.</param>
    /// <returns>Its mark.</returns>
    public string AddEarlier(string turnId, string mark, Evidence evidence, string? said)
    {
        var key = $"{turnId}#{mark}";
        _evidence[key] = evidence;
        if (said is not null)
        {
            _said[key] = said;
        }

        return MarkOf(key);
    }

    /// <summary>Gets the mark of evidence, given out at first use.</summary>
    public string MarkOf(string key)
    {
        if (!_marks.TryGetValue(key, out var mark))
        {
            mark = $"S{_marks.Count + 1}";
            _marks[key] = mark;
            _keys[mark] = key;
        }

        return mark;
    }

    /// <summary>Gets the evidence behind a mark that was given out, or null.</summary>
    public string? KeyOf(string mark) => _keys.GetValueOrDefault(mark);
}
