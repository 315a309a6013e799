using Copilot.Knowledge.Analysis;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Retrieval;

/// <summary>Turns a question into weighted terms: grammar dropped, typos put right against the index, synonyms and codes added.</summary>
internal sealed class QuestionReader(IKnowledgeStore store, Synonyms synonyms)
{
    private const string AskingWord = "please";
    private const int MostWords = 64;
    private const double AskingWeight = 0.085;
    private const double AskingShare = 0.5;
    private const double UnknownWeight = 1.0;
    private const double CommonShare = 0.4;
    private const double LabelShare = 0.4;
    private const double SynonymShare = 0.7;
    private const double PhraseShare = 0.9;
    private const double TypoShare = 0.75;
    private const double ForeignShare = 0.25;
    private const double CompoundShare = 0.7;
    private const double WholeShare = 0.6;
    private const double PartShare = 0.4;

    private WordBook? _book;

    /// <summary>Reads a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="names">The names of what it is about.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<Question> ReadAsync(string question, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var language = QuestionLanguage.Of(question, await store.LanguagesAsync(cancellationToken));
        var nameWords = names.SelectMany(language.Words).ToList();
        var nameStems = nameWords.SelectMany(w => w.Stems.Concat(w.Foreign)).ToHashSet(StringComparer.Ordinal);
        var all = language.Words(question).Take(2 * MostWords).ToList();
        var phrases = language.IsEnglish ? synonyms.PhrasesIn([.. all.Select(w => w.Word)]) : [];
        var words = all
            .Where(w => !phrases.Exists(p => p.Rest.Contains(w.Word)) && (!language.IsGrammar(w.Word.Text) || phrases.Exists(p => p.First == w.Word)))
            .DistinctBy(w => w.Word.Stem).Take(MostWords).ToList();
        words.AddRange(nameWords.Where(n => words.TrueForAll(w => w.Word.Stem != n.Word.Stem)).DistinctBy(n => n.Word.Stem));
        var book = language.IsOnlyEnglish ? null : await BookAsync(cancellationToken);
        var asking = words.Select(w => w.Word.Stem).ToHashSet(StringComparer.Ordinal);
        words = book is null ? words : words.ConvertAll(w => WithKnownStems(w, asking, book, language));
        var codes = CodeWords.OfQuestion(question).Concat(names.SelectMany(CodeWords.Of)).Distinct(StringComparer.Ordinal).ToList();
        var sureCodes = CodeWords.Of(question).ToHashSet(StringComparer.Ordinal);

