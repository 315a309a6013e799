using Copilot.Contracts;
using Copilot.Conversation.Grounding;

namespace Copilot.Conversation.Composing;

/// <summary>Puts a draft through the citation check: what does not stand is cut, and a section whose point falls says so instead.</summary>
internal static class GroundedDraft
{
    /// <summary>Checks the draft.</summary>
    public static AnswerDraft Of(AnswerDraft draft, CitationCheck check, OwnWords words)
    {
        var unsupported = new List<string>();
        var sections = draft.Sections.Select(s => Section(s, check, unsupported, words)).ToList();
        return draft with { Sections = sections, Unsupported = unsupported };
    }

    private static AnswerSection Section(AnswerSection section, CitationCheck check, List<string> unsupported, OwnWords words)
    {
        var asked = Asked.Of(section.Call);
        var kept = new List<Statement>();
        var fellHeadline = false;
        foreach (var statement in section.Statements)
        {
            var stood = statement.IsOwn ? [(statement.Text, statement.EvidenceIds)] : Stood(statement, check, asked, unsupported);
            if (stood.Count > 0)
            {
                kept.Add(statement with { Sentences = stood });
            }
            else
            {
                fellHeadline |= statement.Role == FindingRole.Headline;
            }
        }

        // Without its point a list misleads; without anything there is no answer.
        var pointStands = kept.Exists(s => s.Role == FindingRole.Headline && !s.IsOwn);
        if (section.Call.Ruling?.Proposal is { } proposal && fellHeadline && !pointStands)
        {
            // What is decided must be said, in the words that are decided.
            kept.Insert(0, new Statement(FindingRole.Headline, proposal.Summary, [], null) { IsOwn = true, Sentences = [(proposal.Summary, [])] });
        }
        else if (section.Call.Ruling is null && section.Answers && ((fellHeadline && !pointStands) || kept.TrueForAll(s => s.IsOwn)))
        {
            var own = new Statement(FindingRole.Headline, words.NotVerified, [], null) { IsOwn = true, Sentences = [(words.NotVerified, [])] };
            return section with { Statements = [own], Answers = false };
        }

        // Causes of an entry that fell are nobody's causes.
        var topics = kept.Where(s => s.Role == FindingRole.Item).Select(s => s.Topic).ToHashSet();
        var fallen = section.Statements.Where(s => s.Role == FindingRole.Item && s.Topic is not null && !topics.Contains(s.Topic)).Select(s => s.Topic).ToHashSet();
        kept.RemoveAll(s => s.Role != FindingRole.Headline && s.Topic is not null && fallen.Contains(s.Topic));
        return section with { Statements = kept };
    }

    private static List<(string Text, IReadOnlyList<string> EvidenceIds)> Stood(Statement statement, CitationCheck check, IReadOnlyList<Fact> asked, List<string> unsupported)
    {
        var stood = new List<(string, IReadOnlyList<string>)>();
        foreach (var sentence in Sentences.Of(statement.Text))
        {
            var verdict = check.Check(sentence, statement.EvidenceIds, asked);
            if (verdict.Supported)
            {
                stood.Add((sentence, verdict.Marks));
            }
            else
            {
                unsupported.Add(sentence);
            }
        }

        return stood;
    }
}
