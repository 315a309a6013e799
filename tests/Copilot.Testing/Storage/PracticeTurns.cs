using Copilot.Contracts;

namespace Copilot.Testing.Storage;

/// <summary>Questions and answers to keep.</summary>
internal static class PracticeTurns
{
    public static Caller Caller(string id = "demo:sales-rep") => new() { Id = id, DisplayName = "Somebody", Roles = [RoleNames.SalesRep], Companies = [] };

    public static TurnRequest Request(string conversation = "c1", string turn = "t1", string caller = "demo:sales-rep", string question = "Where is it?") => new()
    {
        TurnId = turn,
        ConversationId = conversation,
        Question = question,
        Caller = Caller(caller),
        Channel = "rest",
    };

    public static StoredTurn Finished(TurnRequest request) => new()
    {
        Turn = new Turn
        {
            TurnId = request.TurnId,
            ConversationId = request.ConversationId,
            Question = request.Question,
            Answer = "It is late [S1].",
            Outcome = TurnOutcome.Answered,
            Planner = PlannerKind.Rules,
            Cards = [new TableCard { Title = "Orders", Columns = [new TableColumn("order", "Order", FactKind.Code)], Rows = [[System.Text.Json.Nodes.JsonValue.Create("S00042")]], TotalRows = 7 }],
            Grounding = new GroundingReport(true, []),
            StartedAt = DateTimeOffset.UnixEpoch,
            DurationMs = 5,
        },
        Evidence = new Dictionary<string, Evidence>
        {
            ["S1"] = new()
            {
                Id = "sale.order:42",
                Kind = EvidenceKind.Record,
                Title = "Sales order S00042",
                Excerpt = "S00042",
                AsOf = DateTimeOffset.UnixEpoch,
                Record = new RecordRef("sale.order", 42),
            },
        },
        Memo = new() { ["topic"] = "7" },
    };
}
