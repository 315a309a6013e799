namespace Copilot.Governance.Policies;

/// <summary>What a rule says of a call. Deny beats approval beats allow; silence allows nothing.</summary>
internal enum Decision
{
    /// <summary>The rule has nothing to say.</summary>
    Silent = 0,

    Allow = 1,

    NeedsApproval = 2,

    Deny = 3,
}
