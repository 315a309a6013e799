using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Answers;

/// <summary>The period of a question and the one it is compared with.</summary>
internal sealed record AskedPeriod(Period Now, Period Before)
{
    /// <summary>Reads <c>from</c> and <c>to</c>; without them the last so many days. Days to come are left out; null with a reason when nothing is left.</summary>
    /// <param name="arguments">The arguments of the call.</param>
    /// <param name="today">The caller's today.</param>
    /// <param name="standardDays">How many days where none are named.</param>
    /// <param name="fault">What is wrong with the period.</param>
    /// <param name="isForADay">Whether a single day to come says when the answer is wanted ("for the meeting on Monday") and not of when.</param>
    public static AskedPeriod? Read(ToolArguments arguments, DateOnly today, int standardDays, out string fault, bool isForADay = false)
    {
        var from = isForADay && arguments.Day("from") is { } day && day > today && arguments.Day("to") == day ? null : arguments.Day("from");
        var to = arguments.Day("to") is { } said && said < today ? said : today;
        var first = from ?? to.AddDays(1 - standardDays);
        fault = string.Empty;
        if (first > to)
        {
            fault = from > today
                ? $"The period begins on {Phrase.Day(first)}, which is still to come: only what has happened can be looked up here. What will probably be needed of a product or a category I can forecast."
                : $"The period ends ({Phrase.Day(to)}) before it begins ({Phrase.Day(first)}).";
            return null;
        }

        var now = new Period(first, to);
        return new AskedPeriod(now, arguments.Text("against") == "last_year" ? new Period(first.AddYears(-1), to.AddYears(-1)) : Comparable(now));
    }

    /// <summary>
    /// What a period is fairly compared with: whole months with as many whole months before, a month or quarter to date with the same days of the one before,
    /// a year to date with the same days of the year before, anything else with as many days just before.
    /// </summary>
    internal static Period Comparable(Period now)
    {
        if (now.From.Day != 1)
        {
            return now.Before;
        }

        if (now.To.AddDays(1).Day == 1)
        {
            var months = ((now.To.Year - now.From.Year) * 12) + now.To.Month - now.From.Month + 1;
            return new Period(now.From.AddMonths(-months), now.From.AddDays(-1));
        }

        return now.From.Month == 1 ? new Period(now.From.AddYears(-1), now.To.AddYears(-1))
            : now.From.Month == now.To.Month && now.From.Year == now.To.Year ? new Period(now.From.AddMonths(-1), now.To.AddMonths(-1))
            : now.From.Month % 3 == 1 && now.To < now.From.AddMonths(3) ? new Period(now.From.AddMonths(-3), now.To.AddMonths(-3))
            : now.Before;
    }
}
