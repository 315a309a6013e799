using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Inventory;

/// <summary>A product that a warehouse sells and of which nothing usable lies there.</summary>
/// <param name="Row">The product.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Sold">What left in the days looked at, in whatever unit it was moved.</param>
/// <param name="Held">What lies there in quality hold.</param>
/// <param name="Wanted">What open deliveries ask for, in the product's unit.</param>
/// <param name="Coming">What is on its way, the first first.</param>
/// <param name="Elsewhere">What other warehouses have free.</param>
internal sealed record MissingProduct(OdooRow Row, string Warehouse, decimal Sold, decimal Held, decimal Wanted, IReadOnlyList<Supply> Coming, IReadOnlyList<(string Warehouse, decimal Free)> Elsewhere)
{
    /// <summary>Its name for people.</summary>
    public string Name => Phrase.Clean(Row.Text("name") ?? ProductLabel.Name(Row.Text("display_name")), 80);

    /// <summary>Its internal reference, or the name where there is none.</summary>
    public string Label => Row.Text("default_code") ?? Name;

    /// <summary>The unit it is stocked in.</summary>
    public string Unit => Row.Link("uom_id")?.Name ?? string.Empty;
}
