using System.Text;
using Copilot.Contracts;
using Copilot.Conversation.Dates;
using Copilot.Conversation.Mentions;
using Copilot.Conversation.Reading;
using Copilot.Conversation.Routing;

namespace Copilot.Conversation.Planning;

/// <summary>What was recognised in a question, or in one clause of it.</summary>
internal sealed record Understanding
{
    /// <summary>Gets the question.</summary>
    public required QuestionText Text { get; init; }

    /// <summary>Gets where the clause begins in the question.</summary>
    public required int Start { get; init; }

    /// <summary>Gets where the clause ends.</summary>
    public required int End { get; init; }

    /// <summary>Gets the things it speaks of.</summary>
    public required IReadOnlyList<Mention> Mentions { get; init; }

    /// <summary>Gets its days and periods.</summary>
    public required IReadOnlyList<TimeMention> Times { get; init; }

    /// <summary>Gets its quantities, sums and counts.</summary>
    public required IReadOnlyList<Amount> Amounts { get; init; }

    /// <summary>Gets what an earlier clause spoke of and this one does not name again.</summary>
    public string? Subject { get; init; }

    /// <summary>Gets the words that shall be written as they are, taken out of the question before it was read; null when there are none.</summary>
    public string? Message { get; init; }

    /// <summary>Gets the clause as typed.</summary>
    public string Clause => Text.Text[Start..End].Trim(' ', ',', ';', '?', '.', '\n') + (Subject is null ? string.Empty : " (" + Subject + ")");

    /// <summary>Gets the words outside everything that was recognised.</summary>
    public IEnumerable<Word> FreeWords => Text.Words.Where(w => w.Start >= Start && w.End <= End && !Spans().Any(s => w.Start < s.End && s.Start < w.End));

    /// <summary>Cuts a part out.</summary>
    public Understanding Part(int start, int end) => this with
    {
        Start = start,
        End = end,
        Mentions = [.. Mentions.Where(m => m.Start >= start && m.End <= end)],
        Times = [.. Times.Where(t => t.Start >= start && t.End <= end)],
        Amounts = [.. Amounts.Where(a => a.Start >= start && a.End <= end)],
    };

    /// <summary>Writes the clause with placeholders for what was recognised, as examples are written.</summary>
    public string Pattern()
    {
        var replaced = Mentions.Select(m => (m.Start, m.End, Word: Placeholders.Of(m.Kind)))
            .Concat(Times.Select(t => (t.Start, t.End, Word: Placeholders.Of(t.Day is null ? SlotKind.PeriodStart : SlotKind.Day))))
            .Concat(Amounts.Where(a => a.Kind == AmountKind.Money).Select(a => (a.Start, a.End, Word: Placeholders.Of(SlotKind.Money))))
            .OrderBy(r => r.Start);
        var pattern = new StringBuilder();
        var at = Start;
        foreach (var (start, end, word) in replaced)
        {
            if (start >= at)
            {
                pattern.Append(Text.Folded, at, start - at).Append(word).Append(' ');
                at = end;
            }
        }

        return pattern.Append(Text.Folded, at, End - at).Replace('\n', ' ').ToString();
    }

    private IEnumerable<(int Start, int End)> Spans()
        => Mentions.Select(m => (m.Start, m.End)).Concat(Times.Select(t => (t.Start, t.End))).Concat(Amounts.Select(a => (a.Start, a.End)));
}
