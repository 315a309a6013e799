namespace Copilot.Sandbox.Orm;

/// <summary>An error as Odoo would answer it: a Python class name and a text.</summary>
internal sealed class Fault(string className, string message) : Exception(message)
{
    /// <summary>The class with its module, for example <c>odoo.exceptions.UserError</c>: what clients branch on.</summary>
    public string ClassName { get; } = className;

    /// <summary>The class of what needs a session of the web client and has none.</summary>
    public const string SessionExpiredClass = "odoo.http.SessionExpiredException";

    public static Fault SessionExpired() => new(SessionExpiredClass, "Session expired");

    public static Fault Denied() => new("odoo.exceptions.AccessDenied", "Access Denied");

    public static Fault Access(string message) => new("odoo.exceptions.AccessError", message);

    public static Fault User(string message) => new("odoo.exceptions.UserError", message);

    public static Fault Validation(string message) => new("odoo.exceptions.ValidationError", message);

    public static Fault Missing(string model, int id, int userId)
        => new("odoo.exceptions.MissingError", $"Record does not exist or has been deleted.\n(Record: {model}({id},), User: {userId})");

    public static Fault Value(string message) => new("builtins.ValueError", message);

    public static Fault Type(string message) => new("builtins.TypeError", message);

    public static Fault Attribute(string message) => new("builtins.AttributeError", message);
}
