namespace Copilot.Testing.Approvals;

/// <summary>What goes wrong in one execution.</summary>
public enum ErpTrouble
{
    None,
    Down,
    LostBefore,
    LostAfter,
    ThrowsAfter,
    HangsBefore,
    HangsAfter,
    Partly,
    Revoked,
}
