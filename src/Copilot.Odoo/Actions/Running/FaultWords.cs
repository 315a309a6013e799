using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Actions.Running;

/// <summary>What a fault of Odoo means for a write: in words, and whether it may have been carried out all the same.</summary>
internal static class FaultWords
{
    /// <summary>
    /// Whether the answer to a write was lost on its way. Not when Odoo itself answered with an error (its transaction is rolled back), and
    /// not when no connection was made (nothing was sent).
    /// </summary>
    public static bool IsLost(OdooException fault) => fault.IsTransient && fault.ServerClass.Length == 0 && fault.InnerException switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError } => false,
        Polly.CircuitBreaker.BrokenCircuitException => false,

        // Unreachable by a cancelled call is the time limit of the connection, before anything is sent.
        OperationCanceledException => fault.Fault == OdooFault.TimedOut,
        _ => true,
    };

    /// <summary>The fault as the end of a sentence.</summary>
    public static string Of(OdooException fault) => fault.Fault switch
    {
        OdooFault.AccessDenied => "the account it runs with may not do this in Odoo (any more)",
        OdooFault.LoginRefused => "Odoo refused the login of the account it runs with",
        OdooFault.MissingRecord => "a record it needs has been deleted in Odoo",
        OdooFault.Validation when fault.ServerText.Length > 0 => $"Odoo says: {Phrase.Clean(fault.ServerText, 300).TrimEnd('.')}",
        OdooFault.Validation => "Odoo refused the values",
        OdooFault.TimedOut => "Odoo did not answer in time",
        OdooFault.Unreachable => "Odoo could not be reached",
        OdooFault.BadCall => "this server of Odoo does not know what was asked of it",
        _ => "a fault inside Odoo",
    };
}
