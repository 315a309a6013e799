using Copilot.Contracts;

namespace Copilot.Forecasting.Periods;

/// <summary>A period as it was written, as a place on a line.</summary>
/// <param name="Kind">What the writing says it is; a date is a day until its neighbours tell more.</param>
/// <param name="Place">Hours, days, weeks, months, quarters or years since year 0 or 1, or the number itself.</param>
internal readonly record struct PeriodMark(PeriodKind Kind, long Place);
