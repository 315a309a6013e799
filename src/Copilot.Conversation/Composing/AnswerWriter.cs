using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Conversation.Running;

namespace Copilot.Conversation.Composing;

/// <summary>Writes a checked draft as markdown with source marks. All outside text is escaped here.</summary>
internal static class AnswerWriter
{
    private const int MostSources = 60;

    /// <summary>Writes the answer.</summary>
    public static WrittenAnswer Write(AnswerDraft draft, IReadOnlyList<ExecutedCall> calls, IReadOnlyDictionary<string, Evidence> evidence, OwnWords words)
    {
        var marks = new SourceMarks(evidence);
        var blocks = new List<string>(draft.Opening.Select(MarkdownText.Escape));
        blocks.AddRange(Body(draft.Sections, marks, words));
        blocks.AddRange(draft.Closing.Select(MarkdownText.Escape));
        if (draft.Abilities.Count > 0)
        {
            blocks.Add(words.Offer + "\n" + string.Join('\n', draft.Abilities.Select(a => "- " + MarkdownText.Escape(a))));
        }

        if (draft.Deeds.Count > 0)
        {
            blocks.Add(words.OfferDeeds + "\n" + string.Join('\n', draft.Deeds.Select(a => "- " + MarkdownText.Escape(a))));
        }

        var answering = draft.Sections.Where(s => s.Answers).Select(s => s.Call).ToList();
        var cards = draft.Cards.Concat(answering.SelectMany(c => c.Result.Cards)).Select(c => WithMarks(c, marks)).Concat(Proposals(calls)).ToList();
        return new WrittenAnswer
        {
            Markdown = string.Join("\n\n", blocks),
            Sources = [.. marks.Cited.Select(c => SourceOf(c.Mark, c.Evidence))],
            Evidence = marks.Cited.ToDictionary(c => c.Mark, c => c.Evidence, StringComparer.Ordinal),
            Cards = cards,
            ToolCalls = [.. calls.Select(c => RecordOf(c, marks))],
        };
    }

    /// <summary>Writes sections as blocks of markdown; of several each has its heading.</summary>
    public static IEnumerable<string> Body(IReadOnlyList<AnswerSection> sections, SourceMarks marks, OwnWords words)
        => sections.SelectMany(s => Blocks(s, marks, words).Prepend(sections.Count > 1 ? $"**{MarkdownText.Escape(Lead(s.Call, words))}**" : string.Empty)).Where(b => b.Length > 0);

    private static IEnumerable<string> Blocks(AnswerSection section, SourceMarks marks, OwnWords words)
    {
        var statements = section.Statements;
        var topics = ItemTopics.Of(statements);
        var number = 0;
        for (var i = 0; i < statements.Count;)
        {
            var role = statements[i].Role;
            if (role == FindingRole.Item)
            {
                var list = new StringBuilder();
                while (i < statements.Count && (statements[i].Role == FindingRole.Item || (statements[i].Topic is { } t && topics.Contains(t))))
                {
                    var isItem = statements[i].Role == FindingRole.Item;
                    list.Append(list.Length > 0 ? "\n" : string.Empty)
                        .Append(isItem ? (++number).ToString(CultureInfo.InvariantCulture) + ". " : "   - ")
                        .Append(statements[i].Role == FindingRole.Advice ? words.Say("Next:") + " " : string.Empty)
                        .Append(Prose(statements[i], marks));
                    i++;
                }

                yield return list.ToString();
                continue;
            }

            var group = statements.Skip(i).TakeWhile(s => s.Role == role && s.Role != FindingRole.Item).ToList();
            i += group.Count;
            yield return Group(role, group, marks, words);
        }
    }

