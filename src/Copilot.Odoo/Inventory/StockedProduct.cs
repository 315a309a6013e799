using Copilot.Odoo.Client;

namespace Copilot.Odoo.Inventory;

/// <summary>A product whose stock is shown.</summary>
internal sealed class StockedProduct(OdooRow row)
{
    public OdooRow Row { get; } = row;

    public int Id => Row.Id;

    /// <summary>The internal reference, or the name where there is none.</summary>
    public string Label => Row.Text("default_code") ?? Name;

    public string Name => Row.Text("name") ?? ProductLabel.Name(Row.Text("display_name"));

    public string Unit => Row.Link("uom_id")?.Name ?? string.Empty;
}
