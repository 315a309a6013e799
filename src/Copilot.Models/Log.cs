using Microsoft.Extensions.Logging;

namespace Copilot.Models;

/// <summary>What this room tells the machines. Numbers 5000 to 5099; none is used twice. Never a text, a vector or a key.</summary>
internal static partial class Log
{
    [LoggerMessage(5000, LogLevel.Information, "{Model} answers with vectors of {Dimension} numbers")]
    public static partial void EmbedderOpened(ILogger logger, string model, int dimension);

    [LoggerMessage(5001, LogLevel.Information, "{Model} is asked again after {Fault} in {Milliseconds} ms, attempt {Attempt}")]
    public static partial void AskedAgain(ILogger logger, string model, string fault, long milliseconds, int attempt);

    [LoggerMessage(5002, LogLevel.Warning, "{Model} failed: {Fault}, HTTP detail {Detail}")]
    public static partial void Failed(ILogger logger, string model, string fault, string detail);

    [LoggerMessage(5003, LogLevel.Information, "A text of {Characters} characters is longer than {Model} takes; it is cut to {Left}")]
    public static partial void TextCut(ILogger logger, string model, int characters, int left);

    [LoggerMessage(5004, LogLevel.Warning, "{Model} gave no numbers for a text of {Characters} characters; it is found by its words only")]
    public static partial void NoVector(ILogger logger, string model, int characters);

    [LoggerMessage(5005, LogLevel.Information, "{Model} has no /api/embed; it is asked at /v1/embeddings")]
    public static partial void OlderOllama(ILogger logger, string model);

    [LoggerMessage(5006, LogLevel.Warning, "{Model} rests for {Seconds} s after failures; other models or the rules answer meanwhile")]
    public static partial void Rests(ILogger logger, string model, long seconds);
}
