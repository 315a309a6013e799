using Copilot.Sandbox.Actions;
using Copilot.Sandbox.Orm;
using Copilot.Sandbox.Rights;
using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Rpc;

/// <summary>The three services behind <c>/jsonrpc</c>: common, object and db.</summary>
internal sealed class Services(Database database, AccessBook access, string name, TimeProvider time)
{
    private readonly ApiKeys keys = new();
    private MethodBook? methods;

    /// <summary>The methods that may be called.</summary>
    public MethodBook Methods => methods ??= new MethodBook(keys);

    /// <summary>The database's name.</summary>
    public string DatabaseName => name;

    private static Dictionary<string, object?> Version => new()
    {
        ["server_version"] = "19.0",
        ["server_version_info"] = new List<object?> { 19, 0, 0, "final", 0, "" },
        ["server_serie"] = "19.0",
        ["protocol_version"] = 1,
    };

    /// <summary>Calls a method of a service; null is Python's None.</summary>
    public object? Call(string service, string method, IReadOnlyList<object?> args) => service switch
    {
        "common" => Common(method, args),
        "object" => OnObject(method, args),
        "db" => Db(method, args),
        _ => throw new Fault("builtins.KeyError", service),
    };

    /// <summary>The user with this login and password.</summary>
    public int? SignIn(string login, string password) => database.Read<int?>(() => Find(login, password));

    /// <summary>The user whose API key this is.</summary>
    public int? OwnerOf(string key) => database.Read<int?>(() =>
    {
        var users = database["res.users"];
        foreach (var user in key.Length == 0 ? [] : users.Rows())
        {
            if (IsActive(user) && user.Cells[users.Model["login"].Cell] is string login && keys.Fits(login, key))
            {
                return user.Id;
            }
        }

        return null;
    });

    /// <summary>Runs a method for a user who is known already.</summary>
    public object? Run(int userId, string model, string method, IReadOnlyList<object?> positional, IReadOnlyDictionary<string, object?> keywords, bool inBrowser = false)
        => !inBrowser && KeyActions.NeedsBrowser(model, method) ? throw Fault.User("This method can only be accessed over HTTP")
            : Methods.Run(database, access, userId, time.GetUtcNow(), model, method, positional, keywords);

    /// <summary>Whether there is a model.</summary>
    public bool HasModel(string model) => database.Catalog.Find(model) is not null;

    /// <summary>Reads on behalf of a user who has signed in.</summary>
    public T Ask<T>(int userId, Func<Session, T> question)
        => database.Read(() => question(new Session(database, access, userId, CallContext.Empty, time.GetUtcNow())));

    private object? Common(string method, IReadOnlyList<object?> args)
    {
        switch (method)
        {
            case "version":
                return Version;
            case "login":
                Require("exp_login", args, "db", "login", "password");
                break;
            case "authenticate":
                Require("exp_authenticate", args, "db", "login", "password", "user_agent_env");
                break;
            default:
                throw new Fault("builtins.Exception", $"Method not found: {method}");
        }

        CheckDatabase(args[0]);
        return SignIn(args[1] as string ?? "", args[2] as string ?? "") is { } user ? user : false;
    }

    private object? Db(string method, IReadOnlyList<object?> args) => method switch
    {
        "list" => new List<object?> { name },
        "db_exist" => args.Count > 0 && args[0] is string asked && asked == name,
        "server_version" => "19.0",
        _ => throw new Fault("builtins.Exception", $"Method not found: {method}"),
    };

    private object? OnObject(string method, IReadOnlyList<object?> args)
    {
        if (method is not ("execute" or "execute_kw"))
        {
            throw new Fault("builtins.NameError", $"Method not available {method}");
        }

        Require(method, args, "db", "uid", "passwd", "obj", "method");
        CheckDatabase(args[0]);
        var userId = Python.Int(args[1]);
        Authenticate(userId, args[2] as string);
        var keywords = method == "execute_kw" && args.Count > 6 && args[6] is IReadOnlyDictionary<string, object?> given ? given : new Dictionary<string, object?>();
        var positional = method == "execute" ? [.. args.Skip(5)] : args.Count > 5 ? args[5] as IReadOnlyList<object?> ?? [] : [];
        return Run(userId, Python.Str(args[3]), Python.Str(args[4]), positional, keywords);
    }

    private int? Find(string login, string password)
    {
        var users = database["res.users"];
        foreach (var id in password.Length == 0 ? [] : users.WithText(users.Model["login"], login) ?? [])
        {
            if (IsPassword(users.Find(id)!, password))
            {
                return id;
            }
        }

        return null;
    }

    private void Authenticate(int userId, string? password)
        => database.Read(() => database["res.users"].Find(userId) is not { } user ? throw Fault.Missing("res.users", userId, userId)
            : string.IsNullOrEmpty(password) || !IsPassword(user, password) ? throw Fault.Denied()
            : true);

    /// <summary>The demo's passwords are no secrets; a user without one, and an archived one, cannot sign in. An API key stands in for the password.</summary>
    private bool IsPassword(Row user, string password)
    {
        var model = database["res.users"].Model;
        return IsActive(user) && user.Cells[model["password"].Cell] is string { Length: > 0 } known
            && (string.Equals(known, password, StringComparison.Ordinal) || (user.Cells[model["login"].Cell] is string login && keys.Fits(login, password)));
    }

    private bool IsActive(Row user) => user.Cells[database["res.users"].Model["active"].Cell] is true;

    private void CheckDatabase(object? asked)
    {
        if (asked is not string text || text != name)
        {
            throw new Fault("psycopg2.OperationalError", $"connection to server on socket \"/var/run/postgresql/.s.PGSQL.5432\" failed: FATAL:  database \"{Python.Str(asked)}\" does not exist\n");
        }
    }

    private static void Require(string function, IReadOnlyList<object?> args, params string[] parameters)
        => new Signature(function, string.Join(", ", parameters) + (function.StartsWith("execute", StringComparison.Ordinal) ? ", args=, kw=, more=, more2=, more3=, more4=" : "")).Bind(args.Take(11), new Dictionary<string, object?>());
}
