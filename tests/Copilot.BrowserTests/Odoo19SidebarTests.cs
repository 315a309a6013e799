using System.Globalization;

namespace Copilot.BrowserTests;

public sealed class Odoo19SidebarTests() : OdooSidebarContract("ODOO19", 19)
{
    protected override string FormOf(string model, string action, int id) => string.Create(CultureInfo.InvariantCulture, $"/odoo/action-{action}/{id}");
}
