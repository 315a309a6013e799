namespace Copilot.Governance.Audit;

/// <summary>What a check of the chain found.</summary>
/// <param name="Entries">How many entries were read, over all tenants.</param>
/// <param name="FirstFault">The first thing that is wrong, or null when the chain is whole.</param>
public sealed record AuditVerification(long Entries, AuditFault? FirstFault)
{
    /// <summary>Gets everything that is wrong, in chain order, at most 100 faults a chain; the first of them is <see cref="FirstFault"/>.</summary>
    public IReadOnlyList<AuditFault> Faults { get; init; } = [];

    /// <summary>Gets a value indicating whether the chain is whole.</summary>
    public bool IsWhole => FirstFault is null;
}
