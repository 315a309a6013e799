using Copilot.Contracts;
using Copilot.Conversation.Reading;

namespace Copilot.Conversation.Mentions;

/// <summary>Recognises document numbers: written whole ("S00042", "LYO/OUT/42"), after a word ("order 42") or with a hash ("#1042").</summary>
internal static class NumberMentions
{
    private const int MostDigits = 12;

    /// <summary>Finds the numbers in a question.</summary>
    public static IEnumerable<Mention> Find(IReadOnlyList<NumberPattern> patterns, QuestionText text, IReadOnlyList<(int Start, int End)> taken)
    {
        var known = patterns.Select(p => (Pattern: p, Prefix: QuestionText.WordsOf(p.Prefix), Words: p.Words.Select(w => QuestionText.WordsOf(w)).ToList())).ToList();
        var announced = new List<NumberPattern>();
        for (var i = 0; i < text.Words.Count; i++)
        {
            var found = Written(known, text, i, out var last);
            if (found.Count == 0 && text.Words[i].IsNumber && text.Words[i].Text.Length <= MostDigits && !taken.Any(t => text.Words[i].Start < t.End && t.Start < text.Words[i].End))
            {
                last = i;
                var heard = Announced(known, text, i, out var plural);
                found = plural && (IsYear(text.Words[i].Text) || FollowedByUnit(text, i)) ? [] : heard;
                found = found.Count > 0 ? found : InList(text, i, announced);
            }

            if (found.Count == 0)
            {
                announced = text.Words[i].Text is "and" or "or" ? announced : [];
                continue;
            }

            announced = found;
            var digits = Digits(text.Words[last].Text);
            yield return new Mention(Hash(text, text.Words[i].Start), text.Words[last].End, Candidates(found, digits), digits);
            i = last;
        }
    }

    private static List<MentionCandidate> Candidates(List<NumberPattern> patterns, string digits)
        => [.. patterns.GroupBy(p => (p.Kind, Shape: string.Concat(p.Prefix.Select(c => char.IsAsciiDigit(c) ? '9' : c))))
            .Select(g => g.MaxBy(p => p.Prefix, StringComparer.Ordinal)!)
            .Select(p => p.Prefix + digits.TrimStart('0').PadLeft(p.Padding, '0'))
            .Zip(patterns.GroupBy(p => (p.Kind, Shape: string.Concat(p.Prefix.Select(c => char.IsAsciiDigit(c) ? '9' : c)))), (number, g) => new MentionCandidate(g.Key.Kind, number, number, null, 1))];

    private static List<NumberPattern> Written(List<(NumberPattern Pattern, IReadOnlyList<Word> Prefix, List<IReadOnlyList<Word>> Words)> known, QuestionText text, int i, out int last)
    {
        last = i;
        var best = new List<NumberPattern>();
        var longest = 0;
        foreach (var (pattern, prefix, words) in known)
        {
            foreach (var start in words.Where(w => w.Count == 1 && w[0].Text.Length is 2 or 3).Append(prefix))
            {
                if (start.Count == 0 || !Fits(pattern, start, text, i, out var end) || end - i + 1 < longest)
                {
                    continue;
                }

                if (end - i + 1 > longest)
                {
                    best = [];
                    longest = end - i + 1;
                    last = end;
                }

                if (!best.Contains(pattern))
                {
                    best.Add(pattern);
                }
            }
        }

        return best;
    }

    /// <summary>A prefix that ends in a letter joins its digits ("S00042"); one that ends in a sign is followed by them ("LYO/OUT/00042").</summary>
    private static bool Fits(NumberPattern pattern, IReadOnlyList<Word> prefix, QuestionText text, int i, out int end)
    {
        end = i;
        var apart = pattern.Prefix.Length > 0 && !char.IsLetterOrDigit(pattern.Prefix[^1]);
        for (var k = 0; k < prefix.Count; k++)
        {
            if (i + k >= text.Words.Count || (k > 0 && text.Words[i + k].Start - text.Words[i + k - 1].End > 1))
            {
                return false;
            }

            var word = text.Words[i + k].Text;
            var isLast = k == prefix.Count - 1;
            if (isLast && !apart && word.Length > prefix[k].Text.Length && word.StartsWith(prefix[k].Text, StringComparison.Ordinal) && word[prefix[k].Text.Length..].All(char.IsAsciiDigit))
            {
                end = i + k;
                return true;
            }

            if (word != prefix[k].Text)
            {
                return false;
            }
        }

        end = i + prefix.Count;
        return end < text.Words.Count && text.Words[end].IsNumber && text.Words[end].Start - text.Words[end - 1].End <= 1;
    }

    private static List<NumberPattern> Announced(List<(NumberPattern Pattern, IReadOnlyList<Word> Prefix, List<IReadOnlyList<Word>> Words)> known, QuestionText text, int i, out bool plural)
    {
        plural = false;
        var before = i - 1;
        while (before >= 0 && i - before < 3 && text.Words[before].Text is "no" or "nr" or "number" or "num" or "ref" or "reference")
        {
            before--;
        }

        var best = new List<NumberPattern>();
        var longest = 0;
        foreach (var (pattern, _, words) in known)
        {
            foreach (var word in words)
            {
                var length = Ends(text, before, word, out var isPlural);
                if (length > longest)
                {
                    best = [];
                    longest = length;
                    plural = isPlural;
                }

                if (length > 0 && length == longest && !best.Contains(pattern))
                {
                    best.Add(pattern);
                }
            }
        }

        if (best.Count == 0 && Hash(text, text.Words[i].Start) < text.Words[i].Start)
        {
            best = [.. known.Where(k => k.Pattern.Prefix is "" or "#").Select(k => k.Pattern)];
        }

        return best;
    }

    private static int Ends(QuestionText text, int last, IReadOnlyList<Word> announcing, out bool plural)
    {
        plural = false;
        for (var k = 0; k < announcing.Count; k++)
        {
            var position = last - announcing.Count + 1 + k;
            if (position < 0)
            {
                return 0;
            }

            var word = text.Words[position].Text;
            var isLast = k == announcing.Count - 1;
            if (isLast && word == announcing[k].Text + "s")
            {
                plural = true;
            }
            else if (word != announcing[k].Text && !(word.Length >= 5 && !OrdinaryWords.Hold(word) && EditDistance.Within(word, announcing[k].Text, 1) <= 1))
            {
                return 0;
            }
        }

        return announcing.Count;
    }

    /// <summary>"orders 42, 43 and 44": what announced the first announces the others.</summary>
    private static List<NumberPattern> InList(QuestionText text, int i, List<NumberPattern> announced)
        => announced.Count > 0 && !FollowedByUnit(text, i) ? announced : [];

    private static bool FollowedByUnit(QuestionText text, int i)
        => i + 1 < text.Words.Count && text.Words[i + 1].Start - text.Words[i].End <= 1 && text.Words[i + 1].Text is "day" or "days" or "week" or "weeks" or "month" or "months" or "hour" or "hours" or "units" or "pcs" or "pieces" or "boxes" or "percent" or "euro" or "euros" or "eur" or "k";

    private static bool IsYear(string digits) => digits.Length == 4 && (digits.StartsWith("19", StringComparison.Ordinal) || digits.StartsWith("20", StringComparison.Ordinal));

    private static string Digits(string word) => new([.. word.Reverse().TakeWhile(char.IsAsciiDigit).Reverse()]);

    private static int Hash(QuestionText text, int start) => start > 0 && text.Folded[start - 1] == '#' ? start - 1 : start;
}
