using System.Text.Json;

namespace Copilot.Odoo.Client;

/// <summary>From the error object of an answer to a typed fault: the class name decides, never the text or the code.</summary>
internal static class OdooFaults
{
    /// <summary>Reads the error object of JSON-RPC. Its traceback names files of the server and is dropped.</summary>
    public static OdooException Read(JsonElement error, string model, string method)
        => Make(error.ValueKind == JsonValueKind.Object && error.TryGetProperty("data", out var d) && d.ValueKind == JsonValueKind.Object ? d : default, model, method);

    /// <summary>Makes a fault of the object that holds class and text: the <c>data</c> of JSON-RPC, the whole body of JSON-2.</summary>
    public static OdooException Make(JsonElement data, string model, string method, OdooFault? known = null, int? status = null)
    {
        var name = Text(data, "name");
        return new OdooException(known ?? Of(name), $"Odoo answered {model}.{method} with {(name.Length == 0 ? "an error without a class" : name)}.")
        {
            ServerClass = name,
            ServerText = Text(data, "message").Trim(),
            HttpStatus = status,
        };
    }

    /// <summary>The fault a class of the server stands for.</summary>
    public static OdooFault Of(string serverClass) => serverClass switch
    {
        "odoo.exceptions.AccessError" => OdooFault.AccessDenied,
        "odoo.exceptions.AccessDenied" or "odoo.http.SessionExpiredException" or "werkzeug.exceptions.Unauthorized" => OdooFault.LoginRefused,
        "odoo.exceptions.MissingError" => OdooFault.MissingRecord,
        "odoo.exceptions.UserError" or "odoo.exceptions.ValidationError" or "odoo.exceptions.RedirectWarning" => OdooFault.Validation,

        // The database is gone, full or starting; lock conflicts that outlived Odoo's own five tries.
        "psycopg2.OperationalError" or "psycopg2.InterfaceError" or "psycopg2.errors.SerializationFailure"
            or "psycopg2.errors.DeadlockDetected" or "psycopg2.errors.LockNotAvailable"
            or "psycopg2.errors.AdminShutdown" or "psycopg2.pool.PoolError" or "odoo.sql_db.PoolError" => OdooFault.Unreachable,
        "builtins.ValueError" or "builtins.TypeError" or "builtins.AttributeError" or "builtins.KeyError" or "builtins.AssertionError" => OdooFault.BadCall,
        _ when serverClass.StartsWith("psycopg2.errors.", StringComparison.Ordinal) => OdooFault.BadCall,
        _ when serverClass.StartsWith("werkzeug.exceptions.", StringComparison.Ordinal) => OdooFault.BadCall,
        _ => OdooFault.Server,
    };

    private static string Text(JsonElement data, string member)
        => data.ValueKind == JsonValueKind.Object && data.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : string.Empty;
}
