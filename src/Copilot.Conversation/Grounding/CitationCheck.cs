using Copilot.Contracts;

namespace Copilot.Conversation.Grounding;

/// <summary>Holds every sentence of an answer to the evidence it cites: figures, dates, codes and quotes must stand there, or follow from it by arithmetic that comes out.</summary>
internal sealed class CitationCheck
{
    private const int MostMarks = 4;
    private readonly IReadOnlyDictionary<string, Evidence> _evidence;
    private readonly Dictionary<string, EvidenceValues> _values = new(StringComparer.Ordinal);
    private readonly TimeZoneInfo _zone;
    private readonly string _language;

    /// <summary>Creates the check of one turn.</summary>
    /// <param name="evidence">The turn's evidence by id.</param>
    /// <param name="zone">The caller's time zone, in which moments are written.</param>
    /// <param name="language">The reader's language, ISO 639-1: <c>1.250</c> is not the same number everywhere.</param>
    public CitationCheck(IReadOnlyDictionary<string, Evidence> evidence, TimeZoneInfo zone, string language = "en")
    {
        _evidence = evidence;
        _zone = zone;
        _language = language;
    }

    /// <summary>Reads the figures of a sentence as its reader does.</summary>
    public List<Figure> FiguresOf(string sentence) => FigureReader.Read(ForeignNotation.ToEnglish(sentence, ForeignNotation.LanguageOf(sentence, _language)));

    /// <summary>Checks one sentence.</summary>
    /// <param name="sentence">Plain text.</param>
    /// <param name="cited">The ids of the evidence it cites.</param>
    /// <param name="asked">What the look-up was asked with; a sentence may repeat it.</param>
    public SentenceVerdict Check(string sentence, IReadOnlyList<string> cited, IReadOnlyList<Fact> asked)
    {
        var known = cited.Where(_evidence.ContainsKey).Distinct().ToList();
        if (known.Count == 0)
        {
            return new SentenceVerdict(false, ["no evidence of this turn"], []);
        }

        if (known.Find(id => ValuesOf(id).Says(sentence)) is { } verbatim)
        {
            return new SentenceVerdict(true, [], [verbatim]);
        }

        var said = EvidenceValues.Of(asked, _zone);
        var needed = new List<string>();
        var further = new List<string>();
        var missing = new List<string>();
        foreach (var figure in FiguresOf(sentence))
        {
            var holders = known.FindAll(id => ValuesOf(id).Holds(figure));
            if (holders.Count > 0)
            {
                needed.Add(holders.Find(needed.Contains) ?? holders[0]);
                further.AddRange(holders);
            }
            else if (!said.Holds(figure))
            {
                missing.Add(figure.Written);
            }
        }

        var marks = needed.Distinct().ToList();
        var others = marks.Count == 0 ? known : known.FindAll(id => further.Contains(id) || known.Count <= MostMarks);
        marks.AddRange(others.Except(marks).Take(Math.Max(0, MostMarks - marks.Count)).ToList());
        return new SentenceVerdict(missing.Count == 0, missing, marks);
    }

    /// <summary>Says whether one of the cited pieces holds a word or phrase, whatever its case and accents.</summary>
    /// <param name="cited">The ids of the evidence.</param>
    /// <param name="phrase">The phrase.</param>
    /// <param name="whole">Whether it must stand there as whole words.</param>
    public bool Holds(IReadOnlyList<string> cited, string phrase, bool whole = true)
        => cited.Any(id => _evidence.ContainsKey(id) && ValuesOf(id).Contains(phrase, whole));

    /// <summary>Gets the text of the cited evidence, folded.</summary>
    /// <param name="cited">The ids of the evidence.</param>
    public string TextOf(IReadOnlyList<string> cited) => string.Join('\n', cited.Where(_evidence.ContainsKey).Select(id => ValuesOf(id).Text));

    private EvidenceValues ValuesOf(string id)
    {
        if (!_values.TryGetValue(id, out var values))
        {
            values = EvidenceValues.Of(_evidence[id], _zone);
            _values[id] = values;
        }

        return values;
    }
}
