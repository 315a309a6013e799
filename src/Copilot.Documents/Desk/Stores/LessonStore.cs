using System.Text.Json;
using Copilot.Contracts;
using Copilot.Documents.Desk.Memory;

namespace Copilot.Documents.Desk.Stores;

/// <summary>What was learned, by tenant, company and supplier; one lesson a field.</summary>
internal sealed class LessonStore(IStoreDatabase database)
{
    /// <summary>Keeps a lesson in the place of an earlier one for the same field; one that says the same counts on.</summary>
    /// <returns>The lesson as it is kept.</returns>
    public Task<Lesson> LearnAsync(string tenant, Lesson lesson, CancellationToken cancellationToken)
        => database.WriteAsync(
            transaction =>
            {
                var before = transaction.Connection!.Rows(
                    transaction,
                    "select kept from desk_lesson where tenant = @tenant and company = @company and supplier = @supplier and field = @field",
                    r => Read(r.GetString(0)),
                    ("tenant", tenant),
                    ("company", (long)lesson.Company),
                    ("supplier", lesson.Supplier),
                    ("field", lesson.Field)).FirstOrDefault();
                var kept = before is null ? lesson : lesson with { Id = before.Id, Documents = before.SaysTheSame(lesson) ? before.Documents + 1 : 1 };
                transaction.Run(
                    """
                    insert into desk_lesson (tenant, company, supplier, field, id, kept) values (@tenant, @company, @supplier, @field, @id, @kept)
                    on conflict (tenant, company, supplier, field) do update set id = excluded.id, kept = excluded.kept
                    """,
                    ("tenant", tenant),
                    ("company", (long)kept.Company),
                    ("supplier", kept.Supplier),
                    ("field", kept.Field),
                    ("id", kept.Id),
                    ("kept", DeskJson.Storable(JsonSerializer.Serialize(kept, ContractJson.Options))));
                return kept;
            },
            cancellationToken);

    /// <summary>Gets what is known of suppliers that a document may be from.</summary>
    public Task<IReadOnlyList<Lesson>> OfAsync(string tenant, int company, IReadOnlyCollection<string> suppliers, CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<Lesson>>(
            c => [.. suppliers.Distinct(StringComparer.Ordinal).SelectMany(s => c.Rows(
                null, "select kept from desk_lesson where tenant = @tenant and company = @company and supplier = @supplier order by field", r => Read(r.GetString(0)), ("tenant", tenant), ("company", (long)company), ("supplier", s)))],
            cancellationToken);

    /// <summary>Gets all lessons of a tenant's company.</summary>
    public Task<IReadOnlyList<Lesson>> AllAsync(string tenant, int company, CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<Lesson>>(
            c => c.Rows(null, "select kept from desk_lesson where tenant = @tenant and company = @company order by supplier, field", r => Read(r.GetString(0)), ("tenant", tenant), ("company", (long)company)), cancellationToken);

    /// <summary>Forgets a lesson.</summary>
    /// <returns>False when there was none.</returns>
    public Task<bool> ForgetAsync(string tenant, int company, string id, CancellationToken cancellationToken)
        => database.WriteAsync(t => t.Run("delete from desk_lesson where tenant = @tenant and company = @company and id = @id", ("tenant", tenant), ("company", (long)company), ("id", id)) > 0, cancellationToken);

    private static Lesson Read(string kept) => JsonSerializer.Deserialize<Lesson>(kept, ContractJson.Options)!;
}
