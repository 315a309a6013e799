namespace Copilot.Governance.Policies.Actions;

/// <summary>What an action needs, the mildest first. Of several rules that speak of an action the strictest counts.</summary>
internal enum ActionLevel
{
    /// <summary>Runs at once.</summary>
    Run = 0,

    /// <summary>The one who asked confirms it.</summary>
    AskRequester = 1,

    /// <summary>Somebody of a role approves it.</summary>
    AskRole = 2,

    /// <summary>Two different people approve it.</summary>
    TwoPersons = 3,

    /// <summary>It is refused.</summary>
    Never = 4,
}
