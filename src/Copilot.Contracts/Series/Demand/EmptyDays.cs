namespace Copilot.Contracts;

/// <summary>On which days nothing lay on the shelf, so that demand could not be served.</summary>
/// <param name="Known">Whether it could be told: stock movements and today's stock have to add up.</param>
/// <param name="Days">The days, oldest first; empty when it is not known.</param>
public sealed record EmptyDays(bool Known, IReadOnlyList<DateOnly> Days);
