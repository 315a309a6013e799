using System.Text;
using Copilot.Contracts;
using Copilot.Documents.Desk;
using Copilot.Documents.Desk.Memory;
using Copilot.Documents.Desk.Stores;
using Copilot.Testing.Conversation;
using Copilot.Testing.Desk;
using Xunit;

namespace Copilot.Testing.Storage;

/// <summary>Documents on the reading desk as rows: each file once, read by one node at a time, tried again, given up with the reason, seen by its company only, and gone after its time.</summary>
public abstract class DeskContract(StoreUnderTest store) : StoreContract(store)
{
    private const string Order = "<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\" xmlns:b=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\"><b:ID>{0}</b:ID><b:IssueDate>2026-09-14</b:IssueDate></Order>";

    private readonly PracticeClock clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    internal override IReadOnlyList<SchemaStep> Steps => DeskSchemaStore.Steps;

    [SkippableFact]
    public async Task The_same_file_for_the_same_company_is_kept_once_and_told()
    {
        using var house = House();
        var first = await house.LayAsync(Some("A1"));
        var second = await house.LayAsync(Some("A1"), "copy.xml");
        var other = await house.LayAsync(Some("A1"), company: 2);
        Assert.Equal((false, true, false), (first.IsDuplicate, second.IsDuplicate, other.IsDuplicate));
        Assert.Equal(first.Document.Id, second.Document.Id);
        Assert.NotEqual(first.Document.Id, other.Document.Id);
        Assert.Equal(1L, await ScalarAsync<long>("select count(*) from desk_file"));
        Assert.Equal(["arrived", "came_again"], (await house.Desk.OpenAsync(DeskHouse.Accountant, first.Document.Id, None))!.History.Select(e => e.What));
    }

