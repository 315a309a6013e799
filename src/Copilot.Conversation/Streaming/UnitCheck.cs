using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Conversation.Grounding;

namespace Copilot.Conversation.Streaming;

/// <summary>Checks one unit of a model's answer: its marks name evidence of the turn, and figures, names, addresses and weighty words stand there.</summary>
internal sealed partial class UnitCheck
{
    private readonly CitationCheck _check;
    private readonly NameCheck _names;
    private readonly UnitSources _sources;
    private readonly SourceWords _words;
    private readonly CitationCheck _asked;

    /// <summary>Creates the check for what the turn has found so far.</summary>
    /// <param name="sources">What units are held to.</param>
    /// <param name="names">Holds names to evidence.</param>
    /// <param name="question">The question as typed; a question back may repeat it.</param>
    /// <param name="zone">The caller's time zone.</param>
    /// <param name="screen">Finds signs of steering in a text from outside: what gives orders lends no words.</param>
    /// <param name="language">The caller's language, ISO 639-1.</param>
    public UnitCheck(UnitSources sources, NameCheck names, string question, TimeZoneInfo zone, Func<string, IReadOnlyList<string>> screen, string language)
    {
        _sources = sources;
        _check = sources.Check;
        _names = names;
        _words = new SourceWords(sources, question, language, screen);
        var typed = new Evidence { Id = "question", Kind = EvidenceKind.Document, Title = string.Empty, Excerpt = question, AsOf = default };
        _asked = new CitationCheck(new Dictionary<string, Evidence> { ["question"] = typed }, zone, language);
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

        var cited = unit.Marks.Select(_sources.KeyOf).OfType<string>().Distinct().ToList();
        return cited.Count == 0 ? Uncited(unit, kind) : Cited(unit.Plain, cited);
    }

    /// <summary>Checks a table: every row must cite, and every cell must stand.</summary>
    /// <param name="rows">The cells by row, the head first.</param>
    public UnitVerdict CheckTable(IReadOnlyList<IReadOnlyList<ReadUnit>> rows)
    {
        if (rows.Count < 2 || rows.Any(r => r.Count != rows[0].Count))
        {
            return new UnitVerdict(UnitStand.Failed, [], "not a table");
        }

        if (rows[0].Select(c => c.Plain).FirstOrDefault(c => _check.FiguresOf(c).Count > 0 || Address().IsMatch(c) || c.Length > 40) is { } head)
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

    private UnitVerdict Cited(string plain, IReadOnlyList<string> cited)
    {
        var finding = _sources.Findings.GetValueOrDefault(Key(plain));
        var verdict = _check.Check(plain, cited, finding.Evidence is not null && finding.Evidence.Intersect(cited).Any() ? finding.Asked : []);
        var reason = !verdict.Supported ? "not in the sources it cites: " + string.Join(", ", verdict.Missing)
            : Address().Matches(plain).Select(m => m.Value.TrimEnd('.', ',', ')')).FirstOrDefault(a => !_check.Holds(cited, a, whole: false)) is { } address ? "not in the sources it cites: " + address
            : _names.Missing(plain, _check, cited) is { } name ? "not in the sources it cites: " + name
            : WeightyWords.Unheld(plain, _check.TextOf(cited)) is { } weighty ? $"no source it cites says “{weighty}”"
            : finding.Evidence is null ? _words.Trouble(plain, cited)
            : null;
        return reason is null ? new UnitVerdict(UnitStand.Grounded, verdict.Marks, null) : new UnitVerdict(UnitStand.Failed, [], reason);
    }

    private UnitVerdict Uncited(ReadUnit unit, UnitKind kind)
    {
        var plain = unit.Plain;
        var figures = _check.FiguresOf(plain);
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

        return unit.Marks.Count == 0 && kind is not (UnitKind.Table or UnitKind.Heading) && Marked(plain, figures.Count > 0) is { } marked ? marked
            : new UnitVerdict(figures.Count > 0 || named || unit.Marks.Count > 0 ? UnitStand.Failed : UnitStand.Chatter, [], unit.Marks.Count > 0 ? "its marks name no source of this turn" : "it cites no source");
    }

    /// <summary>
    /// A claim whose mark was forgotten gets one where there is no doubt: it is a sentence of a tool, or writes its mark in round brackets, or its figures and nearly
    /// all its words stand in exactly one piece of what this turn found. It is held to that source as if it had cited it.
    /// </summary>
    private UnitVerdict? Marked(string plain, bool hasFigures)
    {
        if (LooseMark().Match(plain) is { Success: true } loose)
        {
            var named = Number().Matches(loose.Value).Select(m => _sources.KeyOf(m.Value)).ToList();
            var bare = plain.Remove(loose.Index, loose.Length);
            return named.Contains(null) ? null : Added(Cited(bare, [.. named.OfType<string>().Distinct()]), bare);
        }

        if (_sources.Findings.GetValueOrDefault(Key(plain)).Evidence?.Intersect(_sources.Fresh).ToList() is { Count: > 0 } own)
        {
            return Added(Cited(plain, own), plain);
        }

        if (!hasFigures)
        {
            return null;
        }

        var holders = _sources.Fresh.Where(id => _check.Check(plain, [id], []).Supported && Cited(plain, [id]).Stand == UnitStand.Grounded && _words.HoldsNearlyAll(plain, id)).Take(2).ToList();
        return holders.Count == 1 ? Added(Cited(plain, holders), plain) : null;
    }

    private static UnitVerdict? Added(UnitVerdict verdict, string plain) => verdict.Stand == UnitStand.Grounded ? verdict with { MarkedText = plain } : null;

    /// <summary>Words in a cell are held word by word: a cell has no sentence around it that would show what is meant.</summary>
    private bool HoldsCell(string plain, List<string> marks)
    {
        var cited = marks.Select(_sources.KeyOf).OfType<string>().ToList();
        return Reading.QuestionText.WordsOf(plain).Where(w => w.Text.All(char.IsLetter) && w.Text.Length > 3).All(w => _check.Holds(cited, w.Text, whole: false) || _check.FiguresOf(plain).Count > 0);
    }

    [GeneratedRegex(@"\b(?:[a-z][a-z0-9+.-]{1,12}://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:[a-z0-9-]{2,}\.)+(?:com|net|org|io|co|info|biz|dev|app|xyz|ru|cn|de|fr|es|it|nl|eu|uk|ch|example|test)\b(?:/\S*)?", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\s*\(\s*S\d{1,4}(?:\s*[,;]?\s*S\d{1,4})*\s*\)(?:\s*\(\s*S\d{1,4}\s*\))*(?=[.!?…]*$)")]
    private static partial Regex LooseMark();

    [GeneratedRegex(@"S\d{1,4}")]
    private static partial Regex Number();
}
