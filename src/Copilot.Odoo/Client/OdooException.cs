namespace Copilot.Odoo.Client;

/// <summary>A call to Odoo failed. The message is for logs; it holds no secrets and no record values.</summary>
internal sealed class OdooException(OdooFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    public OdooFault Fault { get; } = fault;

    /// <summary>Whether the same read may succeed when tried again.</summary>
    public bool IsTransient => Fault is OdooFault.Unreachable or OdooFault.TimedOut;
}
