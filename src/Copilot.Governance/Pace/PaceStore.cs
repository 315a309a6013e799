using Copilot.Contracts;
using Dapper;

namespace Copilot.Governance.Pace;

/// <summary>How many questions each caller has asked in the current minute, over all nodes. One row a caller.</summary>
internal sealed class PaceStore(IStoreDatabase database)
{
    /// <summary>Takes some of a minute's questions.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="caller">The caller.</param>
    /// <param name="minute">The minute, counted from 1970.</param>
    /// <param name="wanted">How many.</param>
    /// <param name="limit">How many there are in a minute.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>How many were left, at most as many as wanted.</returns>
    public Task<int> TakeAsync(string tenant, string caller, long minute, int wanted, int limit, CancellationToken cancellationToken)
        => database.WriteAsync(
            transaction =>
            {
                var connection = transaction.Connection!;
                var row = connection.QuerySingleOrDefault<(long Minute, long Taken)>("select minute, taken from question_pace where tenant = @tenant and caller = @caller", new { tenant, caller }, transaction);

                // A node whose clock is behind counts in the minute the others are in.
                var taken = row.Minute >= minute ? row.Taken : 0;
                var given = (int)Math.Clamp(limit - taken, 0, wanted);
                if (given > 0)
                {
                    connection.Execute(
                        """
                        insert into question_pace (tenant, caller, minute, taken) values (@tenant, @caller, @now, @taken)
                        on conflict (tenant, caller) do update set minute = excluded.minute, taken = excluded.taken
                        """,
                        new { tenant, caller, now = Math.Max(minute, row.Minute), taken = taken + given },
                        transaction);
                }

                return given;
            },
            cancellationToken);
}
