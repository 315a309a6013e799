namespace Copilot.Odoo.Sales;

/// <summary>Some days, both ends included.</summary>
internal sealed record Period(DateOnly From, DateOnly To)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>As many days just before.</summary>
    public Period Before => new(From.AddDays(-Days), From.AddDays(-1));
}
