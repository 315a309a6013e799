using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Conversation.Reading;

namespace Copilot.Conversation.Mentions;

/// <summary>Recognises codes that no name list holds: lots and storage locations, which are too many to list, and references that look like a product's and are unknown.</summary>
internal static partial class CodeMentions
{
    /// <summary>Finds such codes outside what is recognised already.</summary>
    public static IReadOnlyList<Mention> Find(QuestionText text, IReadOnlyList<NumberPattern> patterns, IReadOnlyList<(int Start, int End)> taken, IReadOnlyList<Mention> known)
    {
        var found = new List<Mention>();
        Collect(Lot(), _ => SlotKind.Lot, 0.8);
        Collect(Place(), _ => SlotKind.Location, 0.8);
        Collect(Bin(), _ => SlotKind.Location, 0.7);

        // A number of another year ("INV/2019/7") is still an invoice's: not finding it is an answer, leaving it out is not.
        Collect(Slashed(), code => patterns.FirstOrDefault(p => p.Prefix.Contains('/', StringComparison.Ordinal) && p.Prefix.Split('/')[0].Equals(code.Split('/')[0], StringComparison.OrdinalIgnoreCase))?.Kind, 0.6);

        // Customers' own references end in digits alone ("NL-88231"); products' codes hold letters.
        Collect(OrderReference(), _ => SlotKind.SalesOrder, 0.5, SlotKind.Product);
        Collect(Reference(), _ => SlotKind.Product, 0.5);
        return found;

        void Collect(Regex pattern, Func<string, SlotKind?> kindOf, double score, SlotKind? other = null)
        {
            foreach (Match match in pattern.Matches(text.Text))
            {
                var code = match.Groups["code"];
                var (start, end) = (code.Index, code.Index + code.Length);
                if (kindOf(code.Value) is { } kind && !taken.Any(t => start < t.End && t.Start < end) && !known.Concat(found).Any(m => start < m.End && m.Start < end))
                {
                    var written = code.Value.ToUpperInvariant();
                    var also = other is { } second ? new[] { new MentionCandidate(second, written, written, null, score - 0.1) } : [];
                    found.Add(new Mention(start, end, [new MentionCandidate(kind, written, written, null, score), .. also], written));
                }
            }
        }
    }

    /// <summary>Finds what is written as one reference, known or not.</summary>
    public static IReadOnlyList<(int Start, int End)> Written(QuestionText text)
        => [.. OrderReference().Matches(text.Text).Concat(Reference().Matches(text.Text)).Concat(Bin().Matches(text.Text)).Select(m => m.Groups["code"]).Select(c => (c.Index, c.Index + c.Length))];

    [GeneratedRegex(@"\b(?:lots?|batch(?:es)?|serials?)(?: (?:no\.?|nr\.?|number))?:? #?(?<code>(?=[\w./-]*\d)\w+(?:[-./]\w+)*)", RegexOptions.IgnoreCase)]
    private static partial Regex Lot();

    /// <summary>A bin, a shelf or an aisle by its noun: "bin B4", "aisle A".</summary>
    [GeneratedRegex(@"\b(?:(?:bin|shelf|rack|location|lagerplatz|regal|fach|emplacement|etagere|étagère|ubicaci[oó]n|estanter[ií]a|locatie|schap|ubicazione|scaffale)(?: (?:no\.?|nr\.?|number))?:? #?(?<code>(?=[\w./-]*\d)\w+(?:[-./]\w+)*)(?! ?(?:%|days?|weeks?|months?|years?|times?))|(?:aisle|gang|allee|allée|pasillo|corsia) (?<code>(?-i:[A-Z])(?:\d{1,3})?|\d{1,3}))(?![\w/-])", RegexOptions.IgnoreCase)]
    private static partial Regex Place();

    /// <summary>A bin by its form: an aisle's letter, the bay and the level ("A-12-03"), or Odoo's path to a place ("WH/Stock/Shelf 1" up to the blank).</summary>
    [GeneratedRegex(@"(?<![\w/.-])(?<code>(?:[A-Za-z0-9]{2,6}/stock(?:/[\w.-]+)*)|(?:[A-Za-z]-[0-9]{1,3}-[0-9]{1,3}(?:-[0-9]{1,3})?))(?![\w/-])", RegexOptions.IgnoreCase)]
    private static partial Regex Bin();

    [GeneratedRegex(@"(?<![\w/.-])(?<code>[A-Za-z]{2,6}(?:/[A-Za-z0-9]{1,8}){0,2}/[0-9]{1,12})(?![\w/-])")]
    private static partial Regex Slashed();

    [GeneratedRegex(@"(?<![\w/.-])(?!(?:SOP|ISO|DIN|EN|UN|CE|QM|HR|IT|FAQ)-)(?<code>[A-Z]{2,4}-(?:[0-9]{4}-)?[0-9]{3,8})(?![\w-])")]
    private static partial Regex OrderReference();

    [GeneratedRegex(@"(?<![\w/.-])(?!(?:SOP|ISO|DIN|EN|UN|CE|QM|HR|IT|FAQ)-)(?<code>(?:[A-Z]{2,6}-(?=[A-Z0-9-]*\d)[A-Z0-9]+(?:-[A-Z0-9]+)*|[A-Z]{2,6}(?:-[A-Z0-9]+){2,}))(?![\w-])")]
    private static partial Regex Reference();
}
