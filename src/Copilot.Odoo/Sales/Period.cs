using Copilot.Odoo.Answers;

namespace Copilot.Odoo.Sales;

/// <summary>Some days, both ends included.</summary>
internal sealed record Period(DateOnly From, DateOnly To)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>It in a sentence: <c>on Fri 20 Nov 2026</c>, <c>from Thu 1 Oct 2026 to Sat 31 Oct 2026</c>.</summary>
    public string Words => From == To ? $"on {Phrase.Day(From)}" : $"from {Phrase.Day(From)} to {Phrase.Day(To)}";

    /// <summary>As many days just before.</summary>
    public Period Before => new(From.AddDays(-Days), From.AddDays(-1));
}
