using System.Text.RegularExpressions;
using Copilot.Knowledge.Analysis;
using Copilot.Knowledge.Retrieval;

namespace Copilot.Knowledge.Answering;

/// <summary>
/// The word that says what is wanted: "brand" of "which brand of scanner", "turns" of "how many turns of film". People say the rest in other words than the
/// documents; a text that lacks this word, and all its synonyms, mostly answers another question.
/// </summary>
internal sealed partial class AnswerFocus
{
    private const int CountedWithin = 3;

    private readonly List<QuestionTerm> _wanted;
    private readonly bool _counts;

    /// <summary>Reads a question.</summary>
    /// <param name="text">The question, misspelt words put right.</param>
    /// <param name="question">The question as it is looked for.</param>
    public AnswerFocus(string text, Question question)
    {
        var counted = Counted().Match(text);
        var named = Named().Match(text);
        var asked = counted.Success ? counted.Groups["what"].Value : named.Success ? named.Groups["what"].Value : Acting().Match(text).Groups["what"].Value;
        var stems = WordSplitter.Split(asked).Where(w => !StopWords.Contains(w.Text) && !StopWords.IsAsking(w.Text) && !StopWords.IsCommon(w.Text)).Select(w => w.Stem).ToList();
        var last = stems.Count == 0 ? null : question.Terms.FirstOrDefault(t => !t.IsName && !t.IsCode && t.Stems.GetValueOrDefault(stems[^1]) >= QuestionTerm.AsGoodAsSaid);
        _wanted = last is null ? [] : [last];
        _counts = counted.Success && counted.Groups["many"].Success && _wanted.Count > 0;
    }

    /// <summary>Says how well a statement holds what is wanted: 1 in its own words, less in the heading or title above it, -1 nowhere; 0 when the question names nothing.</summary>
    public double In(IReadOnlySet<string> own, IReadOnlySet<string> heading, IReadOnlySet<string> title)
    {
        if (_wanted.Count == 0)
        {
            return 0;
        }

        var held = _wanted.Max(t => Math.Max(Question.Held(t, own), Math.Max(0.6 * Question.Held(t, heading), 0.5 * Question.Held(t, title))));
        return held > 0 ? held : -1;
    }

    /// <summary>Says whether a statement counts what is to be counted: 1 when a number stands before it, -1 when not; 0 when nothing is to be counted.</summary>
    public int Counts(Statement statement, string language)
    {
        if (!_counts)
        {
            return 0;
        }

        var words = WordSplitter.Split(statement.Text, language).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            if (_wanted.Exists(t => t.Stems.ContainsKey(words[i].Stem)) && words.Skip(Math.Max(0, i - CountedWithin)).Take(Math.Min(i, CountedWithin) + 1).Any(IsNumber))
            {
                return 1;
            }
        }

        return -1;
    }

    private static bool IsNumber(Word word)
        => char.IsDigit(word.Text[0]) || word.Text is "one" or "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine" or "ten" or "no" or "every" or "all" or "once" or "twice";

    private const string Ends = @"(?=\s+(?:of|for|in|on|at|to|with|from|by|per|as|do|does|did|may|might|can|could|must|shall|should|is|are|was|were|has|have|had|will|would|we|i|you|they|he|she|it|one|the|a|an|our|my|that|this|who|when|if|before|after|between|under|without|go|goes)\b|\s*[?.,;!]|\s*$)";

    [GeneratedRegex(@"\bhow (?:(?<many>many)|much) (?!(?:do|does|did|may|might|can|could|must|shall|should|is|are|was|were|has|have|had|will|would|of|per|in|on|for|to)\b)(?<what>[\w'-]+(?: [\w'-]+){0,3}?)" + Ends, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\b(?:what|which)(?:'s| is| are| was| were)? (?:(?:the|our|my|their|its|your|a|an|all) )*(?!(?:do|does|did|may|might|can|could|must|shall|should|is|are|was|were|has|have|had|will|would|we|i|you|they|if|to|about)\b)(?<what>[\w'-]+(?: [\w'-]+){0,3}?)" + Ends + @"|\bhow (?:long|high|big|large|heavy|old|loud|wide|thick) (?:is|are|was|were) (?:(?:the|our|my|their|its|your|a|an) )*(?<what>[\w'-]+(?: [\w'-]+){0,3}?)" + Ends + @"|\bwho (?:is|are|was) (?:(?:the|our|my|their|its|your|a) )*(?<what>[\w'-]+(?: [\w'-]+){0,2}?)" + Ends, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"\bwho (?!(?:do|does|did|may|might|can|could|must|shall|should|is|are|was|were|has|have|had|will|would|else)\b)(?<what>[\w'-]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Acting();
}
