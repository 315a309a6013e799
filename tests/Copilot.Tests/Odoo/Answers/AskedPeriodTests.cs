using Copilot.Odoo.Answers;
using Copilot.Odoo.Sales;
using Xunit;

namespace Copilot.Tests.Odoo.Answers;

public sealed class AskedPeriodTests
{
    [Theory]
    [InlineData("2026-10-01", "2026-10-31", "2026-09-01", "2026-09-30")]
    [InlineData("2026-07-01", "2026-09-30", "2026-04-01", "2026-06-30")]
    [InlineData("2025-01-01", "2025-12-31", "2024-01-01", "2024-12-31")]
    [InlineData("2026-11-01", "2026-11-21", "2026-10-01", "2026-10-21")]
    [InlineData("2026-01-01", "2026-11-21", "2025-01-01", "2025-11-21")]
    [InlineData("2026-11-09", "2026-11-15", "2026-11-02", "2026-11-08")]
    [InlineData("2026-10-01", "2026-11-21", "2026-07-01", "2026-08-21")]
    [InlineData("2026-09-01", "2026-11-21", "2026-06-11", "2026-08-31")]
    [InlineData("2028-03-01", "2028-03-30", "2028-02-01", "2028-02-29")]
    public void Like_is_compared_with_like(string from, string to, string beforeFrom, string beforeTo)
        => Assert.Equal(Of(beforeFrom, beforeTo), AskedPeriod.Comparable(Of(from, to)));

    private static Period Of(string from, string to)
        => new(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture));
}
