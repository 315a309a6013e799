using Copilot.Contracts;
using Copilot.Knowledge;
using Copilot.Knowledge.Embedding;
using Copilot.Knowledge.Retrieval;
using Copilot.Knowledge.Stores;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Copilot.Testing.Knowledge.Stores;

/// <summary>
/// Draws readers, companies, days, choices and questions at random and compares what a store gives, by every way in, with what <see cref="PracticePaper"/>
/// says. Throws at the first thing outside the rights, and at the first inside them that is hidden.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="shelf">What is in it.</param>
/// <param name="slip">Changes a filter on its way into the store: a planted fault; null for none.</param>
internal sealed class RightsDraws(IKnowledgeStore store, PracticeShelf shelf, Func<PassageFilter, PassageFilter>? slip = null)
{
    private const int AtOnce = 2;
    private const int BetweenChanges = 500;

    private readonly KnowledgeSearch _search = SearchOver(store);
    private long _found;

    /// <summary>How many documents were found and rightly so.</summary>
    public long Found => _found;

    public async Task RunAsync(int draws, int seed)
    {
        for (var done = 0; done < draws; done += BetweenChanges)
        {
            var round = seed + done;
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(i => Task.Run(async () =>
            {
                var random = new Random((round * AtOnce) + i);
                for (var draw = 0; draw < Math.Min(BetweenChanges, draws - done) / AtOnce; draw++)
                {
                    await DrawAsync(random);
                }
            })));
            await shelf.ChangeAsync();
        }
    }

    /// <summary>The whole way of a question, by words and by vectors.</summary>
    private static KnowledgeSearch SearchOver(IKnowledgeStore store)
    {
        var vectors = new QuestionVectors(store, new Embedders(new PracticeEmbedder()), TimeProvider.System, NullLogger<QuestionVectors>.Instance);
        return new KnowledgeSearch(
            store,
            new HybridRetriever(store, new QuestionReader(store, new Synonyms()), vectors, new GateCheck([], NullLogger<GateCheck>.Instance)),
            new PassageReranker(null, NullLogger<PassageReranker>.Instance),
            TimeProvider.System);
    }

    private static IReadOnlyList<T> Some<T>(Random random, IEnumerable<T> of, int outOf) => [.. of.Where(_ => random.Next(outOf) == 0)];

    private static string Told(PassageFilter filter) => $"names {string.Join(", ", filter.Reader.Names)}; companies {string.Join(", ", filter.Reader.Companies)}; {filter.Day:O}; {filter.Collection}";

    private async Task DrawAsync(Random random)
    {
        var filter = new PassageFilter
        {
            Reader = new Reader(Some(random, PracticeShelf.Names, 3), Some(random, PracticeShelf.Companies, 2)),
            Day = PracticeShelf.Begin.AddDays(random.Next(-1, PracticeShelf.Span + 2)),
            Collection = random.Next(4) == 0 ? PracticeShelf.Collections[random.Next(2)] : null,
            Only = random.Next(8) == 0 ? Some(random, shelf.Papers.Select(p => p.Key), 3) : null,
            Except = random.Next(8) == 0 ? Some(random, shelf.Papers.Select(p => p.Key), 3) : [],
        };
        var asked = slip?.Invoke(filter) ?? filter;
        switch (random.Next(8))
        {
            case 0 or 1 or 2:
                await SearchAsync(random, filter, asked);
                break;
            case 3 or 4:
                await NearestAsync(random, filter, asked);
                break;
            case 5:
                await ChunksAsync(random, filter, asked);
                break;
            case 6:
                await OpenAsync(random, filter, asked);
                break;
            default:
                await AskAsync(random, filter with { Only = null, Except = [] }, asked);
                break;
        }
    }

    private async Task SearchAsync(Random random, PassageFilter filter, PassageFilter asked)
    {
        string[] words = [.. random.GetItems(PracticeShelf.Vocabulary, random.Next(1, 3)), "unseen"];
        var found = await store.SearchAsync(new StoreQuery { Stems = words, Filter = asked, Limit = 100 }, CancellationToken.None);
        Same(shelf.Papers.Where(p => p.Words.Intersect(words).Any()), filter, found);
    }

    private async Task NearestAsync(Random random, PassageFilter filter, PassageFilter asked)
    {
        var limit = random.Next(4) == 0 ? 100 : 3;
        var found = await store.NearestAsync(
            new VectorQuery { Space = PracticeShelf.Space, Vector = PracticeShelf.Vector(random), Filter = asked, Limit = limit },
            CancellationToken.None);
        if (limit == 100)
        {
            Same(shelf.Papers, filter, found);
        }
        else
        {
            Within(filter, found.Select(f => f.Document));
            Assert.Equal(Math.Min(limit, shelf.Papers.Count(p => p.MayFind(filter, shelf.Papers))), found.Count);
        }
    }

    private async Task ChunksAsync(Random random, PassageFilter filter, PassageFilter asked)
    {
        var paper = shelf.Papers.ElementAt(random.Next(shelf.Papers.Count));
        Same([paper], filter, await store.ChunksAsync(asked, paper.Key, 0, 9, CancellationToken.None));
    }

    private async Task OpenAsync(Random random, PassageFilter filter, PassageFilter asked)
    {
        var paper = shelf.Papers.ElementAt(random.Next(shelf.Papers.Count));
        var opened = await store.OpenAsync(asked.Reader, paper.Key, asked.Day, CancellationToken.None);
        Assert.True(opened is not null == paper.MayOpen(filter.Reader), $"{paper.Key} was {(opened is null ? "hidden from" : "opened for")} {Told(filter)}");
    }

    private async Task AskAsync(Random random, PassageFilter filter, PassageFilter asked)
    {
        var caller = new Caller
        {
            Id = "none",
            DisplayName = "Anyone",
            Roles = asked.Reader.Names,
            Companies = [.. asked.Reader.Companies.Select((c, i) => new CompanyRef(i + 1, c))],
        };
        var query = new KnowledgeQuery { Text = random.GetItems(PracticeShelf.Vocabulary, 1)[0], Caller = caller, AsOf = asked.Day, Collection = asked.Collection, Top = 20 };
        Within(filter, (await _search.SearchAsync(query, CancellationToken.None)).Select(h => new DocumentKey(h.Place.Collection, h.Place.DocumentId)));
    }

    private void Same(IEnumerable<PracticePaper> matching, PassageFilter filter, IReadOnlyList<Candidate> found)
    {
        Within(filter, found.Select(f => f.Document));
        var expected = matching.Where(p => p.MayFind(filter, shelf.Papers)).Select(p => p.Key).ToHashSet();
        Assert.True(expected.SetEquals(found.Select(f => f.Document)), $"{string.Join(", ", expected.Except(found.Select(f => f.Document)))} hidden from {Told(filter)}");
        Assert.All(found, f => Assert.DoesNotContain("unseen", f.Text, StringComparison.Ordinal));
    }

    private void Within(PassageFilter filter, IEnumerable<DocumentKey> found)
    {
        foreach (var key in found)
        {
            var paper = shelf.Papers.SingleOrDefault(p => p.Key == key);
            Assert.True(paper?.MayFind(filter, shelf.Papers) == true, $"{key} was shown to {Told(filter)}");
            Interlocked.Increment(ref _found);
        }
    }
}
