namespace Copilot.Governance.Audit;

/// <summary>The newest entry of a tenant's chain, sealed with a key that is not in the database.</summary>
internal sealed record AuditHead
{
    public long Seq { get; init; }

    public string Hash { get; init; } = AuditRow.FirstPreviousHash;

    public string Seal { get; init; } = string.Empty;
}
