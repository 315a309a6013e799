namespace Copilot.Odoo.Company;

/// <summary>A key figure of the company: what it is called and what exactly it counts.</summary>
/// <param name="Key">The name planners use.</param>
/// <param name="Name">The name people use.</param>
/// <param name="Definition">What it counts, in one sentence without figures: the source of every answer that gives it.</param>
/// <param name="IsShare">Whether it is a share in per cent; otherwise a number of days, times or money.</param>
/// <param name="MoreIsBetter">Whether a larger figure is the better one.</param>
internal sealed record Kpi(string Key, string Name, string Definition, bool IsShare, bool MoreIsBetter);
