namespace Copilot.Odoo;

/// <summary>The external API that is spoken with Odoo.</summary>
public enum OdooApi
{
    /// <summary>The best the server offers; today that is <see cref="JsonRpc"/>.</summary>
    Auto,

    /// <summary>JSON-RPC at <c>/jsonrpc</c>: Odoo 14 to 19.</summary>
    JsonRpc,

    /// <summary>JSON-2 at <c>/json/2</c>: Odoo 19 and later, with API keys. Not spoken yet.</summary>
    Json2,
}
