using Copilot.Knowledge.Stores;
using Xunit;

namespace Copilot.Testing.Knowledge.Stores;

/// <summary>What a reader may not see, what does not hold on the day and what was not asked for is never found, by words or by vectors.</summary>
public abstract class KnowledgeFilterContract(KnowledgeStoreUnderTest place) : KnowledgeStoreContract(place)
{
    [SkippableFact]
    public async Task Roles_and_people_are_admitted_by_name()
    {
        await WriteAsync(Document("everyone"), "gloves");
        await WriteAsync(Document("sales", l => l with { Readers = [Sales, "accountant"] }), "gloves");
        await WriteAsync(Document("buying", l => l with { Readers = [Buying] }), "gloves");
        await WriteAsync(Document("ann", l => l with { Readers = ["user:ann"] }), "gloves");

        Assert.Equal(["everyone", "sales"], await AsAsync([Sales]));
        Assert.Equal(["buying", "everyone"], await AsAsync([Buying]));
        Assert.Equal(["ann", "buying", "everyone", "sales"], await AsAsync([Buying, Sales, "user:ann"]));
        Assert.Equal(["everyone"], await AsAsync(["user:an", "user:ANN", "Sales-Rep", "sales", "sales-rep ", "%", "\" or 1=1 --"]));
    }

    [SkippableFact]
    public async Task A_reader_without_names_has_no_rights_at_all()
    {
        await WriteAsync(Document("everyone"), "gloves");

        Assert.Empty(await AsAsync([]));
        Assert.Null(await Store.OpenAsync(new Reader([], [Company]), new DocumentKey(Collection, "everyone"), Today, None));
        Assert.Empty(await Store.ChunksAsync(Filter(new Reader([], [Company])), new DocumentKey(Collection, "everyone"), 0, 5, None));
    }

    [SkippableFact]
    public async Task A_document_without_readers_or_companies_is_read_by_nobody()
    {
        await WriteAsync(Document("no-readers", l => l with { Readers = [] }), "gloves");
        await WriteAsync(Document("no-companies", l => l with { Companies = [] }), "gloves");

        Assert.Empty(await AsAsync([Sales, "user:ann"]));
    }

    [SkippableFact]
    public async Task Companies_are_told_apart_without_regard_to_case()
    {
        await WriteAsync(Document("all"), "gloves");
        await WriteAsync(Document("ours", l => l with { Companies = [Company.ToUpperInvariant()] }), "gloves");
        await WriteAsync(Document("theirs", l => l with { Companies = [Other] }), "gloves");

        Assert.Equal(["all", "ours"], await AsAsync([Sales]));
        Assert.Equal(["all", "theirs"], await AsAsync([Sales], Other.ToLowerInvariant()));
        Assert.Equal(["all", "ours", "theirs"], await AsAsync([Sales], Company, Other));
        Assert.Equal(["all"], Ids(await Store.SearchAsync(Words("glove") with { Filter = Filter(new Reader([Sales], [])) }, None)));
    }

    [SkippableFact]
    public async Task Validity_counts_its_first_and_its_last_day()
    {
        await WriteAsync(Document("a", l => l with { ValidFrom = Today, ValidTo = Today.AddDays(1) }), "gloves");

        Assert.Empty(await OnAsync(Today.AddDays(-1)));
        Assert.Equal(["a"], await OnAsync(Today));
        Assert.Equal(["a"], await OnAsync(Today.AddDays(1)));
        Assert.Empty(await OnAsync(Today.AddDays(2)));
        Assert.Empty(await OnAsync(DateOnly.MinValue));
        Assert.Empty(await OnAsync(DateOnly.MaxValue));
    }

    [SkippableFact]
    public async Task A_document_gives_way_on_the_day_its_successor_begins()
    {
        await WriteAsync(Document("old"), "gloves");
        await WriteAsync(Document("new", l => l with { ValidFrom = Today, Supersedes = ["old", "never-there"] }), "gloves");

        Assert.Equal(["old"], await OnAsync(Today.AddDays(-1)));
        Assert.Equal(["new"], await OnAsync(Today));
    }

