using Copilot.Knowledge.Analysis;

namespace Copilot.Knowledge.Retrieval;

/// <summary>Recognises words written like names.</summary>
internal static class ProperNames
{
    /// <summary>Says whether a word of the question is written like a name: a capital inside a sentence, in a question that does not capitalise everything.</summary>
    public static bool IsOne(string question, Word word)
    {
        if (word.End > question.Length || !char.IsUpper(question[word.Start]) || word.End - word.Start < 3)
        {
            return false;
        }

        var before = question.AsSpan(0, word.Start).TrimEnd();
        if (before.Length == 0 || before[^1] is '.' or '!' or '?' or ':' or '"')
        {
            return false;
        }

        var words = WordSplitter.Split(question).ToList();
        return words.Count(w => char.IsUpper(question[w.Start])) * 2 <= words.Count + 1
            && !question.AsSpan(word.Start, word.End - word.Start).ToString().All(c => char.IsUpper(c) || char.IsDigit(c));
    }
}
