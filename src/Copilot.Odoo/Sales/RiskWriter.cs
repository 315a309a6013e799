using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Purchasing;

namespace Copilot.Odoo.Sales;

/// <summary>Writes the causes of an order's risk as sentences, each with its evidence.</summary>
internal sealed class RiskWriter(AnswerSheet sheet)
{
    private readonly HashSet<string> advised = [];

    /// <summary>The probability as evidence, in whole percent.</summary>
    public string AddProbability(OrderRisk risk)
        => sheet.Calculate(
            $"risk:{risk.Order.Id}",
            $"Chance that {risk.Order.Name} ships late",
            CalculationOperation.Model,
            [.. risk.Causes.Select(c => FactOf.Percent(Words(c.Kind), (decimal)c.Probability * 100))],
            FactOf.Percent("Chance", Chance(risk)),
            RiskModel.Formula);

    public static decimal Chance(OrderRisk risk) => Math.Round((decimal)risk.Probability * 100);

    /// <summary>Days after the promised day, as evidence; only for orders whose day is over.</summary>
    public string AddOverdue(OrderPicture order)
        => sheet.DaysBetween($"overdue:{order.Id}", $"Days {order.Name} is late", ("today", sheet.Days.Today), ("promised ship date", order.Promised!.Value));

    /// <summary>One sentence for each cause but the passed promise, which the order's own line tells; most likely first.</summary>
    public void Causes(OrderRisk risk, int most)
    {
        foreach (var cause in risk.Causes.Where(c => c.Kind != RiskKind.PromisePassed).Take(most))
        {
            var (text, evidence) = Sentence(risk.Order, cause);
            sheet.Say(FindingRole.Cause, text, risk.Order.Name, evidence);
        }
    }

    /// <summary>The next step for the most likely cause, and who takes it.</summary>
    public void Advice(OrderRisk risk)
    {
        var order = risk.Order;
        if (risk.Causes.FirstOrDefault(c => c.Kind != RiskKind.PromisePassed) is not { } cause)
        {
            if (risk.DaysLate > 0)
            {
                sheet.Say(FindingRole.Advice, $"The warehouse should say why {order.Name} has not left; the customer needs a new date today", order.Name, sheet.Add(order));
            }

            return;
        }

        // Several orders may wait for the same thing: one step for all of them is enough.
        var step = Step(order, cause);
        if (advised.Add(step))
        {
            var (_, evidence) = Sentence(order, cause);
            sheet.Say(FindingRole.Advice, step, order.Name, evidence.Append(sheet.Add(order)));
        }
    }

    /// <summary>What the order waits for, in a few words: "24 Box of GLV-NIT-L from P00031".</summary>
    public static string Short(RiskCause cause) => cause.Kind switch
    {
        RiskKind.Uncovered => $"no source for {Goods(cause)}",
        RiskKind.WaitsForReceipt => $"{Goods(cause)} on {cause.Receipt!.Label}",
        RiskKind.QualityHold => $"{Goods(cause)} in quality hold",
        _ => Words(cause.Kind),
    };

    private (string Text, IReadOnlyList<string> Evidence) Sentence(OrderPicture order, RiskCause cause)
    {
        var self = sheet.Add(order);
        switch (cause.Kind)
        {
            case RiskKind.Uncovered:
                return ($"{Goods(cause)} are not in stock and no receipt is on the way for them", [self, sheet.Add(order, cause.Shortage!)]);
            case RiskKind.QualityHold:
                return ($"{Goods(cause)} stand in quality hold", [self, sheet.Add(order, cause.Shortage!)]);
            case RiskKind.WaitsForReceipt:
                return Waiting(order, cause, self);
            case RiskKind.CreditHold:
                return order.Warning is { } warning
                    ? ($"The order is on credit hold. Note on the customer: {Phrase.Clean(warning)}", [self, sheet.AddCustomer(order)])
                    : ("The order is on credit hold", [self]);
            case RiskKind.FailedPick:
            case RiskKind.MissingDocument:
                return Noted(order, cause, self);
            case RiskKind.NotPicked:
                return ($"{cause.Transfer!.Name} is ready but not picked yet", [self, sheet.Add(order, cause.Transfer)]);
            case RiskKind.ShipComplete:
                return ($"{order.Customer} takes no partial deliveries here, so the whole order waits for the short line", [self]);
            default:
                return ("The promised day is over", [self]);
        }
    }

