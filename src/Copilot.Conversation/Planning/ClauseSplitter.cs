using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Copilot.Conversation.Planning;

/// <summary>Cuts a question into clauses that may each ask for something.</summary>
internal static partial class ClauseSplitter
{
    private static readonly FrozenSet<string> Openers = """
        what which who whom whose when where why how is are was were do does did has have had can could will would should shall may
        show list give tell find check get look any whats hows wheres also please their its his her our the open overdue late current
        status stock summary overview substitutes alternatives invoices receipts lots availability
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Cuts a question. A weak cut (at "and" or a comma) says that its right side belongs to the same sentence.</summary>
    public static IReadOnlyList<(Understanding Clause, bool SameSentence)> Split(Understanding question)
    {
        var cuts = Cuts().Matches(question.Text.Folded)
            .Where(m => m.Index > question.Start && m.Index + m.Length < question.End && !IsInside(question, m.Index, m.Index + m.Length))
            .Select(m => (m.Index, End: m.Index + m.Length, Hard: m.Groups["hard"].Success))
            .Where(c => c.Hard || BeginsClause(question, c.End))
            .ToList();
        var clauses = new List<(Understanding, bool)>();
        var start = question.Start;
        var same = false;
        foreach (var (index, end, hard) in cuts)
        {
            if (Holds(question, start, index))
            {
                clauses.Add((question.Part(start, index), same));
                same = !hard;
                start = end;
            }
        }

        if (Holds(question, start, question.End))
        {
            clauses.Add((question.Part(start, question.End), same));
        }

        return clauses.Count > 0 ? clauses : [(question, false)];
    }

    private static bool Holds(Understanding question, int start, int end) => question.Text.Words.Any(w => w.Start >= start && w.End <= end);

    private static bool IsInside(Understanding question, int start, int end)
        => question.Mentions.Any(m => start < m.End && m.Start < end) || question.Times.Any(t => start < t.End && t.Start < end) || question.Amounts.Any(a => start < a.End && a.Start < end);

    private static bool BeginsClause(Understanding question, int at)
    {
        var words = question.Text.Words.Where(w => w.Start >= at).Take(3).ToList();
        return words.Count >= 2 && !HandsOn(words[0].Text, words[1].Text) && (Openers.Contains(words[0].Text)
            || (words[0].Text is "after" or "by" or "until" or "till" or "within" or "from" or "at" or "to" or "up" or "for" or "in" && words[1].Text is "how" or "what" or "which" or "when" or "whom" or "to"));
    }

    /// <summary>"Take the stock of one order and give it to another" is one wish: what is given was just taken.</summary>
    private static bool HandsOn(string verb, string what) => verb == "give" && (what is "it" or "them" or "that" or "those" or "this" or "these");

    [GeneratedRegex(@"(?<hard>[?;\n]+|(?<=\w{3,})[.!](?=\s)|[,.]? (?:and )?also\b|,? (?:as well as|plus|and then)\b)|,? and\b|,|&| - ")]
    private static partial Regex Cuts();
}
