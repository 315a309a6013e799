using System.Text.Encodings.Web;
using System.Text.Json;
using Copilot.Contracts;
using Copilot.Models.Endpoints;
using Microsoft.Extensions.AI;

namespace Copilot.Models.Chat.Wire;

/// <summary>
/// A conversation in the order endpoints accept: each tool call is followed by exactly one result. Providers refuse the whole request otherwise, so that a call
/// without a result gets one that says so, and results of calls that are no longer there are left out.
/// </summary>
internal static class Transcript
{
    /// <summary>What stands for the result of a call that was never run.</summary>
    public const string NotRun = "This call was not run.";

    private static readonly JsonSerializerOptions Compact = new(AIJsonUtilities.DefaultOptions) { WriteIndented = false, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Puts a conversation in order.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="instructions">Instructions before all; null for none.</param>
    /// <exception cref="ChatModelException">A message holds something that is no text.</exception>
    public static IReadOnlyList<TranscriptEntry> Of(IReadOnlyList<ChatMessage> messages, string? instructions)
    {
        List<TranscriptEntry> entries = [];
        if (!string.IsNullOrEmpty(instructions))
        {
            entries.Add(new TranscriptEntry(ChatRole.System, JsonText.WithoutHalves(instructions)));
        }

        var results = new Dictionary<string, FunctionResultContent>(StringComparer.Ordinal);
        foreach (var result in messages.SelectMany(message => message.Contents).OfType<FunctionResultContent>())
        {
            results.TryAdd(result.CallId, result);
        }

        foreach (var message in messages)
        {
            Add(message, results, entries);
        }

        return entries;
    }

    /// <summary>Writes the arguments of a call as JSON.</summary>
    /// <param name="call">The call.</param>
    public static string Arguments(FunctionCallContent call) => call.Arguments is { Count: > 0 } arguments ? JsonSerializer.Serialize(arguments, Compact) : "{}";

    private static void Add(ChatMessage message, Dictionary<string, FunctionResultContent> results, List<TranscriptEntry> entries)
    {
        var calls = message.Contents.OfType<FunctionCallContent>().DistinctBy(call => call.CallId).ToList();
        var text = JsonText.WithoutHalves(string.Concat(message.Contents.Select(Text)));
        if (calls.Count > 0)
        {
            entries.Add(new TranscriptEntry(ChatRole.Assistant, text) { Calls = calls });
            entries.AddRange(calls.Select(call => new TranscriptEntry(ChatRole.Tool, results.TryGetValue(call.CallId, out var result) ? JsonText.WithoutHalves(Text(result)) : NotRun) { CallId = call.CallId, ToolName = call.Name }));
        }
        else if (text.Length > 0)
        {
            // Text beside results, or in a tool's message, is said by nobody that endpoints know.
            entries.Add(new TranscriptEntry(message.Role == ChatRole.Tool ? ChatRole.User : message.Role, text));
        }
    }

    private static string Text(AIContent content) => content switch
    {
        TextContent text => text.Text,
        FunctionCallContent or FunctionResultContent or TextReasoningContent or UsageContent or ErrorContent => string.Empty,
        _ => throw new ChatModelException(ChatModelFault.Refused, $"A message for a model holds a {content.GetType().Name}, which is no text: leave it out, or read it into text first."),
    };

    private static string Text(FunctionResultContent result) => result.Result switch
    {
        _ when result.Exception is not null => "error: the tool failed",
        null => string.Empty,
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } quoted => JsonText.Of(quoted),
        var other => JsonSerializer.Serialize(other, Compact),
    };
}
