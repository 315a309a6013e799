using Copilot.Contracts;
using Copilot.Knowledge.Stores;
using Xunit;

namespace Copilot.Testing.Knowledge.Stores;

/// <summary>Vectors belong to chunks: they come and go with them, space by space.</summary>
public abstract class KnowledgeVectorContract(KnowledgeStoreUnderTest place) : KnowledgeStoreContract(place)
{
    private const int Dimension = 16;

    [SkippableFact]
    public async Task Spaces_are_opened_once_and_are_not_active()
    {
        byte[] model = [1, 2, 3, 0, 255];
        await Store.OpenSpaceAsync(new EmbeddingSpace { Id = "fitted/1", Dimension = 4, Model = model, FittedOn = 12, Active = true }, None);
        await Store.OpenSpaceAsync(new EmbeddingSpace { Id = "plain", Dimension = 8 }, None);
        await Store.OpenSpaceAsync(new EmbeddingSpace { Id = "plain", Dimension = 8 }, None);

        var spaces = (await Store.SpacesAsync(None)).OrderBy(s => s.Id, StringComparer.Ordinal).ToList();

        Assert.Equal([("fitted/1", 4, 12, false), ("plain", 8, 0, false)], spaces.Select(s => (s.Id, s.Dimension, s.FittedOn, s.Active)));
        Assert.Equal(model, spaces[0].Model!.Value.ToArray());
        Assert.Null(spaces[1].Model);
    }

    [SkippableFact]
    public async Task A_space_of_another_dimension_is_refused()
    {
        await Store.OpenSpaceAsync(new EmbeddingSpace { Id = "m", Dimension = 4 }, None);

        var refused = await Assert.ThrowsAsync<CopilotException>(() => Store.OpenSpaceAsync(new EmbeddingSpace { Id = "m", Dimension = 5 }, None));

        Assert.Contains("5", refused.Message, StringComparison.Ordinal);
        Assert.Contains("4", refused.Message, StringComparison.Ordinal);
        Assert.Equal(4, Assert.Single(await Store.SpacesAsync(None)).Dimension);
    }

    [SkippableFact]
    public async Task Chunks_without_vectors_are_given_with_all_that_an_embedder_reads()
    {
        var document = Document("a", l => l with { Title = "Storing gloves", About = ["Nordlicht"] });
        var chunk = Chunk(0, "Gloves stay dry.", 0, "Storing", "Dry goods") with { Lead = "Item | Place" };
        await using (var writer = await Store.BeginAsync(document, None))
        {
            await writer.AddAsync([new StoredPart(0, 0, chunk.Text)], [chunk], None);
            await writer.CommitAsync(document, None);
        }

        await OpenAsync("m");

        var waiting = Assert.Single(await Store.UnembeddedAsync("m", 10, None));
        Assert.All(["Storing gloves", "Nordlicht", "Storing", "Dry goods"], part => Assert.Contains(part, waiting.Context, StringComparison.Ordinal));
        Assert.Equal("Item | Place Gloves stay dry.", waiting.Text);
        Assert.Equal(new IndexedDocument(document).Of(chunk).Stems, waiting.Stems);
        Assert.Equal(["store", "glove"], waiting.Stems.Split(' ')[..2]);
        Assert.Equal(waiting.Stems, Assert.Single(await Store.StemsAsync(None).ToListAsync()));
    }

    [SkippableFact]
    public async Task Chunks_without_vectors_come_in_portions_until_none_is_left()
    {
        await WriteAsync("a", [.. Enumerable.Range(0, 25).Select(i => $"text {i}")]);
        await OpenAsync("m");
        await OpenAsync("n");

        var keys = new List<long>();
        while (await Store.UnembeddedAsync("m", 10, None) is { Count: > 0 } waiting)
        {
            Assert.True(waiting.Count <= 10);
            keys.AddRange(waiting.Select(w => w.Key));
            await SaveAsync("m", waiting);
        }

        Assert.Equal(25, keys.Distinct().Count());
        Assert.Equal(keys.Order(), keys);
        Assert.Equal(25, (await Store.UnembeddedAsync("n", 100, None)).Count);
    }

