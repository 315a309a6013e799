using System.Globalization;
using Copilot.Contracts;
using Copilot.Governance.Policies.Rulebook;

namespace Copilot.Governance.Budgets;

/// <summary>
/// The budgets of a day (UTC, so that it ends for all nodes and companies at once). A turn that may ask a model has something set aside until it has
/// ended, so that many turns at once can't each spend what is left.
/// </summary>
internal sealed class ModelBudget(PolicyFile policies, BudgetStore store, TimeProvider time) : IModelBudget
{
    private const decimal Million = 1_000_000m;

    /// <summary>Longer than any turn lasts.</summary>
    private static readonly TimeSpan HoldFor = TimeSpan.FromMinutes(15);

    private readonly BudgetRules rules = policies.Budgets;

    public async Task<ModelAllowance> AllowanceAsync(TurnRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!rules.AnySet)
        {
            return new ModelAllowance(AllowanceLevel.Full, null);
        }

        var now = time.GetUtcNow();
        return await store.HoldAsync(
            request.TurnId, BudgetPayer.Of(request.Caller), Day(now), Moment(now), Moment(now + HoldFor), spent => Decide(spent, request.Caller, now), cancellationToken);
    }

    public async Task SpendAsync(TurnRequest request, TurnUsage usage, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(usage);
        if (rules.AnySet)
        {
            var spent = new Spent(Math.Max(0, (long)usage.InputTokens + usage.OutputTokens), Millionths(Math.Max(0, usage.Cost)));
            await store.BookAsync(request.TurnId, BudgetPayer.Of(request.Caller), Day(time.GetUtcNow()), spent, cancellationToken);
        }
    }

    private (ModelAllowance Allowance, Spent? Hold) Decide(DaySpent spent, Caller caller, DateTimeOffset now)
    {
        var (share, whose) = new[]
        {
            (Share(spent.Caller, rules.Caller), "Your"),
            (Share(spent.Company, rules.Company), "Your company's"),
            (Share(spent.Tenant, rules.Tenant), "The whole service's"),
        }.MaxBy(s => s.Item1);
        var hold = new Spent(rules.Hold, Millionths(rules.HoldMoney));
        if (share >= 1)
        {
            return (new ModelAllowance(AllowanceLevel.None, $"{whose} budget for language models is used up until {Midnight(now, caller)}, so the rules answer."), null);
        }

        return share * 100 >= rules.ReducedAt
            ? (new ModelAllowance(AllowanceLevel.Reduced, string.Create(CultureInfo.InvariantCulture, $"{whose} budget for language models is at {Math.Floor(share * 100)} % until {Midnight(now, caller)}, so answers are short.")), new Spent(hold.Tokens / 2, hold.Millionths / 2))
            : (new ModelAllowance(AllowanceLevel.Full, null), hold);
    }

    /// <summary>The larger share of the two limits; a limit of 0 is used up from the beginning.</summary>
    private static decimal Share(Spent spent, BudgetLimit limit)
    {
        var tokens = limit.Tokens is not { } most ? 0 : most == 0 ? 1 : (decimal)spent.Tokens / most;
        var money = limit.Money is not { } sum ? 0 : sum == 0 ? 1 : spent.Millionths / Million / sum;
        return Math.Max(tokens, money);
    }

    // Rounded up: what is cheaper than a millionth is not free.
    private static long Millionths(decimal money) => (long)Math.Min(Math.Ceiling(money * Million), 9_000_000_000_000_000m);

    private static string Day(DateTimeOffset now) => now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset now) => now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Midnight(DateTimeOffset now, Caller caller)
    {
        var end = new DateTimeOffset(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        return TimeZoneInfo.TryFindSystemTimeZoneById(caller.TimeZone, out var zone)
            ? TimeZoneInfo.ConvertTime(end, zone).ToString("HH:mm", CultureInfo.InvariantCulture)
            : "00:00 UTC";
    }
}
