namespace Copilot.Contracts;

/// <summary>A decision on its way in.</summary>
/// <param name="Kind">What is decided.</param>
/// <param name="Channel">Where.</param>
/// <param name="Comment">Why, at most 2,000 characters; null when nothing was said.</param>
/// <param name="Fingerprint">What the person was shown (<see cref="Proposal.Fingerprint"/>); null when the channel does not know it.</param>
public sealed record ApprovalDecision(DecisionKind Kind, string Channel, string? Comment = null, string? Fingerprint = null);
