namespace Copilot.Knowledge.Ingestion;

/// <summary>What becomes of a job: done, refused, or tried again later.</summary>
/// <param name="Outcome">What was done, or null when it is tried again.</param>
/// <param name="After">After how long it is tried again.</param>
/// <param name="Why">Why, for people.</param>
internal sealed record JobEnd(FileOutcome? Outcome, TimeSpan After = default, string? Why = null);
