using Copilot.Contracts;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Answers;

/// <summary>The companies an answer holds for: one that was named, or all the caller works with.</summary>
internal sealed class CompanyScope(ToolContext context, ResolvedName? only)
{
    /// <summary>The named company's id; null when none was named.</summary>
    public int? Only => only?.Id;

    /// <summary>The domain, narrowed to the named company.</summary>
    public OdooDomain Narrow(OdooDomain domain, string field = "company_id") => only is { } one ? domain.And(field, "=", one.Id) : domain;

    /// <summary>Behind a sentence: <c> (Meridian Industrial Supply and Meridian Packaging)</c>; empty for callers with a single company.</summary>
    public string Words => only is { } one ? $" ({one.Name})" : IsSeveral ? $" ({Phrase.List(context.Caller.Companies.Select(c => c.Name))})" : string.Empty;

    /// <summary>Whether figures are sums over several companies.</summary>
    public bool IsSeveral => only is null && context.Caller.Companies.Count > 1;
}