    [SkippableFact]
    public async Task A_successor_without_a_first_day_has_always_taken_the_place()
    {
        await WriteAsync(Document("new", l => l with { Supersedes = ["old"] }), "gloves");
        await WriteAsync(Document("old"), "gloves");

        Assert.Equal(["new"], await OnAsync(DateOnly.MinValue));
    }

    [SkippableFact]
    public async Task A_document_gives_way_to_a_successor_that_the_reader_may_not_read()
    {
        await WriteAsync(Document("old"), "gloves");
        await WriteAsync(Document("new", l => l with { Readers = [Buying], Companies = [Other], Supersedes = ["old"] }), "gloves");

        Assert.Empty(await AsAsync([Sales]));
    }

    [SkippableFact]
    public async Task The_earliest_of_several_successors_counts_and_the_place_is_given_back_when_it_goes()
    {
        await WriteAsync(Document("old"), "gloves");
        await WriteAsync(Document("late", l => l with { ValidFrom = Today.AddDays(9), Supersedes = ["old"] }), "gloves");
        await WriteAsync(Document("early", l => l with { ValidFrom = Today, Supersedes = ["old"] }), "gloves");
        Assert.Equal(["early"], await OnAsync(Today));

        await Store.RelabelAsync(Document("early", l => l with { ValidFrom = Today.AddDays(1), Supersedes = ["old"] }), None);
        Assert.Equal(["old"], await OnAsync(Today));
        await Store.RemoveAsync(Collection, Document("early").Source, None);

        Assert.Equal(["old"], await OnAsync(Today.AddDays(8)));
        Assert.Equal(["late"], await OnAsync(Today.AddDays(9)));
    }

    [SkippableFact]
    public async Task A_successor_that_is_not_committed_takes_no_place()
    {
        await WriteAsync(Document("old"), "gloves");
        var successor = Document("new", l => l with { Supersedes = ["old"] });
        await using var writer = await Store.BeginAsync(successor, None);
        var (parts, chunks) = Content("gloves");
        await writer.AddAsync(parts, chunks, None);

        Assert.Equal(["old"], await OnAsync(Today));
    }

    [SkippableFact]
    public async Task A_document_does_not_give_way_to_itself_or_to_another_collection()
    {
        await WriteAsync(Document("a", l => l with { Supersedes = ["a"] }), "gloves");
        await WriteAsync(Document("b", l => l with { Supersedes = ["a"] }) with { Collection = "other" }, "gloves");

        Assert.Equal(["a", "b"], await OnAsync(Today));
    }

    [SkippableFact]
    public async Task A_document_that_is_written_anew_stays_superseded()
    {
        await WriteAsync(Document("old"), "gloves");
        await WriteAsync(Document("new", l => l with { Supersedes = ["old"] }), "gloves");
        await WriteAsync(Document("old") with { TextHash = "other" }, "gloves again");

        Assert.Equal(["new"], await OnAsync(Today));
    }

    [SkippableFact]
    public async Task Only_the_collection_asked_for_is_searched()
    {
        await WriteAsync(Document("a"), "gloves");
        await WriteAsync(Document("b") with { Collection = "contracts" }, "gloves");

        Assert.Equal(["a", "b"], await OfAsync(Filter()));
        Assert.Equal(["b"], await OfAsync(Filter() with { Collection = "contracts" }));
        Assert.Empty(await OfAsync(Filter() with { Collection = "Contracts" }));
    }

