namespace Copilot.Contracts;

/// <summary>
/// One series of a <see cref="ChartCard"/>. A forecast is two of them over one axis: the history, with nulls where the future is, and the expected values, with
/// nulls where the past is and their intervals beside them.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">One value a label; null where there is none.</param>
/// <param name="Lower">The lower end of the 80 % interval, one value a label, or null.</param>
/// <param name="Upper">The upper end of the 80 % interval, or null.</param>
/// <param name="Lower95">The lower end of the 95 % interval, or null.</param>
/// <param name="Upper95">The upper end of the 95 % interval, or null.</param>
public sealed record ChartSeries(
    string Name,
    IReadOnlyList<decimal?> Values,
    IReadOnlyList<decimal?>? Lower = null,
    IReadOnlyList<decimal?>? Upper = null,
    IReadOnlyList<decimal?>? Lower95 = null,
    IReadOnlyList<decimal?>? Upper95 = null);
