using System.Text.Json;

namespace Copilot.Odoo.Client.Wires;

/// <summary>What came back, before anybody knows whether it is a fault.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Answer">The body.</param>
/// <param name="Bytes">The body's length.</param>
/// <param name="Session">The web client's session that was opened or renewed; null when none was.</param>
internal sealed record OdooReply(int Status, JsonElement Answer, int Bytes, string? Session)
{
    /// <summary>A session opens the account, so it is not part of the text.</summary>
    public override string ToString() => $"HTTP {Status}, {Bytes} bytes";
}
