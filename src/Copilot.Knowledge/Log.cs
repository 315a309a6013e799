using Microsoft.Extensions.Logging;

namespace Copilot.Knowledge;

/// <summary>
/// What this room tells the machines. Numbers 4000 to 4099 belong to retrieval and embedding, 4100 to 4199 to ingestion, 4200 to 4209 to Qdrant; none is used
/// twice. Never a question or a document's words.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(4000, LogLevel.Warning, "The feed {Feed} did not say which of {Count} records may be read; their documents are left out")]
    public static partial void GateUnknown(ILogger logger, string feed, int count, Exception exception);

    [LoggerMessage(4001, LogLevel.Warning, "A question could not be embedded; questions are answered by words alone for a while")]
    public static partial void QuestionNotEmbedded(ILogger logger, Exception exception);

    [LoggerMessage(4002, LogLevel.Warning, "The reranker {Model} did not answer; the order stays as it was")]
    public static partial void NotReranked(ILogger logger, string model, Exception exception);

    [LoggerMessage(4003, LogLevel.Information, "Questions are answered from the vectors of {Model} now ({Chunks} passages)")]
    public static partial void SpaceSwitched(ILogger logger, string model, long chunks);

    [LoggerMessage(4005, LogLevel.Warning, "The fitted embedding {Model} can no longer be read; it is fitted again")]
    public static partial void ModelUnreadable(ILogger logger, string model, Exception exception);

    [LoggerMessage(4004, LogLevel.Warning, "Passages could not be embedded; tried again later")]
    public static partial void NotEmbedded(ILogger logger, Exception exception);

    [LoggerMessage(4100, LogLevel.Error, "Ingestion stopped on a fault of the store; it goes on in a few seconds")]
    public static partial void WorkFailed(ILogger logger, Exception exception);

    [LoggerMessage(4101, LogLevel.Error, "Looking after the sources failed; it goes on")]
    public static partial void WatchFailed(ILogger logger, Exception exception);

    [LoggerMessage(4102, LogLevel.Error, "The list of sources can't be used, the one before stays: {Fault}")]
    public static partial void SourcesFault(ILogger logger, string fault);

    [LoggerMessage(4103, LogLevel.Warning, "The source {Name} can't be looked at: {Fault}")]
    public static partial void SourceFault(ILogger logger, string name, string fault);

    [LoggerMessage(4104, LogLevel.Warning, "The folder of the source {Name} is not there: {Folder}; its documents stay as they are")]
    public static partial void NoFolder(ILogger logger, string name, string folder);

    [LoggerMessage(4105, LogLevel.Error, "The reader of {Format} failed on {File}")]
    public static partial void ReaderFailed(ILogger logger, string format, string file, Exception exception);

    [LoggerMessage(4200, LogLevel.Warning, "Qdrant can't be used for now; questions are answered by the store itself")]
    public static partial void IndexFailed(ILogger logger, Exception exception);

    [LoggerMessage(4201, LogLevel.Information, "Qdrant holds all passages again and answers questions")]
    public static partial void IndexBack(ILogger logger);
}
