namespace Copilot.Contracts;

/// <summary>One series of a <see cref="ChartCard"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">One value a label; null where there is none.</param>
/// <param name="Lower">The lower end of an interval, or null.</param>
/// <param name="Upper">The upper end of an interval, or null.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values, IReadOnlyList<decimal?>? Lower = null, IReadOnlyList<decimal?>? Upper = null);
