using System.Collections.Concurrent;
using Copilot.Sandbox.Demo;
using Xunit;

namespace Copilot.Tests.Sandbox.Demo;

/// <summary>Builds the demo company once for each day the tests look at.</summary>
internal static class DemoCompanies
{
    public const int Seed = 4711;

    private static readonly ConcurrentDictionary<DateOnly, Lazy<DemoToday>> Built = new();

    /// <summary>A weekday, a Saturday, a Sunday, the last day of a year, a leap day, and both days on which clocks change in Paris.</summary>
    public static TheoryData<string> Days { get; } = ["2026-11-18", "2026-11-21", "2026-11-22", "2026-12-31", "2028-02-29", "2026-03-29", "2026-10-25", "2027-01-01"];

    public static DemoToday On(string day) => On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    public static DemoToday On(DateOnly day) => Built.GetOrAdd(day, d => new Lazy<DemoToday>(() => Build(d, Seed))).Value;

    public static DemoToday Build(DateOnly day, int seed)
    {
        var sink = new RecordingSink();
        var now = new DateTimeOffset(day.ToDateTime(new TimeOnly(6, 30)), TimeSpan.Zero);
        DemoCompany.Fill(sink, day, now, seed);
        return new DemoToday(sink, day, now.UtcDateTime);
    }
}