    private static string Group(FindingRole role, List<Statement> group, SourceMarks marks, OwnWords words)
    {
        var lead = role switch { FindingRole.Cause => words.Say("Why:") + " ", FindingRole.Advice => words.Say("Next:") + " ", FindingRole.Caveat => words.Say("Note:") + " ", _ => string.Empty };
        return group.Count <= (role is FindingRole.Headline ? 10 : 2)
            ? lead + string.Join(' ', group.Select(s => Prose(s, marks)))
            : (lead.Length > 0 ? lead.TrimEnd() + "\n" : string.Empty) + string.Join('\n', group.Select(s => "- " + Prose(s, marks)));
    }

    /// <summary>Writes a statement's sentences; marks stand inside the sentence, before its full stop.</summary>
    private static string Prose(Statement statement, SourceMarks marks)
        => string.Join(' ', statement.Sentences.Select(s =>
        {
            var text = s.Text;
            var end = text.Length > 0 && text[^1] is '.' or '!' or '?' ? text[^1].ToString() : string.Empty;
            var body = MarkdownText.Escape(end.Length > 0 ? text[..^1] : text);
            var cited = string.Concat(s.EvidenceIds.Select(marks.Cite).OrderBy(m => m.Length).ThenBy(m => m, StringComparer.Ordinal).Select(m => $"[{m}]"));
            return cited.Length > 0 ? $"{body} {cited}{(end.Length > 0 ? end : ".")}" : body + end;
        }));

    /// <summary>A short heading for one of several needs: "Orders at risk", "Stock: GLV-NIT-L".</summary>
    private static string Lead(ExecutedCall call, OwnWords words)
    {
        if (call.Step.Tool is { Touches: [DataClass.Knowledge], Name: not "proposals.list" })
        {
            return With(words.Say("Procedures and agreements"), call.Step.About);
        }

        var name = call.Step.Tool.Name;
        var last = name[(name.LastIndexOf('.') + 1)..];
        var spoken = (last is "search" or "find" or "ask" ? name[..Math.Max(0, name.Length - last.Length - 1)] : last).Replace('_', ' ');
        var lead = spoken.Length == 0 ? name : char.ToUpperInvariant(spoken[0]) + spoken[1..];
        return With(words.Say(lead), call.Step.About);
    }

    private static string With(string lead, string? about) => about is null ? lead : $"{lead}: {about}";

    /// <summary>The cards of what was proposed; they are shown whatever became of the sentences.</summary>
    public static IEnumerable<ProposalCard> Proposals(IEnumerable<ExecutedCall> calls)
        => calls.Select(c => c.Ruling?.Proposal).OfType<Proposal>().DistinctBy(p => p.Id).Select(p => new ProposalCard { Title = p.Summary, Proposal = p });

    /// <summary>Puts source marks in the place of a card's evidence.</summary>
    public static Card WithMarks(Card card, SourceMarks marks)
    {
        var sources = new List<string>();
        foreach (var id in card.Sources.Where(marks.Knows))
        {
            if (marks.MarkOf(id) is { } mark)
            {
                sources.Add(mark);
            }
            else if (marks.Cited.Count < MostSources)
            {
                sources.Add(marks.Cite(id));
            }
        }

        return card with { Sources = sources };
    }

    /// <summary>Shows evidence as a source.</summary>
    public static Source SourceOf(string mark, Evidence evidence) => new()
    {
        Id = mark,
        Kind = evidence.Kind,
        Title = evidence.Title,
        Uri = evidence.Uri,
        Excerpt = evidence.Excerpt,
        AsOf = evidence.AsOf,
        Version = evidence.Version,
    };

    /// <summary>Shows a call with the marks of the cited sources it gave.</summary>
    public static ToolCallRecord RecordOf(ExecutedCall call, SourceMarks marks) => new()
    {
        Name = call.Call.Tool,
        Arguments = (JsonObject)call.Call.Arguments.DeepClone(),
        Outcome = call.Result.Outcome,
        DurationMs = call.DurationMs,
        Sources = [.. call.Result.Evidence.Select(e => marks.MarkOf(e.Id)).OfType<string>().Distinct()],
    };
}
