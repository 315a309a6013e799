namespace Copilot.Odoo.Client;

/// <summary>What went wrong in a call to Odoo.</summary>
internal enum OdooFault
{
    /// <summary>The caller's rights do not allow it (AccessError).</summary>
    AccessDenied,

    /// <summary>Login refused (AccessDenied).</summary>
    LoginRefused,

    /// <summary>The record does not exist any more.</summary>
    MissingRecord,

    /// <summary>Odoo refused the values (ValidationError, UserError).</summary>
    Validation,

    /// <summary>The server could not be reached or answered nonsense; another try may help.</summary>
    Unreachable,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>A fault inside the server.</summary>
    Server,

    /// <summary>Odoo could not make sense of the call: a field, method, operator or kind of value it does not know.</summary>
    BadCall,
}