    [SkippableFact]
    public async Task Only_documents_that_are_wanted_are_found_and_none_that_is_excepted()
    {
        await WriteAsync(Document("a"), "gloves");
        await WriteAsync(Document("b"), "gloves");
        await WriteAsync(Document("b") with { Collection = "contracts" }, "gloves");
        await WriteAsync(Document("secret", l => l with { Readers = [Buying] }), "gloves");
        DocumentKey a = new(Collection, "a"), b = new(Collection, "b"), secret = new(Collection, "secret"), absent = new(Collection, "it's \"absent\"");

        Assert.Equal(["a"], await OfAsync(Filter() with { Only = [a, secret, absent] }));
        Assert.Empty(await OfAsync(Filter() with { Only = [] }));
        Assert.Equal(["b"], await OfAsync(Filter() with { Except = [a, absent], Collection = Collection }));
        Assert.Equal(["a", "b"], await OfAsync(Filter() with { Except = [b] }));
        Assert.Empty(await OfAsync(Filter() with { Only = [a], Except = [a] }));
        Assert.Empty(await OfAsync(Filter() with { Only = [a], Collection = "contracts" }));
    }

    [SkippableFact]
    public async Task A_right_taken_away_is_gone_from_the_next_answer()
    {
        await WriteAsync(Document("a"), "gloves");
        Assert.Equal(["a"], await AsAsync([Sales]));

        await Store.RelabelAsync(Document("a", l => l with { Readers = [Buying] }), None);

        Assert.Empty(await AsAsync([Sales]));
        Assert.Equal(["a"], await AsAsync([Buying]));
    }

    [SkippableFact]
    public async Task Filters_hold_before_the_limit()
    {
        for (var i = 0; i < 40; i++)
        {
            await WriteAsync(Document($"hidden{i:00}", l => l with { Readers = [Buying], Title = "Gloves gloves" }), "gloves gloves gloves");
        }

        await WriteAsync(Document("seen"), "A long text about boxes, tape and other things that also names gloves once.");

        Assert.Equal(["seen"], Ids(await Store.SearchAsync(Words("glove") with { Limit = 3 }, None)));
    }

    [SkippableFact]
    public async Task An_operator_is_told_every_filter_that_a_matching_document_failed()
    {
        await WriteAsync(Document("seen"), "gloves");
        await WriteAsync(Document("other-words", l => l with { Readers = [Buying] }), "tape");
        await WriteAsync(Document("reader", l => l with { Readers = [Buying] }), "gloves");
        await WriteAsync(Document("all-four", l => l with { Readers = [Buying], Companies = [Other], ValidTo = Today.AddDays(-1) }), "gloves");
        await WriteAsync(Document("successor", l => l with { Supersedes = ["all-four"] }), "tape");
        await WriteAsync(Document("elsewhere", l => l with { Readers = [Buying] }) with { Collection = "contracts" }, "gloves");

        var excluded = await Store.ExcludedAsync(Words("glove") with { Filter = Filter() with { Collection = Collection } }, None);

        Assert.Equal(["all-four", "reader"], excluded.Select(e => e.DocumentId));
        Assert.Equal(["reader", "company", "not valid on the day", "superseded"], excluded[0].Reasons);
        Assert.Equal(["reader"], excluded[1].Reasons);
        Assert.Equal(Collection, excluded[0].Collection);
    }

    /// <summary>Finds by both legs and insists that they agree.</summary>
    private async Task<string[]> OfAsync(PassageFilter filter)
    {
        var space = new EmbeddingSpace { Id = "m", Dimension = 2 };
        await Store.OpenSpaceAsync(space, None);
        var waiting = await Store.UnembeddedAsync(space.Id, 1000, None);
        await Store.SaveVectorsAsync(space.Id, [.. waiting.Select(w => KeyValuePair.Create(w.Key, new[] { 1f, 0f }))], None);
        var words = await IdsAsync(Words("glove") with { Filter = filter });
        Assert.Equal(words, Ids(await Store.NearestAsync(new VectorQuery { Space = space.Id, Vector = new[] { 1f, 0f }, Filter = filter, Limit = 100 }, None)));
        return words;
    }

    private Task<string[]> AsAsync(string[] names, params string[] companies)
        => OfAsync(Filter(new Reader(names, companies.Length == 0 ? [Company] : companies)));

    private Task<string[]> OnAsync(DateOnly day) => OfAsync(Filter(day: day));
}
