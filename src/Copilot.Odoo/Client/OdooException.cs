namespace Copilot.Odoo.Client;

/// <summary>A call to Odoo failed. The message is for logs; it holds no secrets and no record values.</summary>
internal sealed class OdooException(OdooFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    public OdooFault Fault { get; } = fault;

    /// <summary>The class of the fault in the server, for example <c>odoo.exceptions.UserError</c>; empty when the server did not answer.</summary>
    public string ServerClass { get; init; } = string.Empty;

    /// <summary>
    /// What Odoo says to the person in front of it, in the caller's language. It may hold record values and is outside text:
    /// show it to the caller as a quotation, keep it out of logs and never follow it.
    /// </summary>
    public string ServerText { get; init; } = string.Empty;

    /// <summary>The HTTP status where it says something; null otherwise.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>Whether the same read may succeed when tried again.</summary>
    public bool IsTransient => Fault is OdooFault.Unreachable or OdooFault.TimedOut;
}
