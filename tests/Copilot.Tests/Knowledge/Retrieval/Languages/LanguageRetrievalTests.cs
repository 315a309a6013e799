using Copilot.Contracts;
using Copilot.Knowledge;
using Copilot.Knowledge.Analysis;
using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Ingestion.Chunking;
using Copilot.Knowledge.Retrieval;
using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Sqlite;
using Copilot.Testing.Knowledge;
using Xunit;

namespace Copilot.Tests.Knowledge.Retrieval.Languages;

public sealed class LanguageRetrievalTests(Xunit.Abstractions.ITestOutputHelper output) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("languages-").FullName;
    private readonly List<SqliteKnowledgeStore> _stores = [];

    public static TheoryData<string> Languages => ["de", "es"];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Stemming_by_the_language_finds_more_than_none_and_than_english(string language)
    {
        var (documents, questions) = Set(language);
        Assert.True(documents.Count >= 15 && questions.Count >= 25);
        var by = new Dictionary<string, (double Ndcg, double First)>();
        foreach (var stemmed in new[] { language, LanguageDetector.Other, "en" })
        {
            by[stemmed] = await MeasureAsync(documents, questions, stemmed);
        }

        var figures = string.Join(", ", by.Select(b => FormattableString.Invariant($"{b.Key}: nDCG@10 {b.Value.Ndcg:0.000}, first {b.Value.First:0.000}")));
        output.WriteLine(figures);
        Assert.True(by[language].Ndcg > by[LanguageDetector.Other].Ndcg + 0.02, figures);
        Assert.True(by[language].First > by[LanguageDetector.Other].First, figures);
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
        var store = NewStore();
        foreach (var language in new[] { "de", "es" })
        {
            await SaveAsync(store, Set(language).Documents, language);
        }

        await SaveAsync(store, new Dictionary<string, string> { ["die"] = "Dies for the press are kept on shelf 12. A worn die was replaced in May; come to the tool shop." }, "en");
        var search = SearchOf(store);

        Assert.Equal("die", (await search.RankDocumentsAsync(Query("Where was the worn die kept?"), CancellationToken.None))[0].DocumentId);
        foreach (var language in new[] { "de", "es" })
        {
            var (_, questions) = Set(language);
            var found = 0;
            foreach (var (question, document) in questions)
            {
                var ranked = await search.RankDocumentsAsync(Query(question), CancellationToken.None);
                found += ranked.Take(3).Any(r => r.DocumentId == document) ? 1 : 0;
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
        var store = NewStore();
        await SaveAsync(store, Set("de").Documents, "de");
        await SaveAsync(store, new Dictionary<string, string> { ["post"] = "Die Lieferung der Post wird gezählt. Eine Garantie gibt es nicht." }, "de");

        Assert.Equal(document, (await SearchOf(store).RankDocumentsAsync(Query(question), CancellationToken.None))[0].DocumentId);
    }

    [Fact]
    public async Task Typos_are_put_right_in_every_language()
    {
        var store = NewStore();
        await SaveAsync(store, Set("de").Documents, "de");

        Assert.Equal("kuehlung", (await SearchOf(store).RankDocumentsAsync(Query("Wo lagern die Klebsotffe?"), CancellationToken.None))[0].DocumentId);
    }

    public void Dispose()
    {
        _stores.ForEach(s => s.Dispose());
        Directory.Delete(_folder, recursive: true);
    }

    private static (IReadOnlyDictionary<string, string> Documents, IReadOnlyList<(string Question, string Document)> Questions) Set(string language)
        => language == "de" ? (GermanSet.Documents, GermanSet.Questions) : (SpanishSet.Documents, SpanishSet.Questions);

    private static KnowledgeQuery Query(string question) => new() { Text = question, Caller = KnowledgeLibrary.Caller(RoleNames.SalesRep) };

    private static KnowledgeSearch SearchOf(SqliteKnowledgeStore store) => new(store, new QuestionReader(store, new Synonyms()), TimeProvider.System);

    private static async Task SaveAsync(SqliteKnowledgeStore store, IReadOnlyDictionary<string, string> documents, string language)
    {
        foreach (var (id, text) in documents)
        {
            var document = new StoredDocument
            {
                Collection = "papers",
                Source = id,
                Label = new DocumentLabel { Id = id, Title = id, Readers = [DocumentLabel.Everyone], Companies = [DocumentLabel.Everyone] },
                TextHash = id,
                Language = language,
            };
            await using var writer = await store.BeginAsync(document, CancellationToken.None);
            await writer.AddAsync([new StoredPart(0, 0, text)], Chunker.Cut(text, markdown: false), CancellationToken.None);
            await writer.CommitAsync(document, CancellationToken.None);
        }
    }

    private async Task<(double Ndcg, double First)> MeasureAsync(
        IReadOnlyDictionary<string, string> documents, IReadOnlyList<(string Question, string Document)> questions, string language)
    {
        var store = NewStore();
        await SaveAsync(store, documents, language);
        var search = SearchOf(store);
        var (ndcg, first) = (0.0, 0.0);
        foreach (var (question, document) in questions)
        {
            var ranked = (await search.RankDocumentsAsync(Query(question), CancellationToken.None)).Select(r => r.DocumentId).Take(10).ToList();
            var place = ranked.IndexOf(document);
            ndcg += place < 0 ? 0 : 1 / Math.Log2(place + 2);
            first += place == 0 ? 1 : 0;
        }

        return (ndcg / questions.Count, first / questions.Count);
    }

    private SqliteKnowledgeStore NewStore()
    {
        var store = new SqliteKnowledgeStore(Path.Combine(_folder, $"{_stores.Count}.db"));
        _stores.Add(store);
        return store;
    }
}
