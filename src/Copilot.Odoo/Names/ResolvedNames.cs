using Copilot.Contracts;

namespace Copilot.Odoo.Names;

/// <summary>The names of one call, by parameter; or what to answer when one of them is unknown or unclear.</summary>
internal sealed class ResolvedNames(IReadOnlyDictionary<string, ResolvedName> names)
{
    /// <summary>The answer that ends the call, or null when all names are clear.</summary>
    public ToolResult? Stop { get; init; }

    /// <summary>Whether no name was said.</summary>
    public bool IsEmpty => names.Count == 0;

    public ResolvedName? this[string parameter] => names.GetValueOrDefault(parameter);
}
