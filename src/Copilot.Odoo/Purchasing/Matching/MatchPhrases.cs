using Copilot.Contracts;
using Copilot.Odoo.Answers;

namespace Copilot.Odoo.Purchasing.Matching;

/// <summary>Says differences, with the facts that stand behind the words.</summary>
internal static class MatchPhrases
{
    /// <summary>One difference as a sentence.</summary>
    public static string Of(MatchDifference d, string kind, string currency, bool prices)
    {
        var what = Phrase.Clean(d.Subject, 60);
        var money = prices && d.Money > 0 ? Phrase.Money(d.Money, currency) : null;
        var order = d.Order?.Name;
        var deed = kind switch { "invoice" => "billed", "credit note" => "credited", "order confirmation" => "confirmed", _ => "delivered" };
        return d.Kind switch
        {
            DifferenceKind.Price => $"{what} is {deed} at {Phrase.Money(Round(d.Found), currency)} instead of {Phrase.Money(Round(d.Expected), currency)} on {order}{(money is null ? string.Empty : $", {money} {(d.CostsUs ? "too much" : "less than agreed")}")}",
            DifferenceKind.Quantity when kind is "invoice" => $"{Phrase.Number(d.Found ?? 0)} of {what} are billed, {Phrase.Number(d.Expected ?? 0)} may be billed on {order}{(money is null ? string.Empty : $", {money} too much")}",
            DifferenceKind.Quantity when kind is "credit note" => $"{Phrase.Number(d.Found ?? 0)} of {what} are credited, {Phrase.Number(d.Expected ?? 0)} were billed beyond what came on {order}{(money is null ? string.Empty : $", {money}")}",
            DifferenceKind.Quantity => $"{Phrase.Number(d.Found ?? 0)} of {what} are {deed} instead of {Phrase.Number(d.Expected ?? 0)} on {order}{(money is null ? string.Empty : $", worth {money}")}",
            DifferenceKind.NotOrdered => $"{what} is not on the order{(money is null ? string.Empty : $", {money}")}",
            DifferenceKind.Charge => $"{what} is not on the order{(money is null ? string.Empty : $", a fee of {money}")}",
            DifferenceKind.Missing => $"{what} of {order} is not confirmed: {Phrase.Number(d.Expected ?? 0)} {(money is null ? string.Empty : $"worth {money} ")}are outstanding",
            DifferenceKind.Date when d is { FoundDay: { } found, ExpectedDay: { } expected } => $"{what} of {order} comes {Phrase.Day(found)} instead of {Phrase.Day(expected)}",
            DifferenceKind.Currency => $"It is in {what}, the order {order} in {d.Order?.Currency}",
            DifferenceKind.Damaged => $"{what} of {order} came damaged, short or refused by the paper{(money is null ? string.Empty : $", {money}")}",
            DifferenceKind.Unit => $"{Phrase.Number(d.Found ?? 0)} of {what} are {deed} in another unit than the {d.Line?.Unit} of {order}, and how much one holds is not known",
            DifferenceKind.OrderState => $"{order} is not a confirmed order",
            _ => $"{what} differs",
        };
    }

    /// <summary>What the sentence says, as facts.</summary>
    public static IEnumerable<Fact> Facts(MatchDifference d, string currency, bool prices)
    {
        yield return FactOf.Text("About", d.Subject);
        if (d.Order is { } order)
        {
            yield return FactOf.Code("Purchase order", order.Name);
        }

        if (d.Kind == DifferenceKind.Price && prices)
        {
            yield return FactOf.Money("Price expected", Round(d.Expected), currency);
            yield return FactOf.Money("Price found", Round(d.Found), currency);
        }
        else if (d.Kind != DifferenceKind.Price && d.Expected is { } expected)
        {
            yield return FactOf.Number("Expected", expected);
        }

        if (d.Kind != DifferenceKind.Price && d.Found is { } found)
        {
            yield return FactOf.Number("Found", found);
        }

        if (d.ExpectedDay is { } due)
        {
            yield return FactOf.Date("Day expected", due);
        }

        if (d.FoundDay is { } day)
        {
            yield return FactOf.Date("Day found", day);
        }

        if (prices)
        {
            yield return FactOf.Money("At stake", d.Money, currency);
        }
    }

    // Prices of a fraction of a cent are told in cents; the comparison was made with all their places.
    private static decimal Round(decimal? value) => Math.Round(value ?? 0, 2);
}
