namespace Copilot.Contracts;

/// <summary>How much a turn may spend on models.</summary>
public enum AllowanceLevel
{
    /// <summary>No model: the rules answer.</summary>
    None,

    /// <summary>Little is left: the small model where there is one, few steps, short answers.</summary>
    Reduced,

    /// <summary>Everything that is configured.</summary>
    Full,
}