    [SkippableFact]
    public async Task The_nearest_come_first_with_their_cosine()
    {
        await WriteAsync("a", "north", "northeast", "east", "south");
        await OpenAsync("m");
        await SaveAsync("m", Only(("north", 0f, 1f), ("northeast", 0.6f, 0.8f), ("east", 1f, 0f), ("south", 0f, -1f)));

        var found = await NearestAsync("m", 0, 1);

        Assert.Equal(["north", "northeast", "east", "south"], found.Select(f => f.Text));
        Assert.Equal([1, 0.8, 0, -1], found.Select(f => Math.Round(f.Cosine!.Value, 4)));
        Assert.All(found, f => Assert.Equal(0, f.Bm25));
        Assert.Equal(["north", "northeast"], (await NearestAsync("m", 0, 1, limit: 2)).Select(f => f.Text));
        Assert.Empty(await NearestAsync("m", 0, 1, limit: 0));
    }

    [SkippableFact]
    public async Task Equal_cosines_come_in_the_order_of_their_documents_whoever_came_first()
    {
        foreach (var id in new[] { "c", "a", "d", "b" })
        {
            await WriteAsync(id, "one", "two");
        }

        await OpenAsync("m");
        await SaveAsync("m", _ => Vector(1, 0));
        string[] expected = ["a0", "a1", "b0", "b1", "c0", "c1", "d0", "d1"];

        Assert.Equal(expected, (await NearestAsync("m", 1, 0)).Select(f => $"{f.DocumentId}{f.Ordinal}"));
        Assert.Equal(expected[..3], (await NearestAsync("m", 1, 0, limit: 3)).Select(f => $"{f.DocumentId}{f.Ordinal}"));
    }

    [SkippableFact]
    public async Task Among_many_the_nearest_are_those_that_a_plain_count_gives()
    {
        const int chunks = 600;
        var random = new Random(3);
        await WriteAsync("even", [.. Enumerable.Range(0, chunks / 2).Select(i => $"e{i}")]);
        await WriteAsync(Document("odd", l => l with { Readers = [Buying] }), [.. Enumerable.Range(0, chunks / 2).Select(i => $"o{i}")]);
        await OpenAsync("m");
        var made = new Dictionary<string, float[]>(StringComparer.Ordinal);
        await SaveAsync("m", text => made[text] = Random(random));

        for (var round = 0; round < 20; round++)
        {
            var question = Random(random);
            var reader = round % 2 == 0 ? Anyone : new Reader([Buying], [Company]);
            var found = await Store.NearestAsync(new VectorQuery { Space = "m", Vector = question, Filter = Filter(reader), Limit = 10 }, None);
            var expected = made.Where(m => round % 2 == 1 || m.Key[0] == 'e').OrderByDescending(m => Dot(m.Value, question)).Take(10).ToList();

            Assert.Equal(expected.Select(e => e.Key), found.Select(f => f.Text));
            Assert.All(expected.Zip(found), pair => Assert.Equal(Dot(pair.First.Value, question), pair.Second.Cosine!.Value, 4));
        }
    }

    [SkippableFact]
    public async Task Vectors_go_with_their_chunks_and_stay_through_a_new_label()
    {
        await WriteAsync("a", "north");
        await WriteAsync("b", "north too");
        await OpenAsync("m");
        await SaveAsync("m", _ => Vector(0, 1));
        Assert.Equal(2, (await NearestAsync("m", 0, 1)).Count);

        await Store.RelabelAsync(Document("a", l => l with { Revision = "2" }), None);
        Assert.Empty(await Store.UnembeddedAsync("m", 10, None));
        Assert.Equal(["2", null], (await NearestAsync("m", 0, 1)).Select(f => f.Revision));
        await Store.RemoveAsync(Collection, Document("b").Source, None);
        Assert.Equal(["a"], Ids(await NearestAsync("m", 0, 1)));
        await WriteAsync(Document("a") with { TextHash = "new" }, "south");

        Assert.Empty(await NearestAsync("m", 0, 1));
        Assert.Single(await Store.UnembeddedAsync("m", 10, None));
    }

    [SkippableFact]
    public async Task Vectors_of_chunks_that_are_gone_are_dropped_and_those_there_are_replaced()
    {
        await WriteAsync("a", "north");
        await OpenAsync("m");
        var gone = await Store.UnembeddedAsync("m", 10, None);
        await WriteAsync(Document("a") with { TextHash = "new" }, "south");
        await SaveAsync("m", gone);
        Assert.Empty(await NearestAsync("m", 0, 1));

        var here = await Store.UnembeddedAsync("m", 10, None);
        await SaveAsync("m", here);
        Assert.Single(await NearestAsync("m", 1, 0));
        await Store.SaveVectorsAsync("m", [KeyValuePair.Create(here[0].Key, Vector(0, -1))], None);
        await Store.SaveVectorsAsync("m", [], None);

        var found = Assert.Single(await NearestAsync("m", 0, -1));
        Assert.Equal(1, found.Cosine!.Value, 4);
    }

