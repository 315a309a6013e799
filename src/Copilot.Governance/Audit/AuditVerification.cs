namespace Copilot.Governance.Audit;

/// <summary>What a check of the chain found.</summary>
/// <param name="Entries">How many entries were read, over all tenants.</param>
/// <param name="FirstFault">The first thing that is wrong, or null when the chain is whole.</param>
public sealed record AuditVerification(long Entries, AuditFault? FirstFault)
{
    /// <summary>Gets a value indicating whether the chain is whole.</summary>
    public bool IsWhole => FirstFault is null;
}
