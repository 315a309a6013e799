using System.Globalization;
using Copilot.Contracts;
using Copilot.Conversation.Composing;

namespace Copilot.Conversation.Drafting;

/// <summary>Drafts without a model: the turn's own sentences, each of which stands on sources, between words that promise nothing.</summary>
internal static class RuleDraft
{
    private const int MostLines = 10;

    /// <summary>Writes the card; null when the turn found nothing to write about.</summary>
    /// <param name="kind">For whom.</param>
    /// <param name="sections">The checked sections of the answer.</param>
    /// <param name="writer">The name under the text.</param>
    /// <param name="isBeside">Whether it was asked beside a record, which it is about then.</param>
    public static DraftCard? Of(DraftKind kind, IReadOnlyList<AnswerSection> sections, string writer, bool isBeside)
    {
        var said = sections.Where(s => s.Answers).SelectMany(s => Fitting(kind, s, isBeside)).Take(MostLines).ToList();
        if (said.Count == 0)
        {
            return null;
        }

        var lines = said.Select(s => string.Join(' ', s.Sentences.Select(x => x.Text))).ToList();
        var matter = lines.Count == 1 ? lines[0] : string.Join('\n', lines.Select(l => "- " + l));
        var subject = sections.Select(s => s.Call.Step.About).OfType<string>().FirstOrDefault();
        return new DraftCard
        {
            Title = DraftWords.Title(kind),
            Kind = DraftSheet.Name(kind),
            Subject = subject,
            Body = $"{DraftWords.Opening(kind)}\n\n{matter}\n\n{DraftWords.Closing(kind, writer)}",
            Sources = [.. said.SelectMany(s => s.Sentences).SelectMany(s => s.EvidenceIds).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>
    /// Colleagues may read causes; whoever is outside reads only of what the draft is about, and never what has no topic: that is for colleagues. Where the question named nothing,
    /// because it was asked beside a record, what has a topic is what it is about. Where it named nothing and stands beside nothing ("the customer who owes most"), a list is of several
    /// outside who must not read of each other: the first is meant.
    /// </summary>
    private static List<Statement> Fitting(DraftKind kind, AnswerSection section, bool isBeside)
    {
        var stood = section.Statements.Where(s => !s.IsOwn && s.Sentences.Count > 0).ToList();
        if (kind == DraftKind.Note)
        {
            return stood.FindAll(s => s.Role is FindingRole.Headline or FindingRole.Item or FindingRole.Detail or FindingRole.Cause);
        }

        var facts = stood.FindAll(s => s.Role is FindingRole.Item or FindingRole.Detail);
        var about = section.Call.Step.About;
        var close = kind != DraftKind.CustomerReply ? facts
            : about is not null ? facts.FindAll(s => s.Topic == about || s.Text.Contains(about, StringComparison.OrdinalIgnoreCase))
            : facts.FindAll(s => s.Topic is not null);
        if (about is null && !isBeside && close.FindAll(s => s.Role == FindingRole.Item) is [{ Topic: { } first }, ..] items && items.Exists(i => i.Topic != first))
        {
            close = close.FindAll(s => s.Topic == first);
        }

        return close.Count > 0 ? close : stood.FindAll(s => s.Role == FindingRole.Headline && !IsOfNothing(s, section));
    }

    /// <summary>"There are no open orders" counts to nothing: nobody outside is written that.</summary>
    private static bool IsOfNothing(Statement statement, AnswerSection section)
    {
        var cited = section.Call.Result.Evidence.Where(e => statement.EvidenceIds.Contains(e.Id, StringComparer.Ordinal)).ToList();
        return cited.Count > 0 && cited.TrueForAll(e => e.Calculation is { Result.Value: var value } && decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) && amount == 0);
    }
}
