namespace Copilot.Odoo.Actions.Running;

/// <summary>What the look at Odoo says of a step.</summary>
internal enum Proof
{
    /// <summary>It is not done.</summary>
    NotDone,

    /// <summary>The records are as it would leave them, last written by the account the action runs with.</summary>
    ByState,

    /// <summary>The records are as it would leave them, but somebody else wrote them last.</summary>
    ByOthers,

    /// <summary>The action's own reference is there.</summary>
    ByReference,
}
