using Copilot.Conversation.Planning;
using Copilot.Conversation.Reading;

namespace Copilot.Conversation.Streaming;

/// <summary>
/// Whether the words of a sentence come from what it cites. Figures and names can be right in a sentence that says something else altogether; a sentence whose
/// content words are mostly nowhere in its sources, nor in the question, is about something else. Words are compared by their beginnings, so that "delivered" is held by "delivery".
/// </summary>
internal static class ContentWords
{
    private const int Shortest = 4;
    private const int Beginning = 5;
    private const double Half = 0.5;

    /// <summary>Finds the first content word that is not held, where too few of them are; null when enough are held.</summary>
    /// <param name="plain">The sentence.</param>
    /// <param name="held">What it may take its words from: the text of its sources and the question.</param>
    /// <param name="least">The share of them that must be held.</param>
    public static string? Unheld(string plain, string held, double least = Half)
    {
        var said = Of(plain).ToList();
        if (said.Count == 0)
        {
            return null;
        }

        var known = Of(held).Select(Begin).ToHashSet(StringComparer.Ordinal);
        var missing = said.FindAll(w => !known.Contains(Begin(w)));
        return said.Count - missing.Count >= said.Count * least ? null : missing[0];
    }

    private static IEnumerable<string> Of(string text)
        => QuestionText.WordsOf(text).Select(w => w.Text).Where(w => w.Length >= Shortest && w.All(char.IsLetter) && !LanguageGuess.IsSmall(w)).Distinct(StringComparer.Ordinal);

    private static string Begin(string word) => word.Length <= Beginning ? word : word[..Beginning];
}
