using Copilot.Odoo.Answers;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Inventory;

/// <summary>Of what the value is asked, and how it is split.</summary>
internal sealed record InventoryValueRequest
{
    /// <summary><c>warehouse</c>, <c>category</c>, <c>product</c> or <c>company</c>.</summary>
    public required string Group { get; init; }

    public required ResolvedNames Names { get; init; }

    public required CompanyScope Companies { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>An earlier day that was asked for and can't be valued; null otherwise.</summary>
    public DateOnly? Asked { get; init; }

    public required int Shown { get; init; }

    /// <summary>" of Gloves in LYO"; empty for all.</summary>
    public string About
        => (Names["product"] is { } p ? $" of {p.Code ?? p.Name}" : string.Empty) + (Names["category"] is { } c ? $" of {c.Name}" : string.Empty) + (Names["warehouse"] is { } w ? $" in {w.Code ?? w.Name}" : string.Empty);
}