    [SkippableFact]
    public async Task What_was_read_comes_back_as_it_was()
    {
        using var house = House();
        var read = await house.ReadAsync(Some("Ä-17"));
        var again = (await house.Desk.OpenAsync(DeskHouse.Accountant, read.Id, None))!.Document;
        Assert.Equal("Ä-17", again.Extraction!.Fields["number"].Value);
        Assert.Equal((BusinessDocumentType.PurchaseOrder, read.State, 2), (again.Extraction.Type, again.State, again.Version));
        Assert.Equal(read.Hash, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData((await house.Pages.OriginalAsync(DeskHouse.Accountant, read.Id, None))!.Value.Content)));
    }

    [SkippableFact]
    public async Task People_of_other_companies_and_tenants_see_nothing_of_it()
    {
        using var house = House();
        var id = (await house.ReadAsync(Some("A1"))).Id;
        foreach (var stranger in new[] { DeskHouse.Elsewhere, DeskHouse.Accountant with { Tenant = "other" }, DeskHouse.Accountant with { Companies = [] } })
        {
            Assert.Empty((await house.Desk.ListAsync(stranger, new DeskQuery(), None)).Documents);
            Assert.Null(await house.Desk.OpenAsync(stranger, id, None));
            Assert.Null(await house.Pages.OriginalAsync(stranger, id, None));
            Assert.Equal(DeskVerdictKind.Missing, (await house.Desk.ConfirmAsync(stranger, id, new DeskChange(), None)).Kind);
        }
    }

    [SkippableFact]
    public async Task The_list_counts_by_state_and_finds_by_words_with_signs_taken_as_they_are()
    {
        using var house = House();
        await house.ReadAsync(Some("A1"), "100%_sure.xml");
        await house.ReadAsync(Some("B2"), "other.xml");
        await house.ReadAsync(Encoding.UTF8.GetBytes("no document at all"), "letter.txt");
        var all = await house.Desk.ListAsync(DeskHouse.Accountant, new DeskQuery(), None);
        Assert.Equal((3, 2, 1), (all.Total, all.Counts.Where(c => c.Key is DeskState.Read or DeskState.NeedsReview).Sum(c => c.Value), all.Counts[DeskState.Failed]));
        Assert.Equal(["100%_sure.xml"], (await ListAsync(house, "100%_")).Select(d => d.File));
        Assert.Equal(["other.xml"], (await ListAsync(house, "b2 OTHER")).Select(d => d.File));
        Assert.Empty(await ListAsync(house, "' or 1=1 --"));
    }

    [SkippableFact]
    public async Task What_can_not_be_read_is_given_up_at_once_and_says_why_and_is_read_again_when_asked()
    {
        using var house = House();
        var failed = await house.ReadAsync(Encoding.UTF8.GetBytes("no document at all"), "letter.txt");
        Assert.Equal((DeskState.Failed, 1), (failed.State, failed.Attempts));
        Assert.Contains("not read into fields", failed.Reason, StringComparison.Ordinal);
        Assert.Empty(await house.ReadAsync());
        Assert.Equal(DeskVerdictKind.Done, (await house.Desk.ReopenAsync(DeskHouse.Accountant, failed.Id, new DeskChange { Version = failed.Version }, None)).Kind);
        Assert.Equal(DeskState.Failed, Assert.Single(await house.ReadAsync()).State);
    }

    [SkippableFact]
    public async Task Trouble_that_may_pass_is_waited_for_longer_each_time_and_in_the_end_given_up()
    {
        using var house = House(options: o => o.Attempts = 3);
        await house.LayAsync(Some("A1"));
        await ExecuteAsync("delete from desk_file");
        await ExecuteAsync("insert into desk_file (tenant, hash, content) select tenant, hash, @content from desk_document", new { content = Some("A1") });

        // The work folder can't be made: a file stands in its place.
        await File.WriteAllTextAsync(Path.Combine(Store.Folder, "work"), "in the way");
        foreach (var minutes in new[] { 1, 4 })
        {
            var later = Assert.Single(await house.ReadAsync());
            Assert.Equal((DeskState.New, clock.GetUtcNow().AddMinutes(minutes)), (later.State, later.DueAt!.Value));
            Assert.Contains("id 0815", later.Reason, StringComparison.Ordinal);
            Assert.Empty(await house.ReadAsync());
            clock.Move(TimeSpan.FromMinutes(minutes));
        }

        Assert.Equal((DeskState.Failed, 3), (await house.ReadAsync() is [var end] ? (end.State, end.Attempts) : default));
        File.Delete(Path.Combine(Store.Folder, "work"));
    }

    [SkippableFact]
    public async Task Of_two_nodes_one_reads_and_what_a_dead_one_began_is_read_by_the_other()
    {
        var (first, second) = (Node(), Node());
        var documents = new DeskStore(Database);
        using var house = House(first);
        await house.LayAsync(Some("A1"));
        var now = clock.GetUtcNow();
        var taken = await documents.TakeAsync(await first.EnterAsync(None), new HashSet<string>(), now, now.AddMinutes(30), None);
        Assert.NotNull(taken);
        using var other = House(second);
        Assert.Empty(await other.ReadAsync());
        await LeaveAsync(first);
        Assert.Equal(2, Assert.Single(await other.ReadAsync()).Attempts);
        Assert.False(await documents.KeepAsync(taken with { State = DeskState.Failed }, "gone", [], [], new DeskEvent(now, "x", "failed", null), None));
    }

    [SkippableFact]
    public async Task A_document_that_kills_whoever_reads_it_is_given_up()
    {
        using var house = House(options: o => o.Attempts = 2);
        await house.LayAsync(Some("A1"));
        var documents = new DeskStore(Database);
        for (var i = 0; i < 2; i++)
        {
            Assert.NotNull(await documents.TakeAsync("dead", new HashSet<string>(), clock.GetUtcNow(), clock.GetUtcNow().AddMinutes(30), None));
            clock.Move(TimeSpan.FromMinutes(31));
        }

        var failed = Assert.Single(await house.ReadAsync());
        Assert.Equal(DeskState.Failed, failed.State);
        Assert.Contains("2 times and never finished", failed.Reason, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Two_people_at_once_do_not_overwrite_each_other()
    {
        using var house = House();
        var id = (await house.ReadAsync(Some("A1"))).Id;
        var changes = Enumerable.Range(0, 8).Select(i => Task.Run(() => house.Desk.CorrectAsync(DeskHouse.Accountant, id, new DeskChange { Version = 2, Fields = [new FieldCorrection { Name = "number", Value = $"N{i}" }] }, None)));
        var verdicts = await Task.WhenAll(changes);
        var done = Assert.Single(verdicts, v => v.Kind == DeskVerdictKind.Done);
        Assert.Equal(7, verdicts.Count(v => v.Kind == DeskVerdictKind.Late));
        Assert.Equal(done.Document!.Extraction!.Fields["number"].Value, (await house.Desk.OpenAsync(DeskHouse.Accountant, id, None))!.Document.Extraction!.Fields["number"].Value);
    }

    [SkippableFact]
    public async Task What_is_past_its_time_goes_with_its_file_and_what_another_company_needs_stays()
    {
        using var house = House(options: o => (o.KeepDays, o.RejectedKeepDays) = (10, 2));
        var (confirmed, rejected, open) = (await house.ReadAsync(Some("A1")), await house.ReadAsync(Some("B2")), await house.ReadAsync(Some("B2"), company: 2));
        await house.Desk.ConfirmAsync(DeskHouse.Accountant, confirmed.Id, new DeskChange(), None);
        await house.Desk.RejectAsync(DeskHouse.Accountant, rejected.Id, new DeskChange { Reason = "not ours" }, None);
        Assert.Empty(await house.Queue.ExpireAsync(None));
        clock.Move(TimeSpan.FromDays(3));
        Assert.Equal([rejected.Id], (await house.Queue.ExpireAsync(None)).Select(d => d.Id));
        Assert.NotNull(await house.Pages.OriginalAsync(DeskHouse.Accountant, open.Id, None));
        clock.Move(TimeSpan.FromDays(8));
        Assert.Equal([confirmed.Id], (await house.Queue.ExpireAsync(None)).Select(d => d.Id));
        Assert.Equal(1L, await ScalarAsync<long>("select count(*) from desk_file"));
        Assert.Equal(1L, await ScalarAsync<long>("select count(*) from desk_document"));
    }

    [SkippableFact]
    public async Task A_lesson_said_again_counts_on_and_another_takes_its_place_and_forgetting_is_of_the_own_company()
    {
        var lessons = new LessonStore(Database);
        var lesson = new Lesson { Id = "l1", Company = 1, Supplier = "vat:DE1", SupplierName = "Kranich", Field = "number", Kind = LessonKind.RightOf, Text = "Beleg", By = "Ada", At = clock.GetUtcNow() };
        await lessons.LearnAsync("default", lesson, None);
        Assert.Equal("learnt from 2 documents: number is right of 'Beleg'", (await lessons.LearnAsync("default", lesson with { Id = "l2" }, None)).Explanation);
        Assert.Equal((1, "l1"), (await lessons.LearnAsync("default", lesson with { Id = "l3", Text = "Vorgang" }, None)) is { } other ? (other.Documents, other.Id) : default);
        Assert.Empty(await lessons.OfAsync("default", 2, ["vat:DE1"], None));
        Assert.Empty(await lessons.OfAsync("other", 1, ["vat:DE1"], None));
        Assert.False(await lessons.ForgetAsync("default", 2, "l1", None));
        Assert.True(await lessons.ForgetAsync("default", 1, "l1", None));
        Assert.Empty(await lessons.AllAsync("default", 1, None));
    }

    private static byte[] Some(string number) => Encoding.UTF8.GetBytes(Order.Replace("{0}", number, StringComparison.Ordinal));

    private static async Task<IReadOnlyList<DeskRow>> ListAsync(DeskHouse house, string words) => (await house.Desk.ListAsync(DeskHouse.Accountant, new DeskQuery { Words = words }, None)).Documents;

    private DeskHouse House(INodeRoster? node = null, Action<DeskOptions>? options = null) => new(Database, node ?? Node(), clock, Store.Folder, options);
}
