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
}
