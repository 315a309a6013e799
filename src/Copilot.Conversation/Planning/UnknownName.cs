using Copilot.Conversation.Mentions;
using Copilot.Conversation.Reading;
using Copilot.Conversation.Routing;

namespace Copilot.Conversation.Planning;

/// <summary>Finds what is written like a name and is none that the caller may see. To leave it out would answer another question.</summary>
internal static class UnknownName
{
    private const int ShortestName = 4;

    /// <summary>Finds the first such name of a clause, or null.</summary>
    public static string? Of(Understanding clause, IntentRouter router)
    {
        var free = clause.FreeWords.ToList();
        for (var i = 0; i < free.Count; i++)
        {
            if (!(IsForeign(free[i], router) && StandsAsName(clause, free[i])) && !IsPartOfName(clause, free, i, router))
            {
                continue;
            }

            var (start, end) = (i > 0 && StandsBeside(free[i - 1], free[i]) && free[i - 1].Start > clause.Start ? free[i - 1].Start : free[i].Start, free[i].End);
            for (var k = i + 1; k < free.Count && free[k].Start - end <= 1 && (free[k].Capital || IsForeign(free[k], router)); k++)
            {
                end = free[k].End;
            }

            return clause.Text.Text[start..end];
        }

        return null;
    }

    /// <summary>Says whether a word is neither of the language of questions nor a slip of one.</summary>
    private static bool IsForeign(Word word, IntentRouter router) => IsUncommon(word) && !router.IsNearToAsking(word.Text);

    /// <summary>"Van Houten": the second of two capitals inside a sentence is no slip of the word that it resembles.</summary>
    private static bool IsPartOfName(Understanding clause, List<Word> free, int at, IntentRouter router)
        => at > 0 && StandsBeside(free[at - 1], free[at]) && free[at - 1].Start > clause.Start && IsUncommon(free[at]) && !router.IsAsking(free[at].Text)
            && clause.Text.Words.Count(w => w.Capital) * 2 <= clause.Text.Words.Count;

    private static bool StandsBeside(Word first, Word second) => first.Capital && second.Capital && second.Start - first.End == 1;

    private static bool IsUncommon(Word word)
        => word.Text.Length >= ShortestName && word.Text.All(char.IsLetter)
            && !OrdinaryWords.Hold(word.Text) && !LanguageGuess.IsSmall(word.Text) && !LanguageGuess.IsTrade(word.Text);

    private static bool StandsAsName(Understanding clause, Word word)
    {
        var before = clause.Text.Words.Where(w => w.End <= word.Start).Select(w => (Word?)w).LastOrDefault();
        return before is { } previous
            && (previous.Text is "to" or "for" or "from" or "of" or "with" or "about" or "customer" or "client" or "supplier" or "vendor" or "product" or "does" or "did" or "has" or "is" && (word.Capital || previous.Text is not ("is" or "has" or "does" or "did"))
                || word.Capital);
    }
}
