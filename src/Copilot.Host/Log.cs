namespace Copilot.Host;

/// <summary>What this project logs. Numbers 1000 to 1099, never used twice; content (questions, answers, values) never.</summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Error, "Fault {Id}")]
    public static partial void Fault(ILogger logger, string id, Exception exception);

    [LoggerMessage(1001, LogLevel.Information, "Listening on {Address}")]
    public static partial void Listening(ILogger logger, string address);

    [LoggerMessage(1002, LogLevel.Information, "Ready: questions can be answered ({Milliseconds} ms after the start)")]
    public static partial void Ready(ILogger logger, long milliseconds);

    [LoggerMessage(1003, LogLevel.Warning, "Port {Port} of the sandbox is taken; it listens on {Address} instead")]
    public static partial void SandboxMoved(ILogger logger, int port, string address);

    [LoggerMessage(1004, LogLevel.Warning, "Marked {Count} interrupted turns of a process that ended in the middle of them")]
    public static partial void Interrupted(ILogger logger, int count);

    [LoggerMessage(1005, LogLevel.Warning, "There is no knowledge folder at {Folder}; questions about policies and agreements will find nothing")]
    public static partial void NoKnowledge(ILogger logger, string folder);

    [LoggerMessage(1006, LogLevel.Warning, "The business system does not answer: {Reason}")]
    public static partial void ErpDown(ILogger logger, string reason);

    [LoggerMessage(1007, LogLevel.Information, "The business system answers again")]
    public static partial void ErpBack(ILogger logger);

    [LoggerMessage(1008, LogLevel.Warning, "The demo is open on {Address}, which others can reach: anybody there can sign in as any persona")]
    public static partial void DemoExposed(ILogger logger, string address);

    [LoggerMessage(1009, LogLevel.Information, "Applied {Count} schema steps")]
    public static partial void SchemaApplied(ILogger logger, int count);

    [LoggerMessage(1011, LogLevel.Information, "{What}: {Added} documents new, {Updated} changed, {Removed} gone, {Refused} refused")]
    public static partial void Ingested(ILogger logger, string what, int added, int updated, int removed, int refused);

    [LoggerMessage(1010, LogLevel.Warning, "{Count} knowledge files were refused, the first is {File}; copilot ingest says why")]
    public static partial void Refused(ILogger logger, int count, string file);

    [LoggerMessage(1050, LogLevel.Warning, "PostgreSQL on {Server} is starting up; waiting for it")]
    public static partial void StoreStarting(ILogger logger, string server);

    [LoggerMessage(1051, LogLevel.Warning, "PostgreSQL {Version} is newer than the versions this program was tested with, 15 to 18")]
    public static partial void StoreNewer(ILogger logger, int version);

    [LoggerMessage(1052, LogLevel.Warning, "PostgreSQL on {Server} runs with fsync=off: after a power cut its data, the audit trail included, may be lost or broken")]
    public static partial void StoreForgets(ILogger logger, string server);

    [LoggerMessage(1053, LogLevel.Warning, "The store is out of reach ({Reason}); this node tries again")]
    public static partial void NodeLost(ILogger logger, string reason);

    [LoggerMessage(1054, LogLevel.Information, "The store is back and knows this node again")]
    public static partial void NodeBack(ILogger logger);

    [LoggerMessage(1055, LogLevel.Warning, "The store does not answer: {Reason}")]
    public static partial void StoreDown(ILogger logger, string reason);

    [LoggerMessage(1057, LogLevel.Warning, "Proposals can't be looked after just now ({Reason}); this node tries again")]
    public static partial void ProposalsUntended(ILogger logger, string reason);

    [LoggerMessage(1058, LogLevel.Warning, "Exceptions can't be watched just now ({Reason}); this node tries again")]
    public static partial void ExceptionsUntended(ILogger logger, string reason);

    [LoggerMessage(1059, LogLevel.Warning, "People can't be told of exceptions just now ({Reason}); they are told later")]
    public static partial void ExceptionsUntold(ILogger logger, string reason);

    [LoggerMessage(1090, LogLevel.Warning, "Forecasts can't be made ready just now ({Reason}); this node tries again")]
    public static partial void ForecastsNotReady(ILogger logger, string reason);

    [LoggerMessage(1060, LogLevel.Warning, "Documents on the desk can't be read just now ({Reason}); this node tries again")]
    public static partial void DeskStandsStill(ILogger logger, string reason);

    [LoggerMessage(1083, LogLevel.Warning, "A sign-in from Odoo was refused: {Fault}")]
    public static partial void SidebarRefused(ILogger logger, string fault);

    [LoggerMessage(1062, LogLevel.Warning, "People can't be told of proposals just now ({Reason}); they are told later")]
    public static partial void ProposalsUntold(ILogger logger, string reason);

    [LoggerMessage(1063, LogLevel.Warning, "Teams can't be reached just now ({Reason}); what is to be told there waits")]
    public static partial void TeamsUntold(ILogger logger, string reason);

    [LoggerMessage(1064, LogLevel.Warning, "Teams refused a message that nobody waits for: {Reason}")]
    public static partial void TeamsRefused(ILogger logger, string reason);

    [LoggerMessage(1056, LogLevel.Information, "The store answers again")]
    public static partial void StoreBack(ILogger logger);
}
