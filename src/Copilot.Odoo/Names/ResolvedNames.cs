using Copilot.Contracts;
using Copilot.Odoo.Answers;

namespace Copilot.Odoo.Names;

/// <summary>The names of one call, by parameter; or what to answer when one of them is unknown or unclear.</summary>
internal sealed class ResolvedNames(IReadOnlyDictionary<string, ResolvedName> names)
{
    /// <summary>The answer that ends the call, or null when all names are clear.</summary>
    public ToolResult? Stop { get; init; }

    /// <summary>Whether no name was said.</summary>
    public bool IsEmpty => names.Count == 0;

    public ResolvedName? this[string parameter] => names.GetValueOrDefault(parameter);

    /// <summary>The names as facts, to stand beside what was found for them.</summary>
    public IEnumerable<Fact> Facts => names.OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => FactOf.Code(n.Key, n.Value.Code ?? n.Value.Name));
}
