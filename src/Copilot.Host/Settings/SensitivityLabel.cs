namespace Copilot.Host.Settings;

/// <summary>How confidential answers are, as Teams shows it beside them.</summary>
/// <param name="Id">The label's id, that of a label in Purview or one of your own.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it means, or null.</param>
internal sealed record SensitivityLabel(string Id, string Name, string? Description);
