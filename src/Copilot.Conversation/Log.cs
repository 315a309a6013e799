using Microsoft.Extensions.Logging;

namespace Copilot.Conversation;

/// <summary>What this room logs, ids 2000 to 2099, never used again. Questions, answers and record values are not among it.</summary>
internal static partial class Log
{
    /// <summary>Says where an exception came from, without its message, which may hold data.</summary>
    public static string PlaceOf(Exception e)
        => string.Join(" < ", (e.StackTrace ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(6));

    [LoggerMessage(2001, LogLevel.Error, "Turn {TurnId} failed (id {FaultId}): {Fault} at {Place}")]
    public static partial void TurnBroke(ILogger log, string faultId, string turnId, string fault, string place);

    [LoggerMessage(2002, LogLevel.Information, "Turn {TurnId} was stopped by the caller")]
    public static partial void TurnStopped(ILogger log, string turnId);

    [LoggerMessage(2003, LogLevel.Warning, "Turn {TurnId} ended with trouble a person can act on ({Fault})")]
    public static partial void TurnTroubled(ILogger log, string turnId, string fault);

    [LoggerMessage(2004, LogLevel.Critical, "The end of turn {TurnId} could not be written (id {FaultId}): {Fault}; no answer left")]
    public static partial void EndNotWritten(ILogger log, string faultId, string turnId, string fault);

    [LoggerMessage(2005, LogLevel.Error, "Turn {TurnId} goes on without the business system's names (id {FaultId}): {Fault} at {Place}")]
    public static partial void NamesNotRead(ILogger log, string faultId, string turnId, string fault, string place);

    [LoggerMessage(2010, LogLevel.Warning, "Tool {Tool} of turn {TurnId} was stopped after {Seconds} s")]
    public static partial void ToolTimedOut(ILogger log, string tool, string turnId, double seconds);

    [LoggerMessage(2011, LogLevel.Warning, "Tool {Tool} of turn {TurnId} could not do its work ({Fault})")]
    public static partial void ToolFailed(ILogger log, string tool, string turnId, string fault);

    [LoggerMessage(2012, LogLevel.Error, "Tool {Tool} of turn {TurnId} broke (id {FaultId}): {Fault} at {Place}")]
    public static partial void ToolBroke(ILogger log, string faultId, string tool, string turnId, string fault, string place);

    [LoggerMessage(2020, LogLevel.Information, "Routing learned from {Examples} examples for {Tools} tools in {Milliseconds} ms")]
    public static partial void RoutingLearned(ILogger log, int examples, int tools, long milliseconds);

    [LoggerMessage(2021, LogLevel.Warning, "Tool {Tool} has no routing examples: the rule planner never calls it")]
    public static partial void ToolWithoutExamples(ILogger log, string tool);

    [LoggerMessage(2022, LogLevel.Warning, "{Count} sentences of turn {TurnId} were cut: no evidence held them")]
    public static partial void SentencesCut(ILogger log, int count, string turnId);

    [LoggerMessage(2030, LogLevel.Warning, "Model {Model} gave no answer to turn {TurnId} ({Purpose}): {Fault}")]
    public static partial void ModelFailed(ILogger log, string model, string turnId, string purpose, Copilot.Contracts.ChatModelFault fault);

    [LoggerMessage(2031, LogLevel.Error, "Model {Model} broke in turn {TurnId} (id {FaultId}): {Fault} at {Place}")]
    public static partial void ModelBroke(ILogger log, string faultId, string model, string turnId, string fault, string place);

    [LoggerMessage(2032, LogLevel.Error, "Model {Model} was not asked in turn {TurnId}: it is outside the company and nothing masks the text")]
    public static partial void ModelNotMasked(ILogger log, string model, string turnId);

    [LoggerMessage(2033, LogLevel.Information, "Turn {TurnId} is answered by rules: {Reason}")]
    public static partial void RulesAnswer(ILogger log, string turnId, string reason);

    [LoggerMessage(2034, LogLevel.Error, "What turn {TurnId} spent on models could not be booked (id {FaultId}): {Fault}")]
    public static partial void NotBooked(ILogger log, string faultId, string turnId, string fault);

    [LoggerMessage(2035, LogLevel.Error, "What turn {TurnId} may spend on models could not be read (id {FaultId}): {Fault}")]
    public static partial void AllowanceNotRead(ILogger log, string faultId, string turnId, string fault);
}
