namespace Copilot.Odoo.Client.Wires;

/// <summary>One exchange with the server, ready to be sent.</summary>
internal sealed record OdooRequest
{
    /// <summary>The path behind Odoo's address.</summary>
    public required string Path { get; init; }

    /// <summary>The JSON body; null asks with GET.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The API key that goes into the Authorization header; null when the body carries the account.</summary>
    public string? Key { get; init; }

    /// <summary>The web client's session, for the few things that only it may do; null otherwise.</summary>
    public string? Session { get; init; }

    /// <summary>The database to name in a header; null when the body names it.</summary>
    public string? Database { get; init; }
}
