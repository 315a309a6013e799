using Copilot.Knowledge.Analysis;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Retrieval;

/// <summary>Turns a question into weighted terms: grammar dropped, typos put right against the index, synonyms and codes added.</summary>
internal sealed class QuestionReader(IKnowledgeStore store, Synonyms synonyms)
{
    private const string AskingWord = "please";
    private const int MostWords = 64;
    private const double AskingWeight = 0.085;
    private const double AskingShare = 0.25;
    private const double UnknownWeight = 1.0;
    private const double CommonShare = 0.4;
    private const double LabelShare = 0.4;
    private const double SynonymShare = 0.7;
    private const double PhraseShare = 0.9;
    private const double TypoShare = 0.75;

    /// <summary>Reads a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="names">The names of what it is about.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<Question> ReadAsync(string question, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var nameStems = names.SelectMany(WordSplitter.Split).Select(w => w.Stem).ToHashSet(StringComparer.Ordinal);
        var all = WordSplitter.Split(question).Take(2 * MostWords).ToList();
        var phrases = synonyms.PhrasesIn(all);
        var words = all.Where(w => !phrases.Exists(p => p.Rest.Contains(w)) && (!StopWords.Contains(w.Text) || phrases.Exists(p => p.First == w)))
            .DistinctBy(w => w.Stem).Take(MostWords).ToList();
        words.AddRange(names.SelectMany(WordSplitter.Split).Where(n => words.TrueForAll(w => w.Stem != n.Stem)).DistinctBy(n => n.Stem));
        var codes = CodeWords.OfQuestion(question).Concat(names.SelectMany(CodeWords.Of)).Distinct(StringComparer.Ordinal).ToList();
        var sureCodes = CodeWords.Of(question).ToHashSet(StringComparer.Ordinal);

        var wanted = words.SelectMany(w => synonyms.Of(w.Stem).Prepend(w.Stem)).Concat(phrases.SelectMany(p => p.Meant)).Concat(codes).ToList();
        var counts = await store.CountsAsync(wanted, cancellationToken);
        var terms = new List<QuestionTerm>();
        var spelling = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            var phrase = phrases.Find(p => p.First == word);
            var term = phrase is null ? await TermAsync(word, counts, nameStems.Contains(word.Stem), spelling, cancellationToken) : TermOf(phrase, counts);
            var said = Math.Max(1, all.Count(w => w.Stem == word.Stem));
            term = term with { Said = said, Pull = PullOf(term, counts, said) };

