namespace Copilot.Contracts;

/// <summary>Days on which a price list gave a special price.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public sealed record PromotionPeriod(DateOnly From, DateOnly To);
