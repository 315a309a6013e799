using Copilot.Contracts;
using Copilot.Governance;
using Copilot.Governance.Approvals.Telling;
using Copilot.Host.Storage;
using Copilot.Testing.Approvals;
using Copilot.Testing.Conversation;
using Copilot.Testing.Service;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Governance.Approvals;

/// <summary>What was proposed and decided, told to whom it may be told.</summary>
public sealed class ProposalsToolTests : ToolContract, IAsyncLifetime
{
    private static readonly Caller Other = ActionHouse.Person(RoleNames.SalesRep, "-two");
    private static readonly Caller Auditor = ActionHouse.Person(RoleNames.Auditor);

    private readonly TemporaryFolder folder = new();
    private readonly PracticeErp erp = new();
    private readonly PracticeClock clock = new(PracticeTools.Now);
    private SqliteDatabase? database;
    private NodeFiles? node;
    private ActionHouse? made;
    private Proposal? approved;
    private Proposal? rejected;
    private Proposal? waiting;

    protected override string Name => "proposals.list";

    protected override IReadOnlyList<string> Samples => ["""{}""", """{"state":"approved"}""", """{"state":"rejected","scope":"mine"}""", """{"order":"S00042","count":1}""", """{"from":"2020-01-01","to":"2020-02-01"}"""];

    protected override IReadOnlyList<Caller> Callers => [Auditor, ActionHouse.Rep, ActionHouse.Boss, Other];

    protected override ITool Tool => new ProposalsTool(made!.Store, made.View, made.Who, new GovernanceOptions { PublicAddress = "http://copilot.example/" });

    public async Task InitializeAsync()
    {
        database = new SqliteDatabase(Path.Combine(folder.Path, "copilot.db"));
        await new SchemaStore(database, ActionHouse.Steps, TimeProvider.System).ApplyAsync(CancellationToken.None);
        node = new NodeFiles(folder.Path);
        made = new ActionHouse(database, node, folder.Path, erp, clock);
        approved = (await made.ProposeAsync(ActionHouse.Rep, "2026-12-01")).Proposal;
        await made.ApproveAsync(ActionHouse.Rep, approved!);
        rejected = (await made.ProposeAsync(ActionHouse.Rep, "2026-12-02")).Proposal;
        await made.RejectAsync(ActionHouse.Rep, rejected!, "the customer closed on that day");
        waiting = (await made.ProposeAsync(ActionHouse.Rep, "2026-12-03")).Proposal;
    }

    public async Task DisposeAsync()
    {
        await made!.DisposeAsync();
        node!.Dispose();
        await database!.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task What_was_approved_names_who_and_when_and_opens_its_page()
    {
        var result = await RunAsync(Auditor, """{"state":"approved"}""");

        var item = Assert.Single(result.Findings, f => f.Role == FindingRole.Item);
        Assert.Contains($"{approved!.Reference}: ", item.Text, StringComparison.Ordinal);
        Assert.Contains("sales-rep approved it on ", item.Text, StringComparison.Ordinal);
        Assert.Equal($"http://copilot.example/console/proposals?id={approved.Id}", Assert.Single(result.Evidence, e => e.Id == item.EvidenceIds[0]).Uri);
    }

    [Fact]
    public async Task What_was_rejected_keeps_its_reason()
    {
        var result = await RunAsync(ActionHouse.Rep, """{"state":"rejected"}""");

        Assert.Contains("withdrew it on", Assert.Single(result.Findings, f => f.Role == FindingRole.Item).Text, StringComparison.Ordinal);
        Assert.Contains("the customer closed on that day", result.Findings[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_says_for_whom_and_lapses_with_its_day()
    {
        Assert.Contains($"{waiting!.Reference}: ", Assert.Single((await RunAsync(Auditor, """{"state":"waiting"}""")).Findings, f => f.Role == FindingRole.Item).Text, StringComparison.Ordinal);

        clock.Move(TimeSpan.FromDays(3));

        Assert.False((await RunAsync(Auditor, """{"state":"waiting"}""")).Found);
        Assert.Contains("it lapsed on", Assert.Single((await RunAsync(Auditor, """{"state":"lapsed"}""")).Findings, f => f.Role == FindingRole.Item).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_it_does_not_concern_learns_of_none()
    {
        var result = await RunAsync(Other, "{}");

        Assert.False(result.Found);
        Assert.Empty(result.Evidence);
        Assert.DoesNotContain(approved!.Reference, result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_no_proposal_holds_finds_nothing()
        => Assert.False((await RunAsync(Auditor, """{"customer":"Nobody & Sons"}""")).Found);

    protected override ToolContext ContextOf(Caller caller) => new() { Caller = caller, TurnId = "t", Question = "a question", Now = clock.GetUtcNow() };
}