            // In a compound ("put-away") a word of asking is part of a name.
            var compound = StopWords.IsAsking(word.Text) && word.End < question.Length && question[word.End] == '-';
            term = compound ? term with { Weight = counts.Weight(word.Stem) } : term;
            terms.Add(term with { IsProper = !term.IsName && ProperNames.IsOne(question, word) });
        }

        terms.AddRange(codes
            .Where(c => sureCodes.Contains(c) || counts.ByStem.GetValueOrDefault(c) > 0)
            .Where(c => words.TrueForAll(w => w.Text != c))
            .Select(c => new QuestionTerm
            {
                Word = c,
                Stems = new Dictionary<string, double>(StringComparer.Ordinal) { [c] = 1 },
                Pull = counts.Weight(c) * (CodeWords.IsLabel(c) ? LabelShare : 1),
                Weight = counts.Weight(c) * (CodeWords.IsLabel(c) ? LabelShare : counts.ByStem.GetValueOrDefault(c) > 0 ? 1 : 0.5),
                IsCode = true,
                IsName = nameStems.Count > 0 && names.Any(n => CodeWords.Of(n).Contains(c, StringComparer.Ordinal)),
            }));
        return new Question(terms, counts) { Spelling = spelling };
    }

    private static QuestionTerm TermOf(Phrase phrase, TermCounts counts)
        => new()
        {
            Word = phrase.First.Text,
            Stems = phrase.Meant.ToDictionary(m => m, _ => PhraseShare, StringComparer.Ordinal),
            Weight = counts.WeightOf(phrase.Meant.Max(m => counts.ByStem.GetValueOrDefault(m))),
            Pull = 0,
        };

    private async Task<QuestionTerm> TermAsync(Word word, TermCounts counts, bool isName, Dictionary<string, string> spelling, CancellationToken cancellationToken)
    {
        var typo = 0;
        var stems = new Dictionary<string, double>(StringComparer.Ordinal) { [word.Stem] = 1 };
        foreach (var synonym in synonyms.Of(word.Stem).Where(s => counts.ByStem.GetValueOrDefault(s) > 0))
        {
            stems[synonym] = SynonymShare;
        }

        if (stems.Count == 1 && counts.ByStem.GetValueOrDefault(word.Stem) == 0)
        {
            foreach (var (text, meant, chunks) in await MeantAsync(word, cancellationToken))
            {
                stems.TryAdd(meant, TypoShare);
                typo = Math.Max(typo, chunks);
                spelling.TryAdd(word.Text, text);
            }
        }

        var holders = Math.Max(typo, stems.Keys.Max(s => counts.ByStem.GetValueOrDefault(s)));
        if (counts.ByStem.GetValueOrDefault(word.Stem) == 0 && typo == 0 && !StopWords.IsAsking(word.Text) && !StopWords.IsCommon(word.Text)
            && holders == 0 && StopWords.Meant(word.Text) is { } grammar)
        {
            spelling.TryAdd(word.Text, grammar);
            word = word with { Text = StopWords.IsAsking(grammar) ? grammar : AskingWord };
        }
        else if (spelling.TryGetValue(word.Text, out var right))
        {
            word = word with { Text = right };
        }

        return new QuestionTerm
        {
            Word = word.Text,
            Stems = stems,
            Weight = WeightOf(word.Text, counts, holders),
            Pull = 0,
            IsName = isName,
        };
    }

    /// <summary>A word that is said twice is meant twice; the rest is left to its rarity, so that questions in the words of the documents are ranked as BM25 ranks them.</summary>
    private static double PullOf(QuestionTerm term, TermCounts counts, int said)
    {
        var rarity = counts.WeightOf(term.Stems.Keys.Max(s => counts.ByStem.GetValueOrDefault(s)));
        return StopWords.IsAsking(term.Word) ? AskingShare * rarity : rarity * said;
    }

    /// <summary>Words of asking and plain numbers are rare in documents without being the topic; a word that no document knows is a sign that none answers.</summary>
    private static double WeightOf(string word, TermCounts counts, int holders)
    {
        var rarity = counts.WeightOf(holders);
        return StopWords.IsAsking(word) ? Math.Min(0.25 * rarity, AskingWeight * Math.Log(1 + counts.Chunks))
            : word.All(char.IsDigit) ? 0.1 * rarity
            : StopWords.IsCommon(word) ? CommonShare * rarity
            : holders == 0 ? UnknownWeight * rarity
            : rarity;
    }

    /// <summary>Finds the indexed stems that an unknown word is most likely a misspelling of.</summary>
    private async Task<IReadOnlyList<(string Text, string Stem, int Chunks)>> MeantAsync(Word word, CancellationToken cancellationToken)
    {
        if (word.Text.Length < EditDistance.ShortestWord || StopWords.IsAsking(word.Text) || word.Text.Any(char.IsDigit))
        {
            return [];
        }

        // A wrong first letter is rare and mostly makes another word ("vacation", "location").
        var limit = word.Text.Length >= 9 ? 2 : 1;
        var near = (await store.VocabularyAsync(cancellationToken))
            .Where(v => v.Text[0] == word.Text[0] || (v.Text[0] == word.Text[1] && v.Text[1] == word.Text[0]))
            .Select(v => (v.Text, v.Stem, v.Chunks, Distance: EditDistance.Within(word.Text, v.Text, limit)))
            .Where(v => v.Distance is not null)
            .OrderBy(v => v.Distance).ThenByDescending(v => v.Chunks).ThenBy(v => v.Stem, StringComparer.Ordinal)
            .DistinctBy(v => v.Stem).Take(2).ToList();
        return [.. near.Where(n => n.Distance == near[0].Distance).Select(n => (n.Text, n.Stem, n.Chunks))];
    }
}
