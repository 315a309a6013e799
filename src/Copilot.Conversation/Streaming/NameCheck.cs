using Copilot.Contracts;
using Copilot.Conversation.Grounding;
using Copilot.Conversation.Mentions;
using Copilot.Conversation.Reading;

namespace Copilot.Conversation.Streaming;

/// <summary>Holds the names of a sentence to evidence: whoever and whatever is named must stand there.</summary>
/// <param name="finder">Knows the names of the business.</param>
/// <param name="names">The names the caller may see.</param>
/// <param name="isAskedWith">Says whether a folded word belongs to everyday questions.</param>
/// <param name="language">The language of the answer; where all nouns have capitals, only known names are told apart.</param>
internal sealed class NameCheck(MentionFinder finder, EntityNames names, Func<string, bool> isAskedWith, string language)
{
    private static readonly HashSet<string> Capitalised = new(StringComparer.Ordinal)
    {
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "eur", "usd", "gbp", "chf",
    };

    /// <summary>Finds the first name that the evidence does not hold, or null.</summary>
    public string? Missing(string plain, CitationCheck check, IReadOnlyList<string> cited) => Missing(plain, (word, isJoined) => check.Holds(cited, word, whole: !isJoined));

    /// <summary>Finds the first name that is not held, or null.</summary>
    /// <param name="plain">The sentence.</param>
    /// <param name="holds">Says whether a word is held; the parts of "GLV-NIT-L" are joined, and stand in evidence as parts too.</param>
    public string? Missing(string plain, Func<string, bool, bool> holds)
    {
        var words = QuestionText.WordsOf(plain);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (!word.Capital || word.Text.Length < 3 || !word.Text.All(char.IsLetter) || Capitalised.Contains(word.Text))
            {
                continue;
            }

            var known = finder.IsOfName(names, word.Text);
            var starts = i == 0 || StartsPart(plain, words[i - 1].End, word.Start);
            var isJoined = Joins(plain, word.Start - 1) || Joins(plain, word.End);
            if ((known || (!starts && language != "de" && !OrdinaryWords.Hold(word.Text) && !isAskedWith(word.Text))) && !holds(word.Text, isJoined) && !holds(Singular(word.Text), isJoined))
            {
                return plain[word.Start..word.End];
            }
        }

        return null;
    }

    private static bool Joins(string plain, int at) => at > 0 && at + 1 < plain.Length && plain[at] is '-' or '/' or '.' or '_' && char.IsLetterOrDigit(plain[at - 1]) && char.IsLetterOrDigit(plain[at + 1]);

    private static string Singular(string word) => word.Length > 3 && word[^1] == 's' ? word[..^1] : word;

    private static bool StartsPart(string plain, int from, int to) => plain[from..to].Any(c => c is '.' or '!' or '?' or ':' or ';' or '•');
}
