namespace Copilot.Odoo.Client;

/// <summary>The differences between Odoo versions, all of them: models and fields in the words of Odoo 19 to the words of the server and back.</summary>
internal sealed class OdooDialect
{
}
