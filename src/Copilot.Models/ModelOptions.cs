namespace Copilot.Models;

/// <summary>One model at an endpoint: the keys <c>Copilot__Models__N__…</c>. Its text form hides the key.</summary>
public sealed record ModelOptions
{
    /// <summary>Gets the name people call it by; default the model's own name.</summary>
    public string Name { get; init; } = string.Empty;
}
