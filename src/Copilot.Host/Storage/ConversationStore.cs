using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Dapper;

namespace Copilot.Host.Storage;

/// <summary>A caller's own conversations: list, read, delete. Those of others do not exist for them.</summary>
internal sealed class ConversationStore(IStoreDatabase database, TimeProvider time)
{
    private const int ListLength = 200;
    private const int MostWords = 8;

    /// <summary>Lists the caller's conversations, last used first, at most 200.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="search">Words that must occur in a question of the conversation, each of them, in any case; null or empty for all.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The conversations.</returns>
    public Task<IReadOnlyList<ConversationSummary>> ListAsync(Caller caller, string? search, CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<ConversationSummary>>(
            connection =>
            [
                .. connection.Query<Row>(
                    $"""
                    SELECT id, title, started_at AS StartedAt, updated_at AS UpdatedAt,
                        (SELECT count(*) FROM turns WHERE conversation_id = conversations.id) AS TurnCount
                    FROM conversations WHERE tenant = @Tenant AND owner = @Id {Asking(search, out var values)}
                    ORDER BY updated_at DESC LIMIT @ListLength
                    """,
                    With(values, caller)).Select(row => row.ToSummary()),
            ],
            cancellationToken);

    // Only the names of parameters enter the statement; what people write is always a value.
    private static string Asking(string? search, out DynamicParameters values)
    {
        values = new DynamicParameters();
        var sql = new System.Text.StringBuilder();
        foreach (var word in (StorableText.Of(search) ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"word{sql.Length}");
            values.Add(name, "%" + word.ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%");
            sql.Append(CultureInfo.InvariantCulture, $" AND EXISTS (SELECT 1 FROM turns WHERE conversation_id = conversations.id AND lower(question) LIKE @{name} ESCAPE '\\')");
        }

        return sql.ToString();
    }

    private static DynamicParameters With(DynamicParameters values, Caller caller)
    {
        values.AddDynamicParams(new { caller.Tenant, caller.Id, ListLength });
        return values;
    }

    /// <summary>Finds one conversation of the caller.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="id">The conversation.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The conversation, or null when there is none or it is somebody else's.</returns>
    public Task<ConversationSummary?> FindAsync(Caller caller, string id, CancellationToken cancellationToken)
        => database.ReadAsync(
            connection => connection.QuerySingleOrDefault<Row>(
                """
                SELECT id, title, started_at AS StartedAt, updated_at AS UpdatedAt,
                    (SELECT count(*) FROM turns WHERE conversation_id = conversations.id) AS TurnCount
                FROM conversations WHERE tenant = @Tenant AND owner = @Owner AND id = @id
                """,
                new { caller.Tenant, Owner = caller.Id, id = StorableText.Of(id) })?.ToSummary(),
            cancellationToken);

    /// <summary>Gets the turns of a conversation that have ended, in order, those that were interrupted too.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="id">The conversation.</param>
    /// <param name="before">A turn of it: only those before it; or null.</param>
    /// <param name="last">How many at most, the newest of them; null for all.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The turns; none when the conversation is not the caller's.</returns>
    public Task<IReadOnlyList<Turn>> TurnsAsync(Caller caller, string id, string? before, int? last, CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<Turn>>(
            connection =>
            [
                .. connection.Query<string>(
                    """
                    SELECT turn FROM turns
                    WHERE conversation_id = @id AND tenant = @Tenant AND owner = @Owner AND turn IS NOT NULL
                        AND (@before = '' OR EXISTS (SELECT 1 FROM turns AS later WHERE later.id = @before AND later.conversation_id = @id
                            AND (turns.started_at < later.started_at OR (turns.started_at = later.started_at AND turns.id < later.id))))
                    ORDER BY started_at DESC, id DESC LIMIT @Most
                    """,
                    new { caller.Tenant, Owner = caller.Id, id, before = StorableText.Of(before) ?? string.Empty, Most = last ?? int.MaxValue }).Reverse().Select(json => JsonSerializer.Deserialize<Turn>(json, ContractJson.Options)!),
            ],
            cancellationToken);

    /// <summary>Finds the conversation in which a question got an answer: clients that know no conversations send back what was said.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="question">The question, as it was asked.</param>
    /// <param name="answer">The answer, as it was given.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The conversation, or null when no turn of the caller's 30 last used conversations is this one.</returns>
    public Task<string?> FindByTurnAsync(Caller caller, string question, string answer, CancellationToken cancellationToken)
        => database.ReadAsync(
            connection => connection.Query<AnswerRow>(
                """
                SELECT turns.conversation_id AS Conversation, turns.turn AS Turn
                FROM (SELECT id FROM conversations WHERE tenant = @Tenant AND owner = @Owner ORDER BY updated_at DESC LIMIT 30) AS last
                JOIN turns ON turns.conversation_id = last.id
                WHERE turns.question = @question AND turns.turn IS NOT NULL
                ORDER BY turns.started_at DESC, turns.id DESC LIMIT 50
                """,
                new { caller.Tenant, Owner = caller.Id, question = StorableText.Of(question) })
                .FirstOrDefault(row => (string?)JsonNode.Parse(row.Turn)?["answer"] == answer)?.Conversation,
            cancellationToken);

    /// <summary>Gets the uploads that a conversation asked about and no other conversation of the caller did.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="id">The conversation.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Attachment ids.</returns>
    public Task<IReadOnlyList<string>> OwnAttachmentsAsync(Caller caller, string id, CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<string>>(
            connection =>
            {
                const string All = "SELECT conversation_id AS Conversation, memo AS Memo FROM turns WHERE tenant = @Tenant AND owner = @Owner AND memo LIKE '%\"upload-%'";
                var turns = connection.Query<MemoRow>(All, new { caller.Tenant, Owner = caller.Id }).Select(row => (row.Conversation, Ids: AttachmentsOf(row.Memo))).ToList();
                var elsewhere = turns.Where(t => t.Conversation != id).SelectMany(t => t.Ids).ToHashSet(StringComparer.Ordinal);
                return [.. turns.Where(t => t.Conversation == id).SelectMany(t => t.Ids).Where(a => !elsewhere.Contains(a)).Distinct(StringComparer.Ordinal)];
            },
            cancellationToken);

    private static IEnumerable<string> AttachmentsOf(string memo)
        => JsonNode.Parse(memo)?["attachments"] is JsonArray ids ? ids.Select(id => (string?)id).OfType<string>() : [];

    /// <summary>Deletes a conversation with its turns; the audit trail stays.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="id">The conversation.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>False when there is none of the caller's.</returns>
    public Task<bool> DeleteAsync(Caller caller, string id, CancellationToken cancellationToken)
        => database.WriteAsync(
            transaction => transaction.Connection!.Execute(
                "DELETE FROM conversations WHERE tenant = @Tenant AND owner = @Owner AND id = @id",
                new { caller.Tenant, Owner = caller.Id, id },
                transaction) == 1,
            cancellationToken);

    /// <summary>Keeps what a caller thinks of a turn of theirs; a second rating replaces the first.</summary>
    /// <param name="caller">Who rates.</param>
    /// <param name="turnId">The turn.</param>
    /// <param name="rating"><c>up</c> or <c>down</c>.</param>
    /// <param name="reason">A short reason, or null.</param>
    /// <param name="comment">Free text, or null.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The turn's conversation, or null when the turn is not the caller's.</returns>
    public Task<string?> RateAsync(Caller caller, string turnId, string rating, string? reason, string? comment, CancellationToken cancellationToken)
        => database.WriteAsync(
            transaction =>
            {
                var row = new { turnId, caller.Tenant, Owner = caller.Id, rating, reason = StorableText.Of(reason), comment = StorableText.Of(comment), At = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) };
                transaction.Connection!.Execute(
                    """
                    INSERT INTO feedback (turn_id, caller, rating, reason, comment, at)
                    SELECT id, @Owner, @rating, @reason, @comment, @At FROM turns WHERE id = @turnId AND tenant = @Tenant AND owner = @Owner
                    ON CONFLICT (turn_id, caller) DO UPDATE SET rating = excluded.rating, reason = excluded.reason, comment = excluded.comment, at = excluded.at
                    """,
                    row,
                    transaction);
                return transaction.Connection!.QuerySingleOrDefault<string>(
                    "SELECT conversation_id FROM turns WHERE id = @turnId AND tenant = @Tenant AND owner = @Owner", row, transaction);
            },
            cancellationToken);

    private sealed record AnswerRow(string Conversation, string Turn);

    private sealed record MemoRow(string Conversation, string Memo);

    private sealed record Row
    {
        public required string Id { get; init; }

        public required string Title { get; init; }

        public required string StartedAt { get; init; }

        public required string UpdatedAt { get; init; }

        public required long TurnCount { get; init; }

        public ConversationSummary ToSummary() => new(Id, Title, At(StartedAt), At(UpdatedAt), (int)TurnCount);

        private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
    }
}
