namespace Copilot.Governance.Audit;

/// <summary>The newest entry of a tenant's chain, as it is sealed.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Seq">Its place.</param>
/// <param name="Hash">Its hash.</param>
public sealed record AuditChainEnd(string Tenant, long Seq, string Hash);
