namespace Copilot.Odoo;

/// <summary>The external API that is spoken with Odoo.</summary>
public enum OdooApi
{
    /// <summary>Found by asking: <see cref="Json2"/> for accounts with an API key on a server that has it, else <see cref="JsonRpc"/>.</summary>
    Auto,

    /// <summary>JSON-RPC at <c>/jsonrpc</c>: Odoo 14 to 19, with passwords or API keys.</summary>
    JsonRpc,

    /// <summary>JSON-2 at <c>/json/2</c>: Odoo 19 and later, with API keys only.</summary>
    Json2,
}
