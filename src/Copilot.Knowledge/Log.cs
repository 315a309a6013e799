using Microsoft.Extensions.Logging;

namespace Copilot.Knowledge;

/// <summary>What this project logs. Numbers 4000 to 4099, never used twice; texts of documents and questions never.</summary>
internal static partial class Log
{
    [LoggerMessage(4000, LogLevel.Error, "Ingestion stopped on a fault of the store; it goes on in a few seconds")]
    public static partial void WorkFailed(ILogger logger, Exception exception);

    [LoggerMessage(4001, LogLevel.Error, "Looking after the sources failed; it goes on")]
    public static partial void WatchFailed(ILogger logger, Exception exception);

    [LoggerMessage(4002, LogLevel.Error, "The list of sources can't be used, the one before stays: {Fault}")]
    public static partial void SourcesFault(ILogger logger, string fault);

    [LoggerMessage(4003, LogLevel.Warning, "The source {Name} can't be looked at: {Fault}")]
    public static partial void SourceFault(ILogger logger, string name, string fault);

    [LoggerMessage(4004, LogLevel.Warning, "The folder of the source {Name} is not there: {Folder}; its documents stay as they are")]
    public static partial void NoFolder(ILogger logger, string name, string folder);

    [LoggerMessage(4005, LogLevel.Error, "The reader of {Format} failed on {File}")]
    public static partial void ReaderFailed(ILogger logger, string format, string file, Exception exception);
}