    [SkippableFact]
    public async Task A_switch_leaves_one_active_space_and_no_vectors_of_the_others()
    {
        await WriteAsync("a", "north");
        await OpenAsync("old");
        await SaveAsync("old", _ => Vector(0, 1));
        await Store.SwitchToAsync("old", None);
        await OpenAsync("new");
        await SaveAsync("new", _ => Vector(1, 0));
        Assert.Equal([("new", false), ("old", true)], await SpacesAsync());
        Assert.Single(await NearestAsync("old", 0, 1));

        await Store.SwitchToAsync("new", None);

        Assert.Equal([("new", true)], await SpacesAsync());
        Assert.Equal(1, Assert.Single(await NearestAsync("new", 1, 0)).Cosine!.Value, 4);
        Assert.Empty(await NearestAsync("old", 0, 1));
        await OpenAsync("old");
        Assert.Single(await Store.UnembeddedAsync("old", 10, None));
    }

    [SkippableFact]
    public async Task An_unknown_space_holds_nothing()
    {
        await WriteAsync("a", "north");

        Assert.Empty(await NearestAsync("none", 0, 1));
    }

    [SkippableFact]
    public async Task What_another_process_writes_is_seen_at_once()
    {
        await WriteAsync("a", "north");
        await OpenAsync("m");
        await SaveAsync("m", _ => Vector(0, 1));
        Assert.Single(await NearestAsync("m", 0, 1));
        var other = await OpenAsync();

        await WriteAsync(other, Document("b"), "more north");
        await other.SaveVectorsAsync("m", [.. (await other.UnembeddedAsync("m", 10, None)).Select(w => KeyValuePair.Create(w.Key, Vector(0, 1)))], None);
        Assert.Equal(["a", "b"], Ids(await NearestAsync("m", 0, 1)));
        await other.RelabelAsync(Document("a", l => l with { Readers = [Buying] }), None);
        Assert.Equal(["b"], Ids(await NearestAsync("m", 0, 1)));
        await other.RemoveAsync(Collection, Document("b").Source, None);

        Assert.Empty(await NearestAsync("m", 0, 1));
        Assert.Empty(await FindAsync("north"));
        Assert.Equal(["north"], (await Store.VocabularyAsync(None)).Select(w => w.Text).Where(t => t is "north" or "more"));
    }

    private static float Dot(float[] a, float[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static float[] Vector(float x, float y) => [x, y, .. new float[Dimension - 2]];

    private static float[] Random(Random random)
    {
        var vector = Enumerable.Range(0, Dimension).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray();
        var length = MathF.Sqrt(Dot(vector, vector));
        return [.. vector.Select(v => v / length)];
    }

    private static Func<string, float[]> Only(params (string Text, float X, float Y)[] vectors)
        => text => vectors.Where(v => v.Text == text).Select(v => Vector(v.X, v.Y)).Single();

    private Task OpenAsync(string space) => Store.OpenSpaceAsync(new EmbeddingSpace { Id = space, Dimension = Dimension }, None);

    private async Task SaveAsync(string space, Func<string, float[]> vector)
        => await Store.SaveVectorsAsync(space, [.. (await Store.UnembeddedAsync(space, 10_000, None)).Select(w => KeyValuePair.Create(w.Key, vector(w.Text)))], None);

    private Task SaveAsync(string space, IReadOnlyList<ChunkToEmbed> chunks)
        => Store.SaveVectorsAsync(space, [.. chunks.Select(w => KeyValuePair.Create(w.Key, Vector(1, 0)))], None);

    private Task<IReadOnlyList<Candidate>> NearestAsync(string space, float x, float y, int limit = 100)
        => Store.NearestAsync(new VectorQuery { Space = space, Vector = Vector(x, y), Filter = Filter(), Limit = limit }, None);

    private async Task<(string, bool)[]> SpacesAsync() => [.. (await Store.SpacesAsync(None)).Select(s => (s.Id, s.Active)).Order()];
}
