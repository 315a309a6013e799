using System.Collections.Concurrent;
using System.Globalization;
using Copilot.Sandbox.Demo;
using Xunit;

namespace Copilot.ThoroughTests.Sandbox.Demo;

/// <summary>Builds the demo company once for each day the tests look at.</summary>
internal static class DemoCompanies
{
    public const int Seed = 20;

    private static readonly ConcurrentDictionary<string, Lazy<DemoToday>> Built = new();

    private static readonly Lazy<DemoToday> Complete = new(() => Build("2026-11-18", Seed, history: true));

    /// <summary>A weekday, a Saturday, a Sunday, the last day of a year, a leap day, and both days on which clocks change in Paris.</summary>
    public static TheoryData<string> Days { get; } = ["2026-11-18", "2026-11-21", "2026-11-22", "2026-12-31", "2028-02-29", "2026-03-29", "2026-10-25", "2027-01-01"];

    /// <summary>A Wednesday, with all of its history.</summary>
    public static DemoToday WithHistory => Complete.Value;

    /// <summary>The company on that day without what is over: eight complete histories would not fit beside everything else in memory.</summary>
    public static DemoToday On(string day) => Built.GetOrAdd(day, d => new Lazy<DemoToday>(() => Build(d, Seed, history: false))).Value;

    public static DemoToday Build(string today, int seed, bool history)
    {
        var day = DateOnly.Parse(today, CultureInfo.InvariantCulture);
        var sink = new RecordingSink(history);
        var now = new DateTimeOffset(day.ToDateTime(new TimeOnly(6, 30)), TimeSpan.Zero);
        DemoCompany.Fill(sink, day, now, seed);
        return new DemoToday(sink, day, now.UtcDateTime);
    }
}
