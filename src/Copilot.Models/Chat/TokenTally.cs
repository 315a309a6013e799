using Copilot.Contracts;
using Copilot.Models.Chat.Wire;
using Microsoft.Extensions.AI;

namespace Copilot.Models.Chat;

/// <summary>Counts what one answer used: as the server counts it, else guessed and marked so.</summary>
/// <param name="messages">The conversation sent.</param>
/// <param name="options">Tools and wishes sent.</param>
internal sealed class TokenTally(IReadOnlyList<ChatMessage> messages, ChatOptions? options)
{
    private const int PerMessage = 4;
    private const int PerAnswer = 3;

    private long _output = PerAnswer;

    /// <summary>Counts a part of the answer.</summary>
    /// <param name="content">The part.</param>
    public void Add(AIContent content) => _output += content switch
    {
        TextContent text => TokenEstimate.Of(text.Text),
        TextReasoningContent thought => TokenEstimate.Of(thought.Text ?? string.Empty),
        FunctionCallContent call => PerMessage + TokenEstimate.Of(call.Name + Transcript.Arguments(call)),
        _ => 0,
    };

    /// <summary>Gives the counts.</summary>
    /// <param name="reported">The server's; null or half of them where it doesn't say.</param>
    /// <returns>The counts, whole.</returns>
    public UsageDetails Complete(UsageDetails? reported)
    {
        // No prompt is empty: a zero is a server's way of not saying.
        var input = reported?.InputTokenCount is > 0 ? reported.InputTokenCount : null;
        var output = reported?.OutputTokenCount;
        var usage = new UsageDetails
        {
            InputTokenCount = input ?? Prompt(),
            OutputTokenCount = output ?? _output,
            CachedInputTokenCount = reported?.CachedInputTokenCount,
            ReasoningTokenCount = reported?.ReasoningTokenCount,
        };
        usage.TotalTokenCount = usage.InputTokenCount + usage.OutputTokenCount;
        if (input is null || output is null)
        {
            usage.AdditionalCounts = new AdditionalPropertiesDictionary<long> { [ChatModel.EstimatedCount] = 1 };
        }

        return usage;
    }

    private long Prompt()
        => Transcript.Of(messages, options?.Instructions).Sum(entry => PerMessage + (long)TokenEstimate.Of(entry.Text) + entry.Calls.Sum(call => PerMessage + TokenEstimate.Of(call.Name + Transcript.Arguments(call))))
            + (options?.Tools?.OfType<AIFunctionDeclaration>().Sum(tool => PerMessage + (long)TokenEstimate.Of(tool.Name + tool.Description + tool.JsonSchema.GetRawText())) ?? 0);
}
