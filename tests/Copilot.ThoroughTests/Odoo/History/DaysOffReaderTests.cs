using System.Text.Json;
using Copilot.Contracts;
using Copilot.Odoo.Client;
using Copilot.Odoo.History;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.History;

public sealed class DaysOffReaderTests
{
    private static readonly ToolContext Context = new()
    {
        Caller = PracticeCompany.As(RoleNames.Purchaser) with { TimeZone = "Europe/Paris" }, TurnId = "t", Question = "q", Now = new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero),
    };

    [Fact]
    public void A_holiday_kept_from_midnight_to_midnight_is_one_day_of_its_company()
    {
        // 25 December in Paris, written in UTC as Odoo does.
        var days = Read("""{"id":1,"name":"Christmas","company_id":[1,"Industrial"],"date_from":"2026-12-24 23:00:00","date_to":"2026-12-25 22:59:59"}""");
        Assert.Equal([new ClosedDay(new DateOnly(2026, 12, 25), 0.5, "Christmas")], days);
    }

    [Fact]
    public void A_calendar_of_another_time_zone_does_not_spill_over_into_the_next_day()
        => Assert.Equal(new DateOnly(2026, 12, 25), Assert.Single(Read("""{"id":1,"name":"Christmas","company_id":false,"date_from":"2026-12-25 00:00:00","date_to":"2026-12-25 23:59:59"}""")).Day);

    [Fact]
    public void A_day_that_several_calendars_have_counts_once_and_without_a_company_it_is_for_all()
    {
        var days = Read(
            """{"id":1,"name":"Christmas","company_id":[1,"Industrial"],"date_from":"2026-12-25 07:00:00","date_to":"2026-12-25 16:00:00"}""",
            """{"id":2,"name":"Weihnachten","company_id":[2,"Packaging"],"date_from":"2026-12-25 07:00:00","date_to":"2026-12-25 16:00:00"}""",
            """{"id":3,"name":"Closed","company_id":false,"date_from":"2026-12-28 07:00:00","date_to":"2026-12-30 16:00:00"}""");
        Assert.Equal([(25, 1.0), (28, 1.0), (29, 1.0), (30, 1.0)], days.Select(d => (d.Day.Day, d.Share)));
        Assert.Equal("Christmas", days[0].Name);
    }

    [Theory]
    [InlineData("""{"id":1,"name":"Hour off","company_id":false,"date_from":"2026-12-25 08:00:00","date_to":"2026-12-25 10:00:00"}""")]
    [InlineData("""{"id":1,"name":"Elsewhere","company_id":[7,"Other"],"date_from":"2026-12-25 07:00:00","date_to":"2026-12-25 16:00:00"}""")]
    [InlineData("""{"id":1,"name":"Backwards","company_id":false,"date_from":"2026-12-25 07:00:00","date_to":"2026-12-20 16:00:00"}""")]
    [InlineData("""{"id":1,"name":"Without an end","company_id":false,"date_from":"2026-12-25 07:00:00","date_to":false}""")]
    public void Some_hours_another_company_and_nonsense_are_no_day_off(string leave) => Assert.Empty(Read(leave));

    [Fact]
    public void A_leave_without_an_end_in_sight_is_cut()
        => Assert.Equal(35, Read("""{"id":1,"name":"Closed","company_id":false,"date_from":"2026-01-01 07:00:00","date_to":"2046-12-30 16:00:00"}""").Count);

    private static IReadOnlyList<ClosedDay> Read(params string[] leaves)
        => DaysOffReader.Of([.. leaves.Select(l => new OdooRow([.. JsonDocument.Parse(l).RootElement.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value))]))], Context, [1, 2]);
}
