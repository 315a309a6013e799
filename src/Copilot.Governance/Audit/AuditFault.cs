namespace Copilot.Governance.Audit;

/// <summary>Where a chain is broken.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Seq">The place of the first entry that is wrong or missing.</param>
/// <param name="What">What is wrong, for people.</param>
public sealed record AuditFault(string Tenant, long Seq, string What);
