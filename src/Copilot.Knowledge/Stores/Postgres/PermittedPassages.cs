using Copilot.Knowledge.Ingestion;

namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>
/// How many passages a reader may find, nearly: it only decides by which way they are looked for, so it may be a little old and leaves the validity out. Counted for
/// each set of rights and not for each reader, of whom there may be thousands.
/// </summary>
internal sealed class PermittedPassages(TimeProvider time)
{
    private const string CountSql =
        """
        select d.collection, r.readers, r.companies, sum(d.chunks)::bigint from document d join rights r on r.key = d.rights where d.live group by d.collection, r.key
        """;

    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(20);

    private volatile Counted? _counted;
    private int _counting;

    /// <summary>Counts them, and those of all readers.</summary>
    public async Task<(long Permitted, long All)> CountAsync(PostgresSession session, PassageFilter filter, CancellationToken cancellationToken)
    {
        var counted = _counted;
        if (counted is null || (time.GetElapsedTime(counted.At) > Remembered && Interlocked.Exchange(ref _counting, 1) == 0))
        {
            // One question pays for it; the others go by what was counted before.
            try
            {
                var sets = await session.RowsAsync(
                    CountSql, r => new RightsSet(r.GetString(0), r.GetFieldValue<string[]>(1), r.GetFieldValue<string[]>(2), r.GetInt64(3)), [], cancellationToken);
                _counted = counted = new Counted(sets, time.GetTimestamp());
            }
            finally
            {
                Volatile.Write(ref _counting, 0);
            }
        }

        HashSet<string> names = new(filter.Reader.Names, StringComparer.Ordinal) { DocumentLabel.Everyone };
        HashSet<string> companies = [.. PassageFilterSql.Companies([.. filter.Reader.Companies, DocumentLabel.Everyone])];
        var permitted = counted.Sets.Where(s => (filter.Collection is null || filter.Collection == s.Collection) && names.Overlaps(s.Readers) && companies.Overlaps(s.Companies));
        return (permitted.Sum(s => s.Passages), counted.Sets.Sum(s => s.Passages));
    }

    private sealed record RightsSet(string Collection, string[] Readers, string[] Companies, long Passages);

    private sealed record Counted(List<RightsSet> Sets, long At);
}
