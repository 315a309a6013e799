using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Ingestion.Chunking;
using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Postgres;
using Copilot.Testing.Knowledge.Stores;
using Xunit;

namespace Copilot.IntegrationTests.Knowledge.Postgres;

/// <summary>Where the index answers instead of a count, as in a large library, rights and days hold just as well and hardly anything is missed.</summary>
public sealed class PostgresIndexTests : IAsyncLifetime
{
    private const string Space = "made";
    private const int Dimension = 16;
    private const int Documents = 200;
    private const int ChunksEach = 15;

    private readonly PostgresStoreUnderTest _place = new();
    private readonly Dictionary<string, PracticePaper> _papers = new(StringComparer.Ordinal);
    private readonly Random _random = new(5);
    private PostgresKnowledgeStore? _byIndex;
    private PostgresKnowledgeStore? _byCount;

    private static CancellationToken None => CancellationToken.None;

    public async Task InitializeAsync()
    {
        if (_place.MissingBecause is null)
        {
            _byIndex = new PostgresKnowledgeStore(_place.Server(), TimeProvider.System, few: 0);
            _byCount = new PostgresKnowledgeStore(_place.Server(), TimeProvider.System, few: long.MaxValue);
            await FillAsync();
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var store in new[] { _byIndex, _byCount })
        {
            if (store is not null)
            {
                await store.DisposeAsync();
            }
        }

        await _place.DisposeAsync();
    }

    [SkippableFact]
    public async Task What_the_index_gives_is_permitted_complete_and_nearly_always_the_nearest_while_rights_change()
    {
        Skip.If(_place.MissingBecause is not null, _place.MissingBecause);
        var (met, wanted) = (0, 0);
        for (var draw = 0; draw < 600; draw++)
        {
            var query = new VectorQuery { Space = Space, Vector = Vector(), Filter = Filter(), Limit = new[] { 1, 5, 20, 60 }[draw % 4] };
            var (found, counted) = (await _byIndex!.NearestAsync(query, None), await _byCount!.NearestAsync(query, None));

            Assert.All(found, f => Assert.True(_papers[f.DocumentId].MayFind(query.Filter, _papers.Values), $"{f.Document} was shown to {string.Join(", ", query.Filter.Reader.Names)} on {query.Filter.Day:O}"));
            Assert.Equal(counted.Count, found.Count);
            Assert.Equal(found.OrderByDescending(f => f.Cosine).Select(f => f.Cosine), found.Select(f => f.Cosine));
            var nearest = counted.Select(c => (c.DocumentId, c.Ordinal)).ToHashSet();
            wanted += nearest.Count;
            met += found.Count(f => nearest.Contains((f.DocumentId, f.Ordinal)));
            if (draw % 20 == 19)
            {
                await ChangeAsync();
            }
        }

        Assert.True(wanted > 5_000, $"Only {wanted} passages were permitted: too few to prove anything.");
        Assert.True(met >= 0.97 * wanted, $"The index gave {met} of the {wanted} nearest.");
    }