        var wanted = words.SelectMany(w => w.Stems.Concat(w.Foreign).Concat(w.Compounds).Concat(SynonymsOf(w, language)))
            .Concat(phrases.SelectMany(p => p.Meant)).Concat(codes).ToList();
        var counts = await store.CountsAsync(wanted, cancellationToken);
        var terms = new List<QuestionTerm>();
        var spelling = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var asked in words)
        {
            var word = asked.Word;
            var phrase = phrases.Find(p => p.First == word);
            var term = phrase is null ? await TermAsync(asked, language, counts, nameStems.Contains(asked.Word.Stem), spelling, cancellationToken) : TermOf(phrase, counts);
            var said = Math.Max(1, all.Count(w => w.Word.Stem == word.Stem));
            term = term with { Said = said, Pull = PullOf(term, language, counts, said) };

            // In a compound ("put-away") a word of asking is part of a name.
            var compound = language.IsAsking(word.Text) && word.End < question.Length && question[word.End] == '-';
            term = compound ? term with { Weight = counts.Weight(word.Stem) } : term;
            term = term with { IsProper = !term.IsName && !language.CapitalisesNouns && ProperNames.IsOne(question, word) };
            terms.AddRange(book is not null && !term.IsName && language.HasCompounds ? PartsOf(term, book, language, counts) : [term]);
        }

        terms.AddRange(codes
            .Where(c => sureCodes.Contains(c) || counts.ByStem.GetValueOrDefault(c) > 0)
            .Where(c => words.TrueForAll(w => w.Word.Text != c))
            .Select(c => new QuestionTerm
            {
                Word = c,
                Stems = new Dictionary<string, double>(StringComparer.Ordinal) { [c] = 1 },
                Pull = counts.Weight(c) * (CodeWords.IsLabel(c) ? LabelShare : 1),
                Weight = counts.Weight(c) * (CodeWords.IsLabel(c) ? LabelShare : counts.ByStem.GetValueOrDefault(c) > 0 ? 1 : 0.5),
                IsCode = true,
                IsName = nameStems.Count > 0 && names.Any(n => CodeWords.Of(n).Contains(c, StringComparer.Ordinal)),
            }));
        return new Question(terms, counts) { Spelling = spelling, SaidStems = Said(all, language, terms, counts) };
    }

    private static QuestionWord WithKnownStems(QuestionWord word, HashSet<string> asked, WordBook book, QuestionLanguage language)
        => word with
        {
            Stems = [.. word.Stems.Concat(book.StemsOf(word.Word.Text)).Distinct(StringComparer.Ordinal)],
            Compounds = language.HasCompounds && !language.IsAsking(word.Word.Text) ? book.CompoundsWith(word.Word.Text, word.Word.Stem, asked, language.StemOf) : [],
        };

    /// <summary>A compound that documents may write apart counts as itself and as its two parts; the whole word counts as either.</summary>
    private static IEnumerable<QuestionTerm> PartsOf(QuestionTerm term, WordBook book, QuestionLanguage language, TermCounts counts)
    {
        var parts = term.Word.All(char.IsLetter) && !language.IsAsking(term.Word) ? book.PartsOf(term.Word, language.StemOf) : [];
        if (parts.Count == 0)
        {
            return [term];
        }

        var isKnown = term.Stems.Keys.Any(s => counts.ByStem.GetValueOrDefault(s) > 0);
        var share = isKnown ? PartShare : WholeShare;
        return (isKnown ? [term with { Weight = WholeShare * term.Weight, Pull = WholeShare * term.Pull }] : Array.Empty<QuestionTerm>()).Concat(parts.Select(p => new QuestionTerm
        {
            Word = p.Text,
            Stems = new Dictionary<string, double>(term.Stems, StringComparer.Ordinal) { [p.Stem] = 1 },
            Weight = share * counts.WeightOf(p.Chunks),
            Pull = share * counts.WeightOf(p.Chunks) * term.Said,
            Said = term.Said,
        }));
    }

    /// <summary>The question as a fitted embedder reads it: neighbours stay neighbours.</summary>
    private static string Said(IEnumerable<QuestionWord> words, QuestionLanguage language, List<QuestionTerm> terms, TermCounts counts)
        => string.Join(' ', words.Where(w => !language.IsGrammar(w.Word.Text)).SelectMany(w =>
            w.Stems.Concat(w.Foreign).Where(s => counts.ByStem.GetValueOrDefault(s) > 0).ToList() is { Count: > 0 } known ? known
                : terms.Find(t => t.Stems.ContainsKey(w.Word.Stem))?.Stems.Where(s => s.Value >= QuestionTerm.AsGoodAsSaid).Select(s => s.Key) ?? []));

    private static QuestionTerm TermOf(Phrase phrase, TermCounts counts)
        => new()
        {
            Word = phrase.First.Text,
            Stems = phrase.Meant.ToDictionary(m => m, _ => PhraseShare, StringComparer.Ordinal),
            Weight = counts.WeightOf(phrase.Meant.Max(m => counts.ByStem.GetValueOrDefault(m))),
            Pull = 0,
        };

    private IEnumerable<string> SynonymsOf(QuestionWord word, QuestionLanguage language) => language.IsEnglish ? synonyms.Of(word.Word.Stem) : [];

    private async Task<QuestionTerm> TermAsync(
        QuestionWord asked, QuestionLanguage language, TermCounts counts, bool isName, Dictionary<string, string> spelling, CancellationToken cancellationToken)
    {
        var word = asked.Word.Text;
        var typo = 0;
        var isKnown = asked.Stems.Any(s => counts.ByStem.GetValueOrDefault(s) > 0);
        var stems = asked.Stems.ToDictionary(s => s, _ => 1.0, StringComparer.Ordinal);
        foreach (var foreign in asked.Foreign)
        {
            stems.TryAdd(foreign, isKnown ? ForeignShare : 1);
        }

        // Words that only look alike in another language must not make it seem common.
        var holders = (isKnown ? asked.Stems : [.. stems.Keys]).Max(s => counts.ByStem.GetValueOrDefault(s));
        var own = stems.Count;
        foreach (var synonym in SynonymsOf(asked, language).Where(s => counts.ByStem.GetValueOrDefault(s) > 0))
        {
            stems[synonym] = SynonymShare;
        }

        foreach (var compound in asked.Compounds)
        {
            stems.TryAdd(compound, CompoundShare);
        }

        if (stems.Count == own && holders == 0 && word.Length >= EditDistance.ShortestWord && !language.IsAsking(word))
        {
            foreach (var meant in Misspelling.Of(word, await store.VocabularyAsync(cancellationToken)))
            {
                stems.TryAdd(meant.Stem, TypoShare);
                typo = Math.Max(typo, meant.Chunks);
                spelling.TryAdd(word, meant.Text);
            }
        }

        holders = Math.Max(holders, Math.Max(typo, stems.Keys.Skip(own).Select(s => counts.ByStem.GetValueOrDefault(s)).DefaultIfEmpty().Max()));
        if (holders == 0 && language.IsEnglish && !language.IsAsking(word) && !language.IsCommon(word) && StopWords.Meant(word) is { } grammar)
        {
            spelling.TryAdd(word, grammar);
            word = language.IsAsking(grammar) ? grammar : AskingWord;
        }
        else if (spelling.TryGetValue(word, out var right))
        {
            word = right;
        }

        return new QuestionTerm
        {
            Word = word,
            Stems = stems,
            Weight = WeightOf(word, language, counts, holders),
            Pull = 0,
            IsName = isName,
        };
    }

    /// <summary>A word that is said twice is meant twice; the rest is left to its rarity, so that questions in the words of the documents are ranked as BM25 ranks them.</summary>
    private static double PullOf(QuestionTerm term, QuestionLanguage language, TermCounts counts, int said)
    {
        var rarity = counts.WeightOf(term.Stems.Where(s => s.Value > ForeignShare).Max(s => counts.ByStem.GetValueOrDefault(s.Key)));
        return language.IsAsking(term.Word) ? AskingShare * rarity : rarity * said;
    }

    /// <summary>Words of asking and plain numbers are rare in documents without being the topic; a word that no document knows is a sign that none answers.</summary>
    private static double WeightOf(string word, QuestionLanguage language, TermCounts counts, int holders)
    {
        var rarity = counts.WeightOf(holders);
        return language.IsAsking(word) ? Math.Min(0.25 * rarity, AskingWeight * Math.Log(1 + counts.Chunks))
            : word.All(char.IsDigit) ? 0.1 * rarity
            : language.IsCommon(word) ? (holders == 0 ? 0.1 : CommonShare) * rarity
            : holders == 0 ? UnknownWeight * rarity
            : rarity;
    }

    private async Task<WordBook> BookAsync(CancellationToken cancellationToken)
    {
        var words = await store.VocabularyAsync(cancellationToken);
        var book = _book;
        return ReferenceEquals(book?.Words, words) ? book! : _book = new WordBook(words);
    }
}
