using Microsoft.Extensions.Logging;

namespace Copilot.Odoo;

/// <summary>What this room tells the machines. Numbers 3000 to 3099 belong to the client, 3100 to 3199 to exceptions; none is used twice. Never a record value, a login or a secret.</summary>
internal static partial class Log
{
    [LoggerMessage(3000, LogLevel.Information, "Odoo {Version} answers at {Host}")]
    public static partial void ServerFound(ILogger logger, string version, string host);

    [LoggerMessage(3001, LogLevel.Debug, "Odoo call {Model}.{Method} took {Milliseconds} ms and {Bytes} bytes")]
    public static partial void CallDone(ILogger logger, string model, string method, long milliseconds, int bytes);

    [LoggerMessage(3002, LogLevel.Warning, "Odoo call {Model}.{Method} failed after {Milliseconds} ms: {Fault} ({ServerClass})")]
    public static partial void CallFailed(ILogger logger, string model, string method, long milliseconds, string fault, string serverClass);

    [LoggerMessage(3003, LogLevel.Information, "Odoo is asked again after {Fault}, attempt {Attempt}")]
    public static partial void AskedAgain(ILogger logger, string fault, int attempt);

    [LoggerMessage(3004, LogLevel.Information, "Odoo refused the session of user {Uid} in tenant {Tenant}; signing in again")]
    public static partial void SignInAgain(ILogger logger, int uid, string tenant);

    [LoggerMessage(3005, LogLevel.Warning, "Odoo is left alone for {Seconds} s: too many calls could not reach it")]
    public static partial void BreakerOpened(ILogger logger, double seconds);

    [LoggerMessage(3006, LogLevel.Information, "Odoo is asked normally again")]
    public static partial void BreakerClosed(ILogger logger);

    [LoggerMessage(3007, LogLevel.Debug, "Fields of {Model} that this Odoo does not have or the account may not see were left out: {Fields}")]
    public static partial void FieldsLeftOut(ILogger logger, string model, string fields);

    [LoggerMessage(3008, LogLevel.Warning, "Whether {Count} records of {Model} may be read could not be found out ({Fault}); their documents are left out")]
    public static partial void GateUnknown(ILogger logger, string model, int count, string fault);

    [LoggerMessage(3100, LogLevel.Information, "Looked through {Kinds} kinds of exceptions in {Milliseconds} ms: {Found} cases")]
    public static partial void Scanned(ILogger logger, int kinds, long milliseconds, int found);

    [LoggerMessage(3101, LogLevel.Warning, "Exceptions of kind {Kind} can't be looked for ({Fault}); those known stay as they are")]
    public static partial void KindNotScanned(ILogger logger, string kind, string fault);

    [LoggerMessage(3102, LogLevel.Warning, "The watch over exceptions could not look: {Fault}")]
    public static partial void WatchBlocked(ILogger logger, string fault);
}
