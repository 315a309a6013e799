using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Dapper;

namespace Copilot.Host.Storage;

/// <summary>Turns as rows: what a conversation remembers and what a source link opens. A row belongs to the one who asked.</summary>
internal sealed class TurnStore(IStoreDatabase database, INodeRoster nodes, TimeProvider time) : ITurnStore
{
    private const int TitleLength = 80;

    /// <inheritdoc/>
    public async Task BeginAsync(TurnRequest request, DateTimeOffset startedAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var row = new
        {
            Id = request.TurnId,
            Conversation = request.ConversationId,
            request.Caller.Tenant,
            Owner = request.Caller.Id,
            request.Channel,
            Node = await nodes.EnterAsync(cancellationToken),
            request.Question,
            Title = Title(request.Question),
            At = Text(startedAt),
        };
        await database.WriteAsync(
            transaction =>
            {
                var connection = transaction.Connection!;
                connection.Execute(
                    """
                    INSERT INTO conversations (id, tenant, owner, title, started_at, updated_at)
                    VALUES (@Conversation, @Tenant, @Owner, @Title, @At, @At)
                    ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at
                        WHERE conversations.tenant = excluded.tenant AND conversations.owner = excluded.owner
                    """,
                    row,
                    transaction);
                var begun = connection.Execute(
                    """
                    INSERT INTO turns (id, conversation_id, tenant, owner, channel, node, question, state, started_at)
                    SELECT @Id, id, @Tenant, @Owner, @Channel, @Node, @Question, 'running', @At
                    FROM conversations WHERE id = @Conversation AND tenant = @Tenant AND owner = @Owner
                    ON CONFLICT (id) DO NOTHING
                    """,
                    row,
                    transaction);
                return begun == 1 ? begun : throw new CopilotException("There is no such conversation of yours, or the turn's id is taken.");
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task FinishAsync(StoredTurn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var row = new
        {
            Id = turn.Turn.TurnId,
            Turn = JsonSerializer.Serialize(turn.Turn, ContractJson.Options),
            Evidence = JsonSerializer.Serialize(turn.Evidence, ContractJson.Options),
            Memo = turn.Memo.ToJsonString(),
            At = Text(time.GetUtcNow()),
        };
        return database.WriteAsync(
            transaction =>
            {
                var done = transaction.Connection!.Execute(
                    "UPDATE turns SET state = 'finished', turn = @Turn, evidence = @Evidence, memo = @Memo WHERE id = @Id", row, transaction);
                transaction.Connection!.Execute(
                    "UPDATE conversations SET updated_at = @At WHERE id = (SELECT conversation_id FROM turns WHERE id = @Id)", row, transaction);
                return done;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredTurn>> RecentAsync(Caller caller, string conversationId, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return database.ReadAsync<IReadOnlyList<StoredTurn>>(
            connection =>
            [
                .. connection.Query<TurnRow>(
                    """
                    SELECT turn, evidence, memo FROM turns
                    WHERE conversation_id = @conversationId AND tenant = @Tenant AND owner = @Id AND state = 'finished'
                    ORDER BY started_at DESC, id DESC LIMIT @count
                    """,
                    new { conversationId, caller.Tenant, caller.Id, count }).Reverse().Select(row => row.ToTurn()),
            ],
            cancellationToken);
    }

    /// <summary>Gets one finished turn of the caller.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="turnId">The turn.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The turn, or null when it does not exist, is not finished, or is not the caller's.</returns>
    public Task<StoredTurn?> FindAsync(Caller caller, string turnId, CancellationToken cancellationToken)
        => database.ReadAsync(
            connection => connection.QuerySingleOrDefault<TurnRow>(
                "SELECT turn, evidence, memo FROM turns WHERE id = @turnId AND tenant = @Tenant AND owner = @Id AND state <> 'running'",
                new { turnId, caller.Tenant, caller.Id })?.ToTurn(),
            cancellationToken);

    /// <summary>Gets the turns that run in processes that are no more.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Ids of turns.</returns>
    public async Task<IReadOnlyList<string>> OrphansAsync(CancellationToken cancellationToken)
    {
        var running = await database.ReadAsync<IReadOnlyList<(string Id, string Node)>>(
            connection => [.. connection.Query<(string Id, string Node)>("SELECT id, node FROM turns WHERE state = 'running' ORDER BY started_at")], cancellationToken);
        var gone = await nodes.GoneAsync([.. running.Select(turn => turn.Node).Distinct()], cancellationToken);
        return [.. running.Where(turn => gone.Contains(turn.Node)).Select(turn => turn.Id)];
    }

    /// <summary>Closes turns whose process died.</summary>
    /// <param name="turnIds">The turns.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>How many were closed.</returns>
    public Task<int> CloseInterruptedAsync(IReadOnlyList<string> turnIds, CancellationToken cancellationToken)
        => database.WriteAsync(
            transaction => turnIds.Sum(id => Close(transaction, id)),
            cancellationToken);

    private static int Close(DbTransaction transaction, string id)
    {
        var row = transaction.Connection!.QuerySingleOrDefault<(string Conversation, string Question, string StartedAt)>(
            "SELECT conversation_id, question, started_at FROM turns WHERE id = @id AND state = 'running'", new { id }, transaction);
        if (row.Conversation is null)
        {
            return 0;
        }

        var turn = new Turn
        {
            TurnId = id,
            ConversationId = row.Conversation,
            Question = row.Question,
            Answer = "This question was interrupted: the service stopped while it was working on it. Please ask again.",
            Outcome = TurnOutcome.Failed,
            Planner = PlannerKind.Rules,
            Grounding = new GroundingReport(false, []),
            StartedAt = DateTimeOffset.Parse(row.StartedAt, CultureInfo.InvariantCulture),
            DurationMs = 0,
        };
        return transaction.Connection!.Execute(
            "UPDATE turns SET state = 'interrupted', turn = @turn, evidence = '{}', memo = '{}' WHERE id = @id AND state = 'running'",
            new { id, turn = JsonSerializer.Serialize(turn, ContractJson.Options) },
            transaction);
    }

    private static string Text(DateTimeOffset at) => at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private static string Title(string question)
    {
        var line = string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= TitleLength ? line : string.Concat(line.AsSpan(0, TitleLength - 1), "…");
    }

    private sealed record TurnRow(string Turn, string Evidence, string Memo)
    {
        public StoredTurn ToTurn() => new()
        {
            Turn = JsonSerializer.Deserialize<Turn>(Turn, ContractJson.Options)!,
            Evidence = JsonSerializer.Deserialize<Dictionary<string, Evidence>>(Evidence, ContractJson.Options)!,
            Memo = JsonNode.Parse(Memo)!.AsObject(),
        };
    }
}
