using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Conversation.Reading;

namespace Copilot.Conversation.Mentions;

/// <summary>Recognises codes that no name list holds: lots, which are too many to list, and references that look like a product's and are unknown.</summary>
internal static partial class CodeMentions
{
    /// <summary>Finds such codes outside what is recognised already.</summary>
    public static IReadOnlyList<Mention> Find(QuestionText text, IReadOnlyList<(int Start, int End)> taken, IReadOnlyList<Mention> known)
    {
        var found = new List<Mention>();
        Collect(Lot(), SlotKind.Lot, 0.8);
        Collect(Reference(), SlotKind.Product, 0.5);
        return found;

        void Collect(Regex pattern, SlotKind kind, double score)
        {
            foreach (Match match in pattern.Matches(text.Text))
            {
                var code = match.Groups["code"];
                var (start, end) = (code.Index, code.Index + code.Length);
                if (!taken.Any(t => start < t.End && t.Start < end) && !known.Concat(found).Any(m => start < m.End && m.Start < end))
                {
                    var written = code.Value.ToUpperInvariant();
                    found.Add(new Mention(start, end, [new MentionCandidate(kind, written, written, null, score)], written));
                }
            }
        }
    }

    [GeneratedRegex(@"\b(?:lots?|batch(?:es)?|serials?)(?: (?:no\.?|nr\.?|number))?:? #?(?<code>(?=[\w./-]*\d)\w+(?:[-./]\w+)*)", RegexOptions.IgnoreCase)]
    private static partial Regex Lot();

    [GeneratedRegex(@"(?<![\w/.-])(?!(?:SOP|ISO|DIN|EN|UN|CE|QM|HR|IT|FAQ)-)(?<code>(?:[A-Z]{2,6}-(?=[A-Z0-9-]*\d)[A-Z0-9]+(?:-[A-Z0-9]+)*|[A-Z]{2,6}(?:-[A-Z0-9]+){2,}))(?![\w-])")]
    private static partial Regex Reference();
}