    [SkippableFact]
    public async Task The_statement_goes_through_the_index_and_checks_the_rights_on_the_way()
    {
        Skip.If(_place.MissingBecause is not null, _place.MissingBecause);
        await using var server = _place.Server();
        var table = new VectorTable(1, Dimension);
        var filter = new PassageFilter { Reader = new Reader(["sales-rep"], ["Nordlicht"]), Day = PracticeShelf.Begin };
        var plan = await server.AskAsync(
            async s => await s.LastRowsAsync(
                PostgresNearest.ScanSql(table, new PostgresShape("public", new Version(0, 8))).Replace("with nearest", "explain (analyze) with nearest", StringComparison.Ordinal),
                r => r.GetString(0),
                [.. PassageFilterSql.Values(filter), ("vector", VectorText.Of(Vector())), ("limit", 18), ("searched", "120")],
                None),
            None);

        Assert.Contains(plan, line => line.Contains("Index Scan using vector_1_near", StringComparison.Ordinal));
        Assert.Contains(plan, line => line.Contains("readers &&", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("Seq Scan", StringComparison.Ordinal) || line.Contains("Sort", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_space_that_another_node_made_anew_is_found_at_once()
    {
        Skip.If(_place.MissingBecause is not null, _place.MissingBecause);
        var query = new VectorQuery { Space = Space, Vector = Vector(), Filter = Filter(), Limit = 5 };
        await _byIndex!.NearestAsync(query, None);
        await _byCount!.OpenSpaceAsync(new EmbeddingSpace { Id = "other", Dimension = 4 }, None);
        await _byCount.SwitchToAsync("other", None);
        Assert.Empty(await _byIndex.NearestAsync(query, None));
        await _byCount.OpenSpaceAsync(new EmbeddingSpace { Id = Space, Dimension = Dimension }, None);
        await EmbedAsync();

        var filter = new PassageFilter { Reader = new Reader(PracticeShelf.Names, PracticeShelf.Companies), Day = PracticeShelf.Begin };
        Assert.Equal(5, (await _byIndex.NearestAsync(query with { Filter = filter }, None)).Count);
    }

    [SkippableFact]
    public async Task Permitted_passages_are_counted_by_reader_company_and_collection()
    {
        Skip.If(_place.MissingBecause is not null, _place.MissingBecause);
        await using var server = _place.Server();
        var permitted = new PermittedPassages(TimeProvider.System);
        foreach (var (names, companies, collection) in new (string[], string[], string?)[] { (PracticeShelf.Names, PracticeShelf.Companies, null), (["purchaser"], ["NORDLICHT"], "contracts"), (["nobody"], [], null) })
        {
            var filter = new PassageFilter { Reader = new Reader(names, companies), Day = PracticeShelf.Begin, Collection = collection };
            var expected = (long)_papers.Values.Count(p => p.MayOpen(filter.Reader) && (collection is null || p.Document.Collection == collection)) * ChunksEach;
            Assert.Equal((expected, (long)_papers.Count * ChunksEach), await server.AskAsync(s => permitted.CountAsync(s, filter, None), None));
        }
    }

    private async Task FillAsync()
    {
        await _byIndex!.OpenSpaceAsync(new EmbeddingSpace { Id = Space, Dimension = Dimension }, None);
        for (var number = 0; number < Documents; number++)
        {
            await WriteAsync(number);
            if (number == Documents * 3 / 4)
            {
                // The rest is added to an index that is there.
                await EmbedAsync();
                await _byIndex.SwitchToAsync(Space, None);
            }
        }

        await EmbedAsync();
    }

    private async Task ChangeAsync()
    {
        var number = _random.Next(Documents);
        var paper = Paper(number);
        switch (_random.Next(3))
        {
            case 0:
                await _byCount!.RemoveAsync(paper.Document.Collection, paper.Document.Source, None);
                _papers.Remove(paper.Key.Id);
                break;
            case 1 when _papers.ContainsKey(paper.Key.Id):
                await _byCount!.RelabelAsync(paper.Document, None);
                _papers[paper.Key.Id] = paper;
                break;
            default:
                await WriteAsync(number);
                await EmbedAsync();
                break;
        }
    }

    private async Task WriteAsync(int number)
    {
        var paper = Paper(number);
        await using var writer = await _byIndex!.BeginAsync(paper.Document, None);
        await writer.AddAsync(
            [new StoredPart(0, 0, new string('x', ChunksEach))],
            [.. Enumerable.Range(0, ChunksEach).Select(i => new Chunk(i, i, i + 1, [], string.Empty) { Text = "x" })],
            None);
        await writer.CommitAsync(paper.Document, None);
        _papers[paper.Key.Id] = paper;
    }

    private async Task EmbedAsync()
    {
        while (await _byIndex!.UnembeddedAsync(Space, 1_000, None) is { Count: > 0 } waiting)
        {
            await _byIndex.SaveVectorsAsync(Space, [.. waiting.Select(w => KeyValuePair.Create(w.Key, Vector()))], None);
        }
    }

    private PracticePaper Paper(int number)
    {
        var from = _random.Next(2) == 0 ? PracticeShelf.Begin.AddDays(_random.Next(PracticeShelf.Span)) : (DateOnly?)null;
        return new PracticePaper(
            new StoredDocument
            {
                Collection = PracticeShelf.Collections[number % 2],
                Source = $"/made/{number}",
                TextHash = "h",
                Label = new DocumentLabel
                {
                    Id = $"d{number}",
                    Title = "Made",
                    Readers = _random.GetItems(PracticeShelf.Names, 2).Distinct().ToArray(),
                    Companies = _random.Next(2) == 0 ? ["all"] : _random.GetItems(PracticeShelf.Companies, 1),
                    ValidFrom = from,
                    ValidTo = _random.Next(3) == 0 ? (from ?? PracticeShelf.Begin).AddDays(_random.Next(PracticeShelf.Span)) : null,
                    Supersedes = _random.Next(6) == 0 ? [$"d{_random.Next(Documents)}"] : [],
                },
            },
            []);
    }

    private PassageFilter Filter() => new()
    {
        Reader = new Reader(_random.GetItems(PracticeShelf.Names, _random.Next(1, 4)), _random.GetItems(PracticeShelf.Companies, 1)),
        Day = PracticeShelf.Begin.AddDays(_random.Next(-1, PracticeShelf.Span + 2)),
        Collection = _random.Next(4) == 0 ? PracticeShelf.Collections[_random.Next(2)] : null,
        Except = _random.Next(4) == 0 ? [.. _papers.Values.Where(_ => _random.Next(3) == 0).Select(p => p.Key)] : [],
    };

    private float[] Vector()
    {
        var vector = Enumerable.Range(0, Dimension).Select(_ => (float)(_random.NextDouble() - 0.5)).ToArray();
        var length = MathF.Sqrt(vector.Sum(v => v * v));
        return [.. vector.Select(v => v / length)];
    }

    /// <summary>The draws of every way in, with the index answering wherever it can.</summary>
    public sealed class Rights() : KnowledgeRightsContract(new PostgresStoreUnderTest(few: 0))
    {
        protected override int Draws => 20_000;
    }
}
