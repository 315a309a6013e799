using Copilot.Contracts;
using Copilot.Knowledge.Retrieval;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Answering;

/// <summary>Writes an answer as findings, each on the evidence of the passage it stands in.</summary>
internal sealed class AnswerFindings(string defaultCollection, DateTimeOffset now)
{
    private const int LongestShown = 220;

    private readonly Dictionary<string, Evidence> _evidence = new(StringComparer.Ordinal);
    private readonly List<Finding> _findings = [];

    /// <summary>Gets the result.</summary>
    public ToolResult Result => new() { Outcome = ToolOutcome.Ok, Findings = _findings, Evidence = [.. _evidence.Values] };

    /// <summary>Adds the statements of an answer and what limits them.</summary>
    public void Add(FoundAnswer answer)
    {
        Say(FindingRole.Headline, Placed(answer.Best, answer.Best.Statement.Spoken), answer.Best.Passage);
        foreach (var further in answer.Further)
        {
            var sameIntro = further.Statement.Intro.Length > 0 && further.Statement.Intro == answer.Best.Statement.Intro;
            var spoken = sameIntro ? (further.Statement with { Intro = string.Empty }).Spoken : further.Statement.Spoken;
            Say(FindingRole.Detail, further.IsInDocumentOf(answer.Best) ? spoken : Placed(further, spoken), further.Passage);
        }

        if (answer.Contrary is { } contrary)
        {
            Say(FindingRole.Caveat, Precedence(answer.Best, contrary), contrary.Passage, answer.Best.Passage);
        }

        foreach (var flagged in answer.Flagged)
        {
            Say(FindingRole.Caveat, $"{flagged.Candidate.Title} also holds text that addresses a program instead of a reader; it was not used.", flagged);
        }
    }

    /// <summary>Adds the passages that come nearest to an answer without being sure to be one.</summary>
    public void AddNearest(IReadOnlyList<FoundStatement> nearest)
    {
        if (nearest.Count == 0)
        {
            return;
        }

        _findings.Add(new Finding { Role = FindingRole.Headline, Text = "I found no sure answer in procedures and agreements. This comes nearest:", EvidenceIds = [] });
        foreach (var near in nearest)
        {
            var id = Cite(near.Passage.Candidate);
            _findings.Add(new Finding { Role = FindingRole.Item, Text = $"{_evidence[id].Title} – {Shortened(near.Statement.Spoken)}", EvidenceIds = [id], Topic = id });
        }
    }

    /// <summary>Adds a remark on the best passage.</summary>
    public void Remark(string text, RankedPassage passage, params Fact[] facts)
    {
        Say(FindingRole.Caveat, text, passage);
        var id = PassageEvidence.IdOf(passage.Candidate, defaultCollection);
        _evidence[id] = _evidence[id] with { Facts = [.. _evidence[id].Facts, .. facts] };
    }

    /// <summary>Adds a passage's own words.</summary>
    public void Quote(FindingRole role, string text, Candidate passage) => Say(role, text, [passage]);

    /// <summary>What was agreed with somebody whom the question does not name is told with its document: else it would pass for a general rule.</summary>
    private static string Placed(FoundStatement found, string spoken)
        => found.Specificity == Specificity.Elsewhere && found.Passage.Candidate.About.Count > 0 ? $"{found.Passage.Candidate.Title} – {spoken}" : spoken;

    private static string Precedence(FoundStatement best, FoundStatement contrary)
    {
        // A row says little without its table: the reader is sent there.
        var (passage, says) = (contrary.Passage.Candidate, contrary.Statement.IsRow ? "has figures of its own on this" : $"says: {contrary.Statement.Spoken.TrimEnd('.')}");
        return contrary.Specificity == Specificity.Elsewhere
            ? $"For {passage.Companies[0]}, {passage.Title} {says}."
            : $"The general {passage.Title} {says}; {best.Passage.Candidate.Title} is more specific and takes precedence.";
    }

    private void Say(FindingRole role, string text, params RankedPassage[] passages) => Say(role, text, [.. passages.Select(p => p.Candidate)]);

    private void Say(FindingRole role, string text, IReadOnlyList<Candidate> passages)
    {
        _findings.Add(new Finding { Role = role, Text = text, EvidenceIds = [.. passages.Select(Cite)] });
    }

    private string Cite(Candidate passage)
    {
        var id = PassageEvidence.IdOf(passage, defaultCollection);
        _evidence.TryAdd(id, PassageEvidence.Of(passage, defaultCollection, now));
        return id;
    }

    /// <summary>Cut after a whole word; the source holds the rest.</summary>
    private static string Shortened(string text)
        => text.Length <= LongestShown || text.LastIndexOf(' ', LongestShown) is not (> 0 and var end) ? text : text[..end].TrimEnd(',', ';', ':', '–', ' ') + " …";
}
