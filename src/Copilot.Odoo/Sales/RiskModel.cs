using Copilot.Odoo.Purchasing;
using Copilot.Odoo.Warehouse;

namespace Copilot.Odoo.Sales;

/// <summary>
/// How likely an open order misses its promised day: a noisy-or of its causes, <c>1 − Π(1 − pᵢ)</c>, so that every further cause can
/// only raise it. A receipt's cause is the share of that supplier's receipts later than the slack; the others are fixed weights that
/// fall with the days left. The order of the list is probability × net amount × class weight × lateness.
/// </summary>
internal static class RiskModel
{
    /// <summary>Below this an order is not listed.</summary>
    public const double Threshold = 0.2;

    /// <summary>Goods without any source arrive in time only by a purchase that nobody has made yet.</summary>
    private const double Uncovered = 0.95;

    /// <summary>A receipt expected after the promised day.</summary>
    private const double ReceiptTooLate = 0.95;

    /// <summary>A receipt that is overdue already but might still come in time.</summary>
    private const double ReceiptOverdue = 0.6;

    /// <summary>A released credit hold takes a day or two.</summary>
    private const double CreditHold = 0.8;

    private const double QualityHold = 0.6;
    private const double MostCertain = 0.99;

    public const string Formula = "1 − the product of (1 − p) over the causes: each cause can only raise it";

    /// <summary>Assesses one order.</summary>
    public static OrderRisk Assess(OrderPicture order, DateOnly today)
    {
        var promised = order.Promised ?? DateOnly.MaxValue;
        var causes = Causes(order, promised, today).OrderByDescending(c => c.Probability).ThenBy(c => c.Kind).ToList();
        var probability = Combine(causes.Select(c => c.Probability));
        var late = order.Promised is { } p ? DaysLate(order, p, today) : 0;
        return new OrderRisk(order, causes, probability, late, probability * (double)order.Net * Weight(order.CustomerClass) * (1 + (Math.Min(late, 10) / 5.0)));
    }

    /// <summary>The noisy-or; certain only when a cause is.</summary>
    public static double Combine(IEnumerable<double> probabilities)
    {
        var none = 1.0;
        foreach (var p in probabilities)
        {
            if (p >= 1)
            {
                return 1;
            }

            none *= 1 - Math.Clamp(p, 0, 1);
        }

        return Math.Min(1 - none, MostCertain);
    }

    /// <summary>What a customer's class weighs in the ranking.</summary>
    public static double Weight(string? customerClass) => customerClass switch { "A" => 1.5, "B" => 1.2, _ => 1.0 };

    /// <summary>How likely goods that come with a receipt are late for a promised day.</summary>
    public static double ReceiptLate(Receipt receipt, DateOnly promised, DateOnly today)
    {
        var soonest = receipt.Expected > today ? receipt.Expected : today;
        if (soonest > promised)
        {
            return ReceiptTooLate;
        }

        var slack = promised.DayNumber - receipt.Agreed.DayNumber;
        if (receipt.Expected >= today)
        {
            return Math.Clamp(receipt.History.ShareLaterThan(slack), 0.02, ReceiptTooLate);
        }

        // What is late already says more than the supplier's usual punctuality: only receipts at least as late are compared.
        var share = receipt.History.ShareLaterThan(slack, today.DayNumber - receipt.Agreed.DayNumber) ?? receipt.History.ShareLaterThan(slack);
        return Math.Clamp(Math.Max(ReceiptOverdue, share), ReceiptOverdue, ReceiptTooLate);
    }

    private static IEnumerable<RiskCause> Causes(OrderPicture order, DateOnly promised, DateOnly today)
    {
        var left = promised.DayNumber - today.DayNumber;
        if (left < 0)
        {
            yield return new RiskCause(RiskKind.PromisePassed, 1);
        }

        foreach (var shortage in order.Shortages)
        {
            var held = Math.Min(shortage.Uncovered, shortage.OnQualityHold);
            if (held > 0)
            {
                yield return new RiskCause(RiskKind.QualityHold, QualityHold) { Shortage = shortage, Quantity = held };
            }

            if (shortage.Uncovered > held)
            {
                yield return new RiskCause(RiskKind.Uncovered, Uncovered) { Shortage = shortage, Quantity = shortage.Uncovered - held };
            }

            foreach (var part in shortage.Expected)
            {
                yield return new RiskCause(RiskKind.WaitsForReceipt, ReceiptLate(part.Receipt, promised, today))
                {
                    Shortage = shortage, Receipt = part.Receipt, Quantity = part.Quantity, Slack = promised.DayNumber - part.Receipt.Agreed.DayNumber,
                };
            }
        }

        if (order.CreditHold)
        {
            yield return new RiskCause(RiskKind.CreditHold, CreditHold);
        }

        foreach (var trouble in order.Troubles)
        {
            yield return new RiskCause(trouble.Kind == TroubleKind.FailedPick ? RiskKind.FailedPick : RiskKind.MissingDocument, left <= 1 ? 0.7 : left <= 3 ? 0.5 : 0.3)
            {
                Trouble = trouble, Transfer = order.Transfers.FirstOrDefault(t => t.Id == trouble.RecordId && trouble.Model == "stock.picking"),
            };
        }

        // A ready transfer with a noted failure is not "unstarted": the failure says more.
        var unstarted = order.OpenDeliveries.FirstOrDefault(t => t.State == "assigned" && order.Troubles.All(x => x.RecordId != t.Id));
        if (unstarted is not null && left <= 1)
        {
            yield return new RiskCause(RiskKind.NotPicked, left <= 0 ? 0.5 : 0.25) { Transfer = unstarted };
        }

        if (order.ShipComplete && order.Shortages.Count > 0)
        {
            yield return new RiskCause(RiskKind.ShipComplete, 0);
        }
    }

    private static int DaysLate(OrderPicture order, DateOnly promised, DateOnly today)
    {
        var arrivals = order.Shortages.SelectMany(s => s.Expected).Select(e => e.Receipt.Expected).Append(today);
        return Math.Max(0, arrivals.Max().DayNumber - promised.DayNumber);
    }
}
