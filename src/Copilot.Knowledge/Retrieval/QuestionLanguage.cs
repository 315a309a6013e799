using Copilot.Knowledge.Analysis;
using Copilot.Knowledge.Analysis.Stemming;

namespace Copilot.Knowledge.Retrieval;

/// <summary>
/// The language a question is asked in, among those of the documents, and the stems its words may have in each of them: every document
/// is indexed in its own language, and a name or a loan word may stand in any.
/// </summary>
internal sealed class QuestionLanguage
{
    private readonly IReadOnlyList<string> _all;

    private QuestionLanguage(string asked, IReadOnlyList<string> all)
    {
        Asked = asked;
        _all = all;
    }

    /// <summary>Gets the language of the question, an ISO 639-1 code.</summary>
    public string Asked { get; }

    /// <summary>Gets a value indicating whether it is asked in English; only then English synonyms and words of asking hold.</summary>
    public bool IsEnglish => Asked == LanguageDetector.Default;

    /// <summary>Gets a value indicating whether all documents are in English as well.</summary>
    public bool IsOnlyEnglish => IsEnglish && _all.All(l => l == LanguageDetector.Default);

    /// <summary>Gets a value indicating whether it is asked in a language that writes compounds as one word.</summary>
    public bool HasCompounds => Asked is "de" or "nl";

    /// <summary>Gets a value indicating whether every noun is written with a capital, so that capitals tell no names.</summary>
    public bool CapitalisesNouns => Asked == "de";

    /// <summary>Tells the language of a question; one that does not tell ("Rückgabe Handschuhe") is taken to be in that of most documents.</summary>
    /// <param name="question">The question.</param>
    /// <param name="languages">The languages of the documents, that of most first.</param>
    public static QuestionLanguage Of(string question, IReadOnlyList<string> languages)
    {
        if (languages.All(l => l == LanguageDetector.Default))
        {
            return new QuestionLanguage(LanguageDetector.Default, languages);
        }

        var told = LanguageDetector.Detect(question, languages);
        var isTold = told != LanguageDetector.Default || WordSplitter.Split(question).Any(w => w.Text.Length > 1 && (StopWords.Contains(w.Text) || StopWords.IsAsking(w.Text)));
        return new QuestionLanguage(isTold ? told : languages[0], languages);
    }

    /// <summary>Says whether a word is grammar only in the language of the question.</summary>
    public bool IsGrammar(string word) => StopWords.Contains(word, Asked);

    /// <summary>Says whether a word belongs to the asking rather than to what is asked.</summary>
    public bool IsAsking(string word) => IsEnglish ? StopWords.IsAsking(word) : AskingWords.Contains(word, Asked);

    /// <summary>Says whether a word is so general that a question hardly stands or falls with it.</summary>
    public bool IsCommon(string word) => IsEnglish && StopWords.IsCommon(word);

    /// <summary>Stems a word by the language of the question.</summary>
    public string StemOf(string word) => Stemmers.For(Asked).Stem(word);

    /// <summary>Gets the words of a text, stemmed by the language of the question, with their stems in the languages of all documents.</summary>
    public IEnumerable<QuestionWord> Words(string text)
    {
        foreach (var word in WordSplitter.Split(text, Asked))
        {
            var foreign = new List<string>();
            var written = IsOnlyEnglish ? word.Text : WordSplitter.Lower(text.AsSpan(word.Start, word.End - word.Start));
            foreach (var language in _all)
            {
                if (language != Asked && Stemmers.For(language).Stem(written) is var stem && stem != word.Stem && !foreign.Contains(stem, StringComparer.Ordinal))
                {
                    foreign.Add(stem);
                }
            }

            yield return new QuestionWord(word, [word.Stem], foreign);
        }
    }
}
