using Copilot.Odoo.Exceptions.Cases;
using Xunit;

namespace Copilot.Tests.Odoo.Exceptions;

public sealed class CaseLifeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("found gone", "0-1")]
    [InlineData("found seen acting resolved", "0-3")]
    [InlineData("found worse gone found_again gone", "0-2 3-4")]
    [InlineData("found dismissed", "")]
    [InlineData("found dismissed found_again gone", "2-3")]
    [InlineData("found proposed followed resolved followed", "0-3")]
    [InlineData("found resolved seen gone", "0-1 2-3")]
    [InlineData("found", "")]
    [InlineData("gone", "")]
    [InlineData("", "")]
    public void Each_end_has_its_own_beginning(string events, string ends)
    {
        var happened = events.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((what, hour) => new CaseEvent(Noon.AddHours(hour), CaseEvent.Watch, what));

        Assert.Equal(ends, string.Join(' ', CaseLife.Ends(happened).Select(e => FormattableString.Invariant($"{(e.Began - Noon).TotalHours}-{(e.Ended - Noon).TotalHours}"))));
    }
}
