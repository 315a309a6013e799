using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Conversation.Grounding;

namespace Copilot.Conversation.Streaming;

/// <summary>Checks one unit of a model's answer: its marks name evidence of the turn, and figures, names, addresses and weighty words stand there.</summary>
internal sealed partial class UnitCheck
{
    private readonly CitationCheck _check;
    private readonly NameCheck _names;
    private readonly Func<string, string?> _keyOf;
    private readonly CitationCheck _asked;
    private readonly Dictionary<string, string> _said = new(StringComparer.Ordinal);
    private readonly Func<string, IReadOnlyList<string>> _screen;
    private readonly string _question;
    private readonly bool _comparesWords;
    private readonly IReadOnlyDictionary<string, (IReadOnlyList<string> Evidence, IReadOnlyList<Fact> Asked)> _findings;

    /// <summary>Creates the check for what the turn has found so far.</summary>
    /// <param name="check">Holds sentences to evidence.</param>
    /// <param name="names">Holds names to evidence.</param>
    /// <param name="keyOf">Gets the evidence behind a mark that the model was given, or null.</param>
    /// <param name="question">The question as typed; a question back may repeat it.</param>
    /// <param name="zone">The caller's time zone.</param>
    /// <param name="findings">The sentences that the tools themselves gave, with what they stand on and what the call was asked with.</param>
    /// <param name="screen">Finds signs of steering in a text from outside: what gives orders lends no words.</param>
    /// <param name="comparesWords">Whether answer and sources are in one language, so that words can be compared too.</param>
    public UnitCheck(CitationCheck check, NameCheck names, Func<string, string?> keyOf, string question, TimeZoneInfo zone, IReadOnlyDictionary<string, (IReadOnlyList<string> Evidence, IReadOnlyList<Fact> Asked)> findings, Func<string, IReadOnlyList<string>> screen, bool comparesWords)
    {
        _screen = screen;
        _question = question;
        _comparesWords = comparesWords;
        _check = check;
        _names = names;
        _keyOf = keyOf;
        _findings = findings;
        var typed = new Evidence { Id = "question", Kind = EvidenceKind.Document, Title = string.Empty, Excerpt = question, AsOf = default };
        _asked = new CitationCheck(new Dictionary<string, Evidence> { ["question"] = typed }, zone);
    }

    /// <summary>Checks a sentence or heading.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="kind">What it stands in.</param>
    public UnitVerdict Check(ReadUnit unit, UnitKind kind)
    {
        if (!unit.Plain.Any(char.IsLetterOrDigit))
        {
            return new UnitVerdict(UnitStand.Empty, [], null);
        }

        var cited = unit.Marks.Select(_keyOf).OfType<string>().Distinct().ToList();
        if (cited.Count == 0)
        {
            return Uncited(unit, kind);
        }

        var asked = _findings.TryGetValue(Key(unit.Plain), out var finding) && finding.Evidence.Intersect(cited).Any() ? finding.Asked : [];
        var verdict = _check.Check(unit.Plain, cited, asked);
        var reason = !verdict.Supported ? "not in the sources it cites: " + string.Join(", ", verdict.Missing)
            : Address().Matches(unit.Plain).Select(m => m.Value.TrimEnd('.', ',', ')')).FirstOrDefault(a => !_check.Holds(cited, a, whole: false)) is { } address ? "not in the sources it cites: " + address
            : _names.Missing(unit.Plain, _check, cited) is { } name ? "not in the sources it cites: " + name
            : WeightyWords.Unheld(unit.Plain, _check.TextOf(cited)) is { } weighty ? $"no source it cites says “{weighty}”"
            : finding.Evidence is null && _comparesWords && ContentWords.Unheld(unit.Plain, $"{string.Join('\n', cited.Select(Said))}\n{_question}") is { } foreign ? $"its sources speak of something else; none of them says “{foreign}”"
            : null;
        return reason is null ? new UnitVerdict(UnitStand.Grounded, verdict.Marks, null) : new UnitVerdict(UnitStand.Failed, [], reason);
    }

