namespace Copilot.Contracts;

/// <summary>How much harm an action could do.</summary>
public enum RiskClass
{
    /// <summary>Reversible, small.</summary>
    Low,

    /// <summary>Wants a second look.</summary>
    Medium,

    /// <summary>Wants the right person.</summary>
    High,
}
