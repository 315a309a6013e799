using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Xunit;

namespace Copilot.Tests.Odoo.Answers;

public sealed class CallerDaysTests
{
    [Fact]
    public void A_moment_late_in_the_evening_is_tomorrow_further_east()
        => Assert.Equal(new DateOnly(2026, 11, 28), In("Europe/Paris").Of(new DateTimeOffset(2026, 11, 27, 23, 30, 0, TimeSpan.Zero)));

    [Fact]
    public void A_day_begins_and_ends_in_the_callers_zone()
    {
        var days = In("Europe/Paris");
        Assert.Equal(new DateTimeOffset(2026, 11, 26, 23, 0, 0, TimeSpan.Zero), days.Start(new DateOnly(2026, 11, 27)));
        Assert.Equal(new DateTimeOffset(2026, 11, 27, 22, 59, 59, TimeSpan.Zero), days.End(new DateOnly(2026, 11, 27)));
    }

    [Fact]
    public void The_day_clocks_change_has_23_hours()
    {
        var days = In("Europe/Paris");
        Assert.Equal(TimeSpan.FromHours(23) - TimeSpan.FromSeconds(1), days.End(new DateOnly(2026, 3, 29)) - days.Start(new DateOnly(2026, 3, 29)));
    }

    [Fact]
    public void A_midnight_that_does_not_exist_moves_to_the_first_moment_of_the_day()
        => Assert.Equal(new DateOnly(2026, 9, 6), In("America/Santiago").Of(In("America/Santiago").Start(new DateOnly(2026, 9, 6))));

    private static CallerDays In(string zone) => new(new ToolContext
    {
        Caller = new Caller { Id = "c", DisplayName = "c", Roles = [], Companies = [], TimeZone = zone },
        TurnId = "t",
        Question = string.Empty,
        Now = new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.Zero),
    });
}
