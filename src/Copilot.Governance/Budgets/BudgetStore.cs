using System.Data.Common;
using Copilot.Contracts;
using Dapper;

namespace Copilot.Governance.Budgets;

/// <summary>What was spent and what is set aside, shared by all nodes.</summary>
internal sealed class BudgetStore(IStoreDatabase database)
{
    private const string CallerScope = "caller";
    private const string CompanyScope = "company";
    private const string TenantScope = "tenant";

    /// <summary>Looks at what the day has cost and sets something aside for a turn, in one transaction.</summary>
    /// <param name="turnId">The turn; asked twice, it has one hold.</param>
    /// <param name="payer">Who pays.</param>
    /// <param name="day">The day, <c>yyyy-MM-dd</c>.</param>
    /// <param name="now">Now, in a form that sorts.</param>
    /// <param name="expires">When the hold lapses, in the same form.</param>
    /// <param name="decide">Says, from what the day has cost without this turn, what the turn may do and what is set aside for it (null for nothing).</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public Task<ModelAllowance> HoldAsync(
        string turnId, BudgetPayer payer, string day, string now, string expires, Func<DaySpent, (ModelAllowance Allowance, Spent? Hold)> decide, CancellationToken cancellationToken)
        => database.WriteAsync(
            transaction =>
            {
                var (allowance, hold) = decide(Day(transaction, turnId, payer, day, now));
                transaction.Connection!.Execute("delete from model_hold where turn_id = @turnId or expires_at < @now", new { turnId, now }, transaction);
                if (hold is not null)
                {
                    transaction.Connection!.Execute(
                        "insert into model_hold (turn_id, tenant, day, caller, company, tokens, millionths, expires_at) values (@turnId, @Tenant, @day, @Caller, @Company, @Tokens, @Millionths, @expires)",
                        new { turnId, payer.Tenant, day, payer.Caller, payer.Company, hold.Tokens, hold.Millionths, expires },
                        transaction);
                }

                return allowance;
            },
            cancellationToken);

    /// <summary>Books what a turn has cost in the place of what was set aside, on the day it began.</summary>
    public Task<bool> BookAsync(string turnId, BudgetPayer payer, string day, Spent spent, CancellationToken cancellationToken)
        => database.WriteAsync(
            transaction =>
            {
                var connection = transaction.Connection!;
                var held = connection.ExecuteScalar<string>("select day from model_hold where turn_id = @turnId", new { turnId }, transaction);
                connection.Execute("delete from model_hold where turn_id = @turnId", new { turnId }, transaction);
                if (spent == Spent.Nothing)
                {
                    return false;
                }

                connection.Execute(
                    """
                    insert into model_spend (tenant, day, scope, who, tokens, millionths) values (@Tenant, @day, @scope, @who, @Tokens, @Millionths)
                    on conflict (tenant, day, scope, who) do update set tokens = model_spend.tokens + excluded.tokens, millionths = model_spend.millionths + excluded.millionths
                    """,
                    Scopes(payer).Select(s => new { payer.Tenant, day = held ?? day, scope = s.Scope, who = s.Who, spent.Tokens, spent.Millionths }),
                    transaction);
                return true;
            },
            cancellationToken);

    private static DaySpent Day(DbTransaction transaction, string turnId, BudgetPayer payer, string day, string now)
    {
        var connection = transaction.Connection!;
        var booked = connection.Query<(string Scope, long Tokens, long Millionths)>(
            """
            select scope, tokens, millionths from model_spend where tenant = @Tenant and day = @day
            and ((scope = 'caller' and who = @Caller) or (scope = 'company' and who = @Company) or (scope = 'tenant' and who = ''))
            """,
            new { payer.Tenant, day, payer.Caller, payer.Company },
            transaction).ToDictionary(r => r.Scope, r => new Spent(r.Tokens, r.Millionths));
        var holds = connection.Query<(string Caller, string Company, long Tokens, long Millionths)>(
            "select caller, company, tokens, millionths from model_hold where tenant = @Tenant and day = @day and turn_id <> @turnId and expires_at >= @now",
            new { payer.Tenant, day, turnId, now },
            transaction).ToList();
        return new DaySpent(
            Sum(CallerScope, h => h.Caller == payer.Caller),
            Sum(CompanyScope, h => h.Company == payer.Company),
            Sum(TenantScope, _ => true));

        Spent Sum(string scope, Func<(string Caller, string Company, long Tokens, long Millionths), bool> mine)
            => holds.Where(mine).Aggregate(booked.GetValueOrDefault(scope, Spent.Nothing), (sum, h) => sum + new Spent(h.Tokens, h.Millionths));
    }

    private static IEnumerable<(string Scope, string Who)> Scopes(BudgetPayer payer)
        => payer.Company.Length > 0 ? [(CallerScope, payer.Caller), (CompanyScope, payer.Company), (TenantScope, string.Empty)] : [(CallerScope, payer.Caller), (TenantScope, string.Empty)];
}
