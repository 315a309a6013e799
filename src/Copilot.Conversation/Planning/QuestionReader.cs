using Copilot.Contracts;
using Copilot.Conversation.Dates;
using Copilot.Conversation.Mentions;
using Copilot.Conversation.Reading;

namespace Copilot.Conversation.Planning;

/// <summary>Reads a question: times first, then amounts, then names, so that "27 Nov" is never a product.</summary>
internal sealed class QuestionReader(MentionFinder mentions)
{
    /// <summary>Reads a question.</summary>
    public Understanding Read(EntityNames names, string question, DateOnly today)
    {
        var text = QuestionText.Of(question);
        var times = PeriodReader.Find(text, today);
        var amounts = AmountReader.Find(text, times.Select(t => (t.Start, t.End)));

        // A number right before a product's reference counts it and is no document's: "transfer 3 of GLV-NIT-L"; so do "500 boxes of GLV-NIT-L", though boxes are in many names.
        var taken = times.Select(t => (t.Start, t.End)).Concat(amounts.Where(a => a.Kind != AmountKind.Quantity || a.Unit is null || Counts(text, a)).Select(a => (a.Start, a.End))).ToList();
        var found = mentions.Find(names, text, taken);

        // "48 mm x 66 m" belongs to a product's name, not to a quantity.
        var free = amounts.Where(a => !found.Any(m => a.Start < m.End && m.Start < a.End)).ToList();
        return new Understanding { Text = text, Start = 0, End = text.Text.Length, Mentions = found, Times = times, Amounts = free };
    }

    /// <summary>Whether a unit counts what is named behind it: "one box of gloves", "3 rolls FLM-STR-23".</summary>
    private static bool Counts(QuestionText text, Amount amount)
        => amount.Unit is { Length: > 2 } && (amount.Unit[^1] == 's' || text.Folded.AsSpan(amount.End).StartsWith(" of ", StringComparison.Ordinal));
}
