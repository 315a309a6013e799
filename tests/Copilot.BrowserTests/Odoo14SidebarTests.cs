using System.Globalization;

namespace Copilot.BrowserTests;

public sealed class Odoo14SidebarTests() : OdooSidebarContract("ODOO14", 14)
{
    protected override string FormOf(string model, string action, int id) => string.Create(CultureInfo.InvariantCulture, $"/web#id={id}&model={model}&view_type=form");
}
