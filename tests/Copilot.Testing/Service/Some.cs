using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Testing.Service;

/// <summary>Test data: one of each kind of thing a turn holds.</summary>
public static class Some
{
    public static Source Source { get; } = new() { Id = "S1", Kind = EvidenceKind.Record, Title = "Sales order S00042", Excerpt = "S00042", AsOf = DateTimeOffset.UnixEpoch };

    public static Card Card { get; } = new TableCard
    {
        Title = "Orders [bold]",
        Columns = [new TableColumn("order", "Order", FactKind.Code), new TableColumn("days", "Days late", FactKind.Days)],
        Rows = [[JsonValue.Create("S00042"), JsonValue.Create(3)]],
        TotalRows = 7,
    };

    public static Proposal Proposal { get; } = new()
    {
        Id = "p1",
        Tool = "odoo.write",
        Summary = "Move the order",
        Risk = RiskClass.Low,
        Exposure = new Exposure(10, "EUR"),
        State = ProposalState.Proposed,
        ApproverRole = RoleNames.OperationsManager,
        ExpiresAt = DateTimeOffset.UnixEpoch,
    };

    public static IReadOnlyDictionary<string, Evidence> Evidence { get; } = new Dictionary<string, Evidence>
    {
        ["S1"] = new()
        {
            Id = "calc:late:42",
            Kind = EvidenceKind.Calculation,
            Title = "Days late",
            Excerpt = "3 days",
            AsOf = DateTimeOffset.UnixEpoch,
            Facts = [new Fact("Days late", FactKind.Days, "3")],
        },
        ["S2"] = new()
        {
            Id = "sale.order:42",
            Kind = EvidenceKind.Record,
            Title = "Sales order S00042",
            Excerpt = "S00042",
            AsOf = DateTimeOffset.UnixEpoch,
            Record = new RecordRef("sale.order", 42),
        },
    };

    public static Turn Turn(TurnRequest request, TurnOutcome outcome) => new()
    {
        TurnId = request.TurnId,
        ConversationId = request.ConversationId,
        Question = request.Question,
        Answer = outcome == TurnOutcome.Refused ? "You may not see that." : "It is late [S1].",
        Outcome = outcome,
        Planner = PlannerKind.Rules,
        Sources = [Source],
        Cards = [Card],
        Proposals = [Proposal],
        Grounding = new GroundingReport(true, []),
        StartedAt = DateTimeOffset.UnixEpoch,
        DurationMs = 5,
    };

    public static Caller Caller(string id = "demo:sales-rep") => new() { Id = id, DisplayName = "Somebody", Roles = [RoleNames.SalesRep], Companies = [] };

    public static TurnRequest Request(string conversation = "c1", string turn = "t1", string caller = "demo:sales-rep", string question = "Where is it?") => new()
    {
        TurnId = turn,
        ConversationId = conversation,
        Question = question,
        Caller = Caller(caller),
        Channel = "rest",
    };
}
