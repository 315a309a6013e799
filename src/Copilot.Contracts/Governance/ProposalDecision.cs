namespace Copilot.Contracts;

/// <summary>What one person decided on a proposal.</summary>
/// <param name="By">The person's name.</param>
/// <param name="Kind">What was decided.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Comment">The reason given, or null.</param>
/// <param name="OnBehalfOf">Whom the person stood in for, or null.</param>
/// <param name="Channel">Where it was decided: <c>web</c>, <c>rest</c>, <c>teams</c>…</param>
public sealed record ProposalDecision(string By, DecisionKind Kind, DateTimeOffset At, string? Comment = null, string? OnBehalfOf = null, string? Channel = null);
