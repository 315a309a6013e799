using Copilot.Contracts;
using Copilot.Knowledge;
using Copilot.Knowledge.Analysis;
using Copilot.Testing.Knowledge;
using Xunit;

namespace Copilot.ThoroughTests.Knowledge.Retrieval.Languages;

public sealed class LanguageRetrievalTests(Xunit.Abstractions.ITestOutputHelper output)
{
    // A language without a stemmer or words of grammar.
    private const string None = "xx";

    public static TheoryData<string> Languages => ["de", "es"];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Stemming_by_the_language_finds_more_than_none_and_than_english(string language)
    {
        var (documents, questions) = Set(language);
        Assert.True(documents.Count >= 15 && questions.Count >= 25);
        var by = new Dictionary<string, (double Ndcg, double First)>();
        foreach (var stemmed in new[] { language, None, "en" })
        {
            by[stemmed] = await MeasureAsync(documents, questions, stemmed == language ? null : stemmed);
        }

        var figures = string.Join(", ", by.Select(b => FormattableString.Invariant($"{b.Key}: nDCG@10 {b.Value.Ndcg:0.000}, first {b.Value.First:0.000}")));
        output.WriteLine(figures);
        Assert.True(by[language].Ndcg > by[None].Ndcg + 0.02, figures);
        Assert.True(by[language].First > by[None].First, figures);
        Assert.True(by[language].Ndcg > by["en"].Ndcg, figures);
        Assert.True(by[language].Ndcg >= 0.9, figures);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_papers_are_told_to_be_in_their_language(string language)
        => Assert.All(Set(language).Documents.Values, d => Assert.Equal(language, LanguageDetector.Detect(d)));

    [Fact]
    public async Task In_a_library_of_several_languages_a_question_finds_its_own_paper()
    {
        using var library = new KnowledgeLibrary();
        Write(library, GermanSet.Documents, null);
        Write(library, SpanishSet.Documents, null);
        Write(library, new Dictionary<string, string> { ["die"] = "Dies for the press are kept on shelf 12. A worn die was replaced in May; come to the tool shop." }, null);
        await library.IngestAsync();

        Assert.Equal("die", (await RankAsync(library, "Where was the worn die kept?"))[0]);
        foreach (var (_, questions) in new[] { Set("de"), Set("es") })
        {
            var found = 0;
            foreach (var (question, document) in questions)
            {
                found += (await RankAsync(library, question)).Take(3).Contains(document) ? 1 : 0;
            }

            Assert.InRange(found, questions.Count * 0.9, questions.Count);
        }
    }

    [Theory]
    [InlineData("Bedingungen der Lieferung", "lieferbedingungen")]
    [InlineData("Bedingungen für Lieferungen", "lieferbedingungen")]
    [InlineData("Palettenschaden", "wareneingang")]
    [InlineData("Garantiereparaturen", "garantie")]
    public async Task German_compounds_are_found_by_their_parts_and_parts_by_the_compound(string question, string document)
    {
        using var library = new KnowledgeLibrary();
        Write(library, GermanSet.Documents, null);
        Write(library, new Dictionary<string, string> { ["post"] = "Die Lieferung der Post wird gezählt. Eine Garantie gibt es nicht." }, null);
        await library.IngestAsync();

        Assert.Equal(document, (await RankAsync(library, question))[0]);
    }

    [Theory]
    [InlineData("Wo lagern die Klebsotffe?", "kuehlung")]
    [InlineData("rueckgabe geoeffneter packungen", "ruecknahme")]
    public async Task Typos_and_plain_spellings_find_german_papers(string question, string document)
    {
        using var library = new KnowledgeLibrary();
        Write(library, GermanSet.Documents, null);
        await library.IngestAsync();

        Assert.Equal(document, (await RankAsync(library, question))[0]);
    }

    [Fact]
    public async Task An_answer_is_found_in_a_german_paper()
    {
        using var library = new KnowledgeLibrary();
        Write(library, GermanSet.Documents, null);
        await library.IngestAsync();

        var result = await library.AskAsync("Garantie auf ein Werkzeug");

        Assert.Contains(result.Evidence, e => e.Place?.DocumentId == "garantie");
    }

    private static (IReadOnlyDictionary<string, string> Documents, IReadOnlyList<(string Question, string Document)> Questions) Set(string language)
        => language == "de" ? (GermanSet.Documents, GermanSet.Questions) : (SpanishSet.Documents, SpanishSet.Questions);

    private static async Task<IReadOnlyList<string>> RankAsync(KnowledgeLibrary library, string question)
    {
        var query = new KnowledgeQuery { Text = question, Caller = KnowledgeLibrary.Caller(RoleNames.SalesRep) };
        return [.. (await library.Search.RankDocumentsAsync(query, CancellationToken.None)).Select(d => d.DocumentId)];
    }

    /// <summary>The titles say nothing; a language that is not given is detected.</summary>
    private static void Write(KnowledgeLibrary library, IReadOnlyDictionary<string, string> documents, string? language)
    {
        foreach (var (id, text) in documents)
        {
            library.Document($"{id}-{documents.Count}", $"id: {id}\ntitle: Paper\nreaders: all{(language is null ? string.Empty : "\nlanguage: " + language)}", text);
        }
    }

    private static async Task<(double Ndcg, double First)> MeasureAsync(
        IReadOnlyDictionary<string, string> documents, IReadOnlyList<(string Question, string Document)> questions, string? language)
    {
        using var library = new KnowledgeLibrary();
        Write(library, documents, language);
        await library.IngestAsync();
        var (ndcg, first) = (0.0, 0.0);
        foreach (var (question, document) in questions)
        {
            var place = (await RankAsync(library, question)).Take(10).ToList().IndexOf(document);
            ndcg += place < 0 ? 0 : 1 / Math.Log2(place + 2);
            first += place == 0 ? 1 : 0;
        }

        return (ndcg / questions.Count, first / questions.Count);
    }
}
