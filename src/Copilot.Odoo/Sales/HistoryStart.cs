using Copilot.Contracts;
using Copilot.Odoo.Answers;

namespace Copilot.Odoo.Sales;

/// <summary>Where Odoo's orders begin: a period that reaches before it can't be compared with a whole one, whatever the percentage would say.</summary>
/// <param name="FirstDay">The day of the first confirmed order the caller may see; null where it does not matter.</param>
internal sealed record HistoryStart(DateOnly? FirstDay)
{
    /// <summary>A first week without orders is a quiet week and not the beginning of the books.</summary>
    private const int QuietDays = 7;

    /// <summary>Whether the earlier period reaches before the first order.</summary>
    public bool Cuts(Period before) => FirstDay is { } day && day > before.From.AddDays(QuietDays);

    /// <summary>What is said in place of a change: <c>; €4,100.00 from … to …, but the orders I can see begin on …, so that is no fair comparison</c>.</summary>
    /// <param name="before">The earlier period.</param>
    /// <param name="amount">What was sold in it.</param>
    /// <param name="currency">Its currency.</param>
    public string Words(Period before, decimal amount, string currency)
        => FirstDay > before.To
            ? $"; there is nothing to compare with: the orders I can see begin on {Phrase.Day(FirstDay!.Value)}"
            : $"; {Phrase.Money(amount, currency)} {before.Words}, but the orders I can see begin on {Phrase.Day(FirstDay!.Value)}, so that is no fair comparison";

    /// <summary>The source of it.</summary>
    public string Add(AnswerSheet sheet)
        => sheet.Aggregate("sale.order:first", "First order", $"The first confirmed order among those you may see is of {Phrase.Day(FirstDay!.Value)}", FactOf.Date("First order", FirstDay.Value));
}
