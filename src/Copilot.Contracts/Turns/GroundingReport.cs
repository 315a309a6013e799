namespace Copilot.Contracts;

/// <summary>What the citation check found.</summary>
/// <param name="Checked">Whether the check ran.</param>
/// <param name="Unsupported">Statements that were cut because no evidence of this turn holds them.</param>
public sealed record GroundingReport(bool Checked, IReadOnlyList<string> Unsupported);