    private (string Text, IReadOnlyList<string> Evidence) Waiting(OrderPicture order, RiskCause cause, string self)
    {
        var receipt = cause.Receipt!;
        var evidence = new List<string> { self, sheet.Add(order, cause.Shortage!), sheet.Add(receipt) };
        var when = receipt.Expected < sheet.Days.Today ? $"which was expected {Phrase.Day(receipt.Expected)} and is overdue" : $"expected {Phrase.Day(receipt.Expected)}";
        var text = $"{Goods(cause)} wait for {receipt.Label} from {receipt.Supplier}, {when}";
        if (receipt.History.IsTelling)
        {
            // Where the slack no longer matters, people want to know how late this supplier usually is.
            var slack = receipt.Expected < sheet.Days.Today ? 0 : Math.Max(0, cause.Slack);
            evidence.Add(sheet.AddPunctuality(receipt.History, slack));
            text += $"; {receipt.History.Punctuality(slack)}{(slack == 0 && receipt.History.UsualDelay > 0 ? $", by {Phrase.Days(receipt.History.UsualDelay)} as a rule" : string.Empty)}";
        }

        return (text, evidence);
    }

    private (string Text, IReadOnlyList<string> Evidence) Noted(OrderPicture order, RiskCause cause, string self)
    {
        var evidence = new List<string> { self, sheet.Add(order, cause.Trouble!) };
        var where = order.Name;
        if (cause.Transfer is { } transfer)
        {
            where = transfer.Name;
            evidence.Add(sheet.Add(order, transfer));
        }

        return (cause.Kind == RiskKind.FailedPick ? $"The pick on {where} failed: {cause.Trouble!.Summary}" : $"A document is missing on {where}: {cause.Trouble!.Summary}", evidence);
    }

    private static string Step(OrderPicture order, RiskCause cause) => cause.Kind switch
    {
        RiskKind.Uncovered => $"Purchasing should buy {Goods(cause)} now, or Sales agrees a substitute or a later date with {order.Customer}",
        RiskKind.QualityHold => $"Quality should decide on the held {cause.Shortage!.Product}; released goods can ship at once",
        RiskKind.WaitsForReceipt => $"Purchasing should get a firm date for {cause.Receipt!.Order ?? cause.Receipt.Name} from {cause.Receipt.Supplier}; "
            + (order.ShipComplete ? "if it slips, Sales agrees a new date" : "if it slips, Sales offers a part delivery or a substitute"),
        RiskKind.CreditHold => "Accounting should release the order or Sales should tell the customer what is due first",
        RiskKind.FailedPick => $"The warehouse should count the place again and pick {order.Name} from another one",
        RiskKind.MissingDocument => $"Whoever prepares the papers should complete them before {order.Name} is loaded",
        RiskKind.NotPicked => $"The warehouse should pick {cause.Transfer!.Name} first",
        _ => $"Sales should agree a new date with {order.Customer}",
    };

    private static string Goods(RiskCause cause) => $"{Phrase.Quantity(cause.Quantity, cause.Shortage!.Unit)} of {cause.Shortage.Product}";

    private static string Words(RiskKind kind) => kind switch
    {
        RiskKind.PromisePassed => "promised day is over",
        RiskKind.Uncovered => "goods without a source",
        RiskKind.WaitsForReceipt => "waits for a receipt",
        RiskKind.QualityHold => "goods in quality hold",
        RiskKind.CreditHold => "credit hold",
        RiskKind.FailedPick => "failed pick",
        RiskKind.MissingDocument => "missing document",
        RiskKind.NotPicked => "pick not started",
        _ => "must ship complete",
    };
}
