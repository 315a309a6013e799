namespace Copilot.Governance.Policies.Actions;

/// <summary>What a rule asks for.</summary>
/// <param name="Level">How high the bar is.</param>
/// <param name="Roles">Whose holders may approve; empty unless the level asks for a role or two persons.</param>
internal sealed record ActionBar(ActionLevel Level, IReadOnlyList<string> Roles)
{
    public static ActionBar Never { get; } = new(ActionLevel.Never, []);
}