    /// <summary>Checks a table: every row must cite, and every cell must stand.</summary>
    /// <param name="rows">The cells by row, the head first.</param>
    public UnitVerdict CheckTable(IReadOnlyList<IReadOnlyList<ReadUnit>> rows)
    {
        if (rows.Count < 2 || rows.Any(r => r.Count != rows[0].Count))
        {
            return new UnitVerdict(UnitStand.Failed, [], "not a table");
        }

        if (rows[0].Select(c => c.Plain).FirstOrDefault(c => FigureReader.Read(c).Count > 0 || Address().IsMatch(c) || c.Length > 40) is { } head)
        {
            return new UnitVerdict(UnitStand.Failed, [], "a head that states something: " + head);
        }

        var cited = new List<string>();
        foreach (var row in rows.Skip(1))
        {
            var marks = row.SelectMany(c => c.Marks).Distinct().ToList();
            foreach (var cell in row.Where(c => c.Plain.Any(char.IsLetterOrDigit)))
            {
                var verdict = Check(cell with { Marks = marks }, UnitKind.Table);
                if (verdict.Stand != UnitStand.Grounded || !HoldsCell(cell.Plain, marks))
                {
                    return new UnitVerdict(UnitStand.Failed, [], verdict.Reason ?? "not in the sources its row cites: " + cell.Plain);
                }

                cited.AddRange(verdict.Cited);
            }
        }

        return new UnitVerdict(UnitStand.Grounded, [.. cited.Distinct()], null);
    }

    /// <summary>Gets what sentences of tools are compared by.</summary>
    public static string Key(string sentence) => string.Join(' ', Reading.Folding.Fold(sentence).TrimEnd('.', ' ').Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private UnitVerdict Uncited(ReadUnit unit, UnitKind kind)
    {
        var plain = unit.Plain;
        var figures = FigureReader.Read(plain);
        var named = _names.Missing(plain, (_, _) => false) is not null;
        if (unit.Marks.Count == 0 && !Address().IsMatch(plain) && WeightyWords.Unheld(plain, string.Empty) is null)
        {
            if (PlainTalk.IsCourtesy(plain))
            {
                return new UnitVerdict(UnitStand.Alone, [], null);
            }

            // What the person typed may be repeated to them in a question or an "I found nothing".
            if ((PlainTalk.IsQuestion(plain) || PlainTalk.IsNothing(plain))
                && _asked.Check(plain, ["question"], []).Supported && _names.Missing(plain, _asked, ["question"]) is null)
            {
                return new UnitVerdict(UnitStand.Alone, [], null);
            }

            if (figures.Count == 0 && !named && PlainTalk.IsLeadIn(plain, kind))
            {
                return new UnitVerdict(UnitStand.LeadIn, [], null);
            }
        }

        return new UnitVerdict(figures.Count > 0 || named || unit.Marks.Count > 0 ? UnitStand.Failed : UnitStand.Chatter, [], unit.Marks.Count > 0 ? "its marks name no source of this turn" : "it cites no source");
    }

    /// <summary>The text of a source without what in it gives orders to its reader.</summary>
    private string Said(string id)
    {
        if (!_said.TryGetValue(id, out var said))
        {
            var text = _check.TextOf([id]);
            if (_screen(text).Count > 0)
            {
                var parts = text.Split(['.', '\n', '!', '?', ';']);
                var clean = parts.Where(p => _screen(p).Count == 0).ToList();
                text = clean.Count == parts.Length ? string.Empty : string.Join('\n', clean);
            }

            _said[id] = said = text;
        }

        return said;
    }

    /// <summary>Words in a cell are held word by word: a cell has no sentence around it that would show what is meant.</summary>
    private bool HoldsCell(string plain, List<string> marks)
    {
        var cited = marks.Select(_keyOf).OfType<string>().ToList();
        return Reading.QuestionText.WordsOf(plain).Where(w => w.Text.All(char.IsLetter) && w.Text.Length > 3).All(w => _check.Holds(cited, w.Text, whole: false) || FigureReader.Read(plain).Count > 0);
    }

    [GeneratedRegex(@"\b(?:[a-z][a-z0-9+.-]{1,12}://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:[a-z0-9-]{2,}\.)+(?:com|net|org|io|co|info|biz|dev|app|xyz|ru|cn|de|fr|es|it|nl|eu|uk|ch|example|test)\b(?:/\S*)?", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
