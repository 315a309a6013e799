namespace Copilot.Contracts;

/// <summary>What became of a proposal in the ERP.</summary>
/// <param name="Kind">How it ended, or stands.</param>
/// <param name="Summary">What happened, for people.</param>
/// <param name="Steps">The steps, in order.</param>
/// <param name="At">When this was known, UTC.</param>
public sealed record ProposalOutcome(ActionOutcomeKind Kind, string Summary, IReadOnlyList<ActionStep> Steps, DateTimeOffset At);
